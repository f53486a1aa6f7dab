public import Entente
import Dispatch
import Synchronization

extension Control {
  /// A control that shares loops out over all cores, as the program's does.
  public static let allCores = Control(
    forEach: { count, body in
      if count == 1 { return body(0) }
      DispatchQueue.concurrentPerform(iterations: count) { body($0) }
    },
    oneAtATime: { body in turn.withLock { _ in body() } })

  private static let turn = Mutex<Void>(())
}
