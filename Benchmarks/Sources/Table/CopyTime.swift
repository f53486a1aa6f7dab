import Dispatch

/// How long it takes to copy the ranks of all actors once, on all cores: the
/// least that anything can take that reads and writes them.
enum CopyTime {
  private static let bytesPerPiece = 1 << 20

  /// The middle of several times, in seconds.
  ///
  /// The actors' ranks are copied from and to the same two arrays, to need no more
  /// memory than two actors' ranks.
  static func seconds(bytesPerActor: Int, actorCount: Int) -> Double {
    let source = UnsafeMutableRawBufferPointer.allocate(byteCount: bytesPerActor, alignment: 4096)
    let target = UnsafeMutableRawBufferPointer.allocate(byteCount: bytesPerActor, alignment: 4096)
    defer {
      source.deallocate()
      target.deallocate()
    }
    // Written to before, so that no page is handed out while the clock runs.
    source.initializeMemory(as: UInt8.self, repeating: 1)
    target.initializeMemory(as: UInt8.self, repeating: 2)
    let arrays = Arrays(source: UnsafeRawBufferPointer(source), target: target)
    // A short copy is repeated until the clock can tell.
    let repetitions = max(1, (16 << 20) / (bytesPerActor * actorCount))
    return (0..<5).map { _ in
      let start = ContinuousClock.now
      for _ in 0..<repetitions * actorCount { arrays.copy() }
      return (ContinuousClock.now - start).inSeconds / Double(repetitions)
    }.median
  }

  /// Two arrays that several threads share, each in pieces of its own.
  private struct Arrays: @unchecked Sendable {
    let source: UnsafeRawBufferPointer
    let target: UnsafeMutableRawBufferPointer

    func copy() {
      let pieceCount = (source.count + bytesPerPiece - 1) / bytesPerPiece
      if pieceCount == 1 { return copy(piece: 0) }
      DispatchQueue.concurrentPerform(iterations: pieceCount, execute: copy(piece:))
    }

    private func copy(piece: Int) {
      let range = piece * bytesPerPiece..<min(source.count, (piece + 1) * bytesPerPiece)
      UnsafeMutableRawBufferPointer(rebasing: target[range]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: source[range]))
    }
  }
}
