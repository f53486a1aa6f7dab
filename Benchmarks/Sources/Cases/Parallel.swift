public import Entente
import Dispatch

extension Control {
  /// A control that shares loops out over all cores, as the program's does.
  public static let allCores = Control(forEach: { count, body in
    if count == 1 { return body(0) }
    DispatchQueue.concurrentPerform(iterations: count) { body($0) }
  })
}
