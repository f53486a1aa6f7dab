/// Places for what those who share out a loop find, each written by one of them.
final class Slots<Value>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Value>
  private let count: Int

  init(count: Int, filledWith value: Value) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// What they hold, once the loop is over.
  var all: [Value] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
