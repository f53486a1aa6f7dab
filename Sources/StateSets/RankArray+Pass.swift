extension RankArray {
  /// What a pass keeps of the ranks that a slot leads to.
  public enum Choice: Sendable, Hashable {
    /// The least of them.
    case least
    /// The greatest of them.
    case greatest
  }

  /// Gives every slot the least, or the greatest, rank among the slots that it
  /// leads to along the axes, itself among them.
  ///
  /// Going along one bit after the other suffices, whatever their order, because
  /// each may be changed or left by itself. The low bits are done inside pieces
  /// that fit the first cache, the others three at a time, so that memory is
  /// read once for fifteen bits and once more for every three.
  ///
  /// - Returns: False when the work was stopped; the ranks are then of no use.
  /// - Precondition: The number of slots is a power of two above every bit.
  ///
  /// - Complexity: O(2ⁿ · axes)
  public func pass(_ choice: Choice, along axes: [Axis], _ workers: Workers = .alone) -> Bool {
    precondition(axes.allSatisfy { count & (2 << $0.bit - 1) == 0 }, "the slots do not form a cube")
    switch (width, choice) {
    case (.one, .least): return run(Least<UInt8>.self, axes, workers)
    case (.one, .greatest): return run(Greatest<UInt8>.self, axes, workers)
    case (.two, .least): return run(Least<UInt16>.self, axes, workers)
    case (.two, .greatest): return run(Greatest<UInt16>.self, axes, workers)
    case (.four, .least): return run(Least<UInt32>.self, axes, workers)
    case (.four, .greatest): return run(Greatest<UInt32>.self, axes, workers)
    }
  }

  /// The same along axes that only some slots lead along, one after the other.
  ///
  /// - Parameters:
  ///   - choice: Whether the greater or the lesser of two ranks is taken over.
  ///   - guarded: The axes, each with the slots that lead along it.
  ///   - spare: An array as long and as wide, whose ranks are lost.
  ///   - workers: Who does the work.
  public func pass(
    _ choice: Choice, along guarded: [GuardedAxis], spare: RankArray, _ workers: Workers = .alone
  ) -> Bool {
    for one in guarded {
      guard spare.copy(self, workers), pass(choice, along: [one.axis], workers),
        copy(spare, outside: one.open, workers)
      else { return false }
    }
    return true
  }

  private func run<Method: PassMethod>(_: Method.Type, _ axes: [Axis], _ workers: Workers) -> Bool {
    CubePass<Method>(base: UnsafeMutableRawPointer(bytes), byteCount: count * width.rawValue)
      .run(axes, workers)
  }
}

/// What a pass does with two ranks, or two vectors of them.
protocol PassMethod: SendableMetatype {
  associatedtype Rank: RankWord
  static func combine(_ left: Rank.Vector, _ right: Rank.Vector) -> Rank.Vector
  static func combine(_ left: Rank, _ right: Rank) -> Rank
}

enum Least<Rank: RankWord>: PassMethod {
  @inline(__always)
  static func combine(_ left: Rank.Vector, _ right: Rank.Vector) -> Rank.Vector { Rank.least(left, right) }
  @inline(__always)
  static func combine(_ left: Rank, _ right: Rank) -> Rank { min(left, right) }
}

enum Greatest<Rank: RankWord>: PassMethod {
  @inline(__always)
  static func combine(_ left: Rank.Vector, _ right: Rank.Vector) -> Rank.Vector { Rank.greatest(left, right) }
  @inline(__always)
  static func combine(_ left: Rank, _ right: Rank) -> Rank { max(left, right) }
}

/// Passes over the bytes of one array.
struct CubePass<Method: PassMethod>: @unchecked Sendable {
  typealias Rank = Method.Rank
  typealias Vector = Rank.Vector

  let base: UnsafeMutableRawPointer
  let byteCount: Int

  /// A piece of this many bytes stays in the first cache.
  private static var pieceSize: Int { 1 << 15 }
  private static var rankSize: Int { MemoryLayout<Rank>.size }

  /// Goes along all axes; false when the work was stopped.
  func run(_ axes: [Axis], _ workers: Workers) -> Bool {
    var (low, high): ([Axis], [Axis]) = ([], [])
    for axis in axes where axis.rises || axis.falls {
      if axis.bit < lowBitCount { low.append(axis) } else { high.append(axis) }
    }
    if !low.isEmpty, !inside(low, workers) { return false }
    high.sort { $0.bit < $1.bit }
    while !high.isEmpty {
      let group = Array(high.prefix(3))
      high.removeFirst(group.count)
      if !across(group, workers) { return false }
    }
    return true
  }

  /// Goes along all axes of a cube, which may be too small to share out.
  static func run(over cube: Memory<Rank>, _ axes: [Axis], _ workers: Workers) {
    let pass = CubePass(base: UnsafeMutableRawPointer(cube.base), byteCount: cube.count * rankSize)
    if pass.byteCount > pieceSize {
      _ = pass.run(axes, workers)
    } else {
      for axis in axes where axis.rises || axis.falls { pass.along(axis, pass.base, pass.byteCount) }
    }
  }

  /// Bits below this one are done inside pieces.
  private var lowBitCount: Int {
    var bits = 0
    while Self.rankSize << (bits + 1) <= Self.pieceSize { bits += 1 }
    return bits
  }

  /// Goes along low bits, piece by piece.
  private func inside(_ axes: [Axis], _ workers: Workers) -> Bool {
    let size = min(Self.pieceSize, byteCount)
    return workers.run(byteCount / size, inPiecesOf: 8) { pieces in
      for piece in pieces {
        let start = base + piece * size
        for axis in axes { along(axis, start, size) }
      }
    }
  }

  private func along(_ axis: Axis, _ start: UnsafeMutableRawPointer, _ size: Int) {
    let stride = Self.rankSize << axis.bit
    if stride >= 16 {
      wide(axis, stride, start, size)
    } else if size >= 16 {
      narrow(axis, stride, start, size)
    } else {
      tiny(axis, start, size)
    }
  }

  /// Pairs at least a vector apart.
  @inline(__always)
  private func wide(_ axis: Axis, _ stride: Int, _ start: UnsafeMutableRawPointer, _ size: Int) {
    var low = start
    let end = start + size
    while low < end {
      var offset = 0
      while offset < stride {
        let (first, second) = (low + offset, low + (offset &+ stride))
        let one = first.load(as: Vector.self)
        let other = second.load(as: Vector.self)
        let both = Method.combine(one, other)
        if axis.rises { first.storeBytes(of: both, as: Vector.self) }
        if axis.falls { second.storeBytes(of: both, as: Vector.self) }
        offset &+= 16
      }
      low += stride &* 2
    }
  }

  /// Pairs inside one vector: the vector is combined with itself, halves of
  /// `2 * stride` bytes swapped.
  @inline(__always)
  private func narrow(_ axis: Axis, _ stride: Int, _ start: UnsafeMutableRawPointer, _ size: Int) {
    let shift = UInt64(stride * 8)
    // The places of the pairs' first members.
    let firsts: UInt64 =
      stride == 1 ? 0x00FF_00FF_00FF_00FF : stride == 2 ? 0x0000_FFFF_0000_FFFF : 0x0000_0000_FFFF_FFFF
    var changed = SIMD2<UInt64>(repeating: axis.rises ? firsts : 0)
    if axis.falls { changed |= SIMD2(repeating: ~firsts) }
    if stride == 8 { changed = SIMD2(axis.rises ? .max : 0, axis.falls ? .max : 0) }
    var offset = 0
    while offset < size {
      let place = start + offset
      let own = place.load(as: SIMD2<UInt64>.self)
      let swapped =
        stride == 8
        ? SIMD2(own[1], own[0])
        : ((own &>> shift) & SIMD2(repeating: firsts)) | ((own & SIMD2(repeating: firsts)) &<< shift)
      let both = Method.combine(unsafeBitCast(own, to: Vector.self), unsafeBitCast(swapped, to: Vector.self))
      let result = (unsafeBitCast(both, to: SIMD2<UInt64>.self) & changed) | (own & ~changed)
      place.storeBytes(of: result, as: SIMD2<UInt64>.self)
      offset &+= 16
    }
  }

  /// Fewer ranks than a vector holds.
  private func tiny(_ axis: Axis, _ start: UnsafeMutableRawPointer, _ size: Int) {
    let ranks = start.assumingMemoryBound(to: Rank.self)
    for slot in 0..<size / Self.rankSize where slot & (1 << axis.bit) == 0 {
      let other = slot | 1 << axis.bit
      let both = Method.combine(ranks[slot], ranks[other])
      if axis.rises { ranks[slot] = both }
      if axis.falls { ranks[other] = both }
    }
  }

  /// Goes along up to three high bits at once: eight rows are read side by side,
  /// combined, and written back.
  private func across(_ axes: [Axis], _ workers: Workers) -> Bool {
    let mask = axes.reduce(0) { $0 | Self.rankSize << $1.bit }
    // A run is the bytes below the lowest of the bits; runs are shared out in
    // pieces, so that there is work for everybody.
    let run = Self.rankSize << axes[0].bit
    let piece = min(run, Self.pieceSize)
    let pieceCount = byteCount >> axes.count / piece
    return workers.run(pieceCount, inPiecesOf: 4) { pieces in
      for index in pieces {
        let start = base + (index * piece).deposited(around: mask)
        switch axes.count {
        case 1: one(axes, start, piece)
        case 2: two(axes, start, piece)
        default: three(axes, start, piece)
        }
      }
    }
  }

  @inline(__always)
  private func load(_ start: UnsafeMutableRawPointer, _ offset: Int) -> Vector {
    (start + offset).load(as: Vector.self)
  }

  @inline(__always)
  private func store(_ vector: Vector, _ start: UnsafeMutableRawPointer, _ offset: Int) {
    (start + offset).storeBytes(of: vector, as: Vector.self)
  }

  @inline(__always)
  private func exchange(_ axis: Axis, _ one: inout Vector, _ other: inout Vector) {
    let both = Method.combine(one, other)
    if axis.rises { one = both }
    if axis.falls { other = both }
  }

  private func one(_ axes: [Axis], _ start: UnsafeMutableRawPointer, _ size: Int) {
    let near = Self.rankSize << axes[0].bit
    var offset = 0
    while offset < size {
      var (a, b) = (load(start, offset), load(start, offset &+ near))
      exchange(axes[0], &a, &b)
      store(a, start, offset)
      store(b, start, offset &+ near)
      offset &+= 16
    }
  }

  private func two(_ axes: [Axis], _ start: UnsafeMutableRawPointer, _ size: Int) {
    let (first, second) = (axes[0], axes[1])
    let (near, far) = (Self.rankSize << first.bit, Self.rankSize << second.bit)
    var offset = 0
    while offset < size {
      var (a, b) = (load(start, offset), load(start, offset &+ near))
      var (c, d) = (load(start, offset &+ far), load(start, offset &+ far &+ near))
      exchange(first, &a, &b)
      exchange(first, &c, &d)
      exchange(second, &a, &c)
      exchange(second, &b, &d)
      store(a, start, offset)
      store(b, start, offset &+ near)
      store(c, start, offset &+ far)
      store(d, start, offset &+ far &+ near)
      offset &+= 16
    }
  }

  private func three(_ axes: [Axis], _ start: UnsafeMutableRawPointer, _ size: Int) {
    let (first, second, third) = (axes[0], axes[1], axes[2])
    let (near, far, top) = (
      Self.rankSize << first.bit, Self.rankSize << second.bit, Self.rankSize << third.bit
    )
    var offset = 0
    while offset < size {
      var (a, b) = (load(start, offset), load(start, offset &+ near))
      var (c, d) = (load(start, offset &+ far), load(start, offset &+ far &+ near))
      let upper = offset &+ top
      var (e, f) = (load(start, upper), load(start, upper &+ near))
      var (g, h) = (load(start, upper &+ far), load(start, upper &+ far &+ near))
      exchange(first, &a, &b)
      exchange(first, &c, &d)
      exchange(first, &e, &f)
      exchange(first, &g, &h)
      exchange(second, &a, &c)
      exchange(second, &b, &d)
      exchange(second, &e, &g)
      exchange(second, &f, &h)
      exchange(third, &a, &e)
      exchange(third, &b, &f)
      exchange(third, &c, &g)
      exchange(third, &d, &h)
      store(a, start, offset)
      store(b, start, offset &+ near)
      store(c, start, offset &+ far)
      store(d, start, offset &+ far &+ near)
      store(e, start, upper)
      store(f, start, upper &+ near)
      store(g, start, upper &+ far)
      store(h, start, upper &+ far &+ near)
      offset &+= 16
    }
  }
}

extension Int {
  /// The bits of the number, lowest first, put in the places that are clear in
  /// `mask`, lowest first.
  func deposited(around mask: Int) -> Int {
    var (result, left, place) = (0, self, 1)
    while left != 0 {
      if mask & place == 0 {
        if left & 1 != 0 { result |= place }
        left >>= 1
      }
      place <<= 1
    }
    return result
  }
}
