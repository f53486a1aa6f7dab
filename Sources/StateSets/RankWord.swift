/// A whole number that a rank array holds, with the vectors that passes and
/// sweeps use.
///
/// The operations on vectors are written out for each type, since a generic one
/// would go lane by lane.
protocol RankWord: FixedWidthInteger, UnsignedInteger, BitwiseCopyable, Sendable {
  /// Sixteen bytes of ranks.
  associatedtype Vector: BitwiseCopyable
  /// Eight ranks.
  associatedtype Lanes: BitwiseCopyable, Equatable, Sendable
  static func least(_ left: Vector, _ right: Vector) -> Vector
  static func greatest(_ left: Vector, _ right: Vector) -> Vector
  static func least(_ left: Lanes, _ right: Lanes) -> Lanes
  static func either(_ left: Lanes, _ right: Lanes) -> Lanes
  static func difference(_ left: Lanes, _ right: Lanes) -> Lanes
  static func lanes(_ rank: (Int) -> Self) -> Lanes
  /// The left ranks where the byte has a bit, the lowest for the first, and the right
  /// ones elsewhere.
  static func chosen(_ left: Lanes, _ right: Lanes, where byte: UInt8) -> Lanes
  /// For eight pairs of ranks a byte each, the lowest first: 1 where the left one is
  /// at most the right one, and 0 elsewhere.
  static func atMost(_ left: Lanes, _ right: Lanes) -> SIMD8<UInt8>
}

extension RankWord {
  /// All bits clear.
  static var zeros: Lanes { lanes { _ in 0 } }
  /// The greatest rank in every lane.
  static var nevers: Lanes { lanes { _ in .max } }

  /// Keeps the ranks of 64 neighbours that have a bit in the word, the lowest for the
  /// first, and replaces the others.
  @inline(__always)
  static func keep(
    _ ranks: UnsafeMutablePointer<Self>, where word: UInt64, replacing new: (_ group: Int) -> Lanes
  ) {
    if word == .max { return }
    let ranks = UnsafeMutableRawPointer(ranks)
    var group = 0
    while group < 8 {
      let place = ranks + group &* MemoryLayout<Lanes>.size
      let byte = UInt8(truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: group &* 8))
      place.storeBytes(
        of: chosen(place.loadUnaligned(as: Lanes.self), new(group), where: byte), as: Lanes.self)
      group &+= 1
    }
  }

  /// For 64 neighbouring pairs of ranks a bit each, the lowest first: whether the left
  /// one is at most the right one.
  @inline(__always)
  static func word(of left: UnsafePointer<Self>, atMost right: UnsafePointer<Self>) -> UInt64 {
    let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
    var word: UInt64 = 0
    var group = 0
    while group < 8 {
      let offset = group &* MemoryLayout<Lanes>.size
      let bytes = atMost(
        left.loadUnaligned(fromByteOffset: offset, as: Lanes.self),
        right.loadUnaligned(fromByteOffset: offset, as: Lanes.self))
      // The multiplication gathers the lowest bits of eight bytes in the highest byte.
      let bits = unsafeBitCast(bytes, to: UInt64.self) &* 0x0102_0408_1020_4080
      word |= (bits >> 56) << UInt64(truncatingIfNeeded: group &* 8)
      group &+= 1
    }
    return word
  }
}

extension UInt8: RankWord {
  @inline(__always) static func least(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    left.replacing(with: right, where: right .< left)
  }
  @inline(__always) static func greatest(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    left.replacing(with: right, where: right .> left)
  }
  @inline(__always) static func least(_ left: SIMD8<UInt8>, _ right: SIMD8<UInt8>) -> SIMD8<UInt8> {
    left.replacing(with: right, where: right .< left)
  }
  @inline(__always) static func either(_ left: SIMD8<UInt8>, _ right: SIMD8<UInt8>) -> SIMD8<UInt8> {
    left | right
  }
  @inline(__always) static func difference(_ left: SIMD8<UInt8>, _ right: SIMD8<UInt8>) -> SIMD8<UInt8> {
    left ^ right
  }
  @inline(__always) static func atMost(_ left: SIMD8<UInt8>, _ right: SIMD8<UInt8>) -> SIMD8<UInt8> {
    SIMD8(repeating: 0).replacing(with: 1, where: left .<= right)
  }
  @inline(__always)
  static func chosen(_ left: SIMD8<UInt8>, _ right: SIMD8<UInt8>, where byte: UInt8) -> SIMD8<UInt8> {
    let places = SIMD8<UInt8>(1, 2, 4, 8, 16, 32, 64, 128)
    return right.replacing(with: left, where: SIMD8(repeating: UInt8(byte)) & places .== places)
  }
  @inline(__always) static func lanes(_ rank: (Int) -> UInt8) -> SIMD8<UInt8> {
    var lanes = SIMD8<UInt8>(repeating: 0)
    for lane in 0..<8 { lanes[lane] = rank(lane) }
    return lanes
  }
}

extension UInt16: RankWord {
  @inline(__always) static func least(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>) -> SIMD8<UInt16> {
    left.replacing(with: right, where: right .< left)
  }
  @inline(__always) static func greatest(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>) -> SIMD8<UInt16> {
    left.replacing(with: right, where: right .> left)
  }
  @inline(__always) static func either(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>) -> SIMD8<UInt16> {
    left | right
  }
  @inline(__always) static func difference(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>) -> SIMD8<UInt16> {
    left ^ right
  }
  @inline(__always) static func atMost(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>) -> SIMD8<UInt8> {
    SIMD8<UInt8>(truncatingIfNeeded: SIMD8<UInt16>(repeating: 0).replacing(with: 1, where: left .<= right))
  }
  @inline(__always)
  static func chosen(_ left: SIMD8<UInt16>, _ right: SIMD8<UInt16>, where byte: UInt8) -> SIMD8<UInt16> {
    let places = SIMD8<UInt16>(1, 2, 4, 8, 16, 32, 64, 128)
    return right.replacing(with: left, where: SIMD8(repeating: UInt16(byte)) & places .== places)
  }
  @inline(__always) static func lanes(_ rank: (Int) -> UInt16) -> SIMD8<UInt16> {
    var lanes = SIMD8<UInt16>(repeating: 0)
    for lane in 0..<8 { lanes[lane] = rank(lane) }
    return lanes
  }
}

extension UInt32: RankWord {
  @inline(__always) static func least(_ left: SIMD4<UInt32>, _ right: SIMD4<UInt32>) -> SIMD4<UInt32> {
    left.replacing(with: right, where: right .< left)
  }
  @inline(__always) static func greatest(_ left: SIMD4<UInt32>, _ right: SIMD4<UInt32>) -> SIMD4<UInt32> {
    left.replacing(with: right, where: right .> left)
  }
  @inline(__always) static func least(_ left: SIMD8<UInt32>, _ right: SIMD8<UInt32>) -> SIMD8<UInt32> {
    left.replacing(with: right, where: right .< left)
  }
  @inline(__always) static func either(_ left: SIMD8<UInt32>, _ right: SIMD8<UInt32>) -> SIMD8<UInt32> {
    left | right
  }
  @inline(__always) static func difference(_ left: SIMD8<UInt32>, _ right: SIMD8<UInt32>) -> SIMD8<UInt32> {
    left ^ right
  }
  @inline(__always) static func atMost(_ left: SIMD8<UInt32>, _ right: SIMD8<UInt32>) -> SIMD8<UInt8> {
    SIMD8<UInt8>(truncatingIfNeeded: SIMD8<UInt32>(repeating: 0).replacing(with: 1, where: left .<= right))
  }
  @inline(__always)
  static func chosen(_ left: SIMD8<UInt32>, _ right: SIMD8<UInt32>, where byte: UInt8) -> SIMD8<UInt32> {
    let places = SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 64, 128)
    return right.replacing(with: left, where: SIMD8(repeating: UInt32(byte)) & places .== places)
  }
  @inline(__always) static func lanes(_ rank: (Int) -> UInt32) -> SIMD8<UInt32> {
    var lanes = SIMD8<UInt32>(repeating: 0)
    for lane in 0..<8 { lanes[lane] = rank(lane) }
    return lanes
  }
}
