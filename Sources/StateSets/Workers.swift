/// Who does the work of a long loop: the caller's threads, and its wish to stop.
///
///     let done = Workers.alone.run(blockCount) { block in … }   // true
public struct Workers: Sendable {
  /// Asked before each part; true ends the work.
  public var shouldStop: @Sendable () -> Bool
  /// Calls the body once for each index below the count, in any order, perhaps
  /// several at a time, and returns when all are done.
  public var forEach: @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// Workers made of the given closures.
  public init(
    shouldStop: @escaping @Sendable () -> Bool,
    forEach: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void
  ) {
    self.shouldStop = shouldStop
    self.forEach = forEach
  }

  /// One thread that is never stopped.
  public static let alone = Workers(shouldStop: { false }) { count, body in
    var index = 0
    while index < count {
      body(index)
      index += 1
    }
  }

  /// Does all parts; false when the work was stopped and some were left out.
  public func run(_ count: Int, _ body: @Sendable (Int) -> Void) -> Bool {
    // One flag for each part, since parts may run at the same time.
    let isLeftOut = Memory<Bool>(count: count, filledWith: false)
    forEach(count) { part in
      if shouldStop() { isLeftOut.base[part] = true } else { body(part) }
    }
    var part = 0
    while part < count {
      if isLeftOut.base[part] { return false }
      part += 1
    }
    return true
  }

  /// Calls the body for pieces of `0..<count` of at most `size` each.
  public func run(_ count: Int, inPiecesOf size: Int, _ body: @Sendable (Range<Int>) -> Void) -> Bool {
    run((count + size - 1) / size) { piece in
      body(piece * size..<Swift.min(count, piece * size + size))
    }
  }
}

/// Memory that several threads write to, each to places of its own.
final class Memory<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Memory for `count` elements whose values are not known yet.
  init(unfilled count: Int) {
    self.count = count
    let bytes = Swift.max(count, 1) * MemoryLayout<Element>.stride
    // A large piece starts on a large page, where the system has those.
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: bytes >= 1 << 22 ? 1 << 21 : 64)
    base = raw.bindMemory(to: Element.self, capacity: Swift.max(count, 1))
  }

  convenience init(count: Int, filledWith value: Element) {
    self.init(unfilled: count)
    base.initialize(repeating: value, count: count)
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }
}

extension Memory where Element == Bool {
  /// Whether any is true.
  var hasTrue: Bool { (0..<count).contains { base[$0] } }
}
