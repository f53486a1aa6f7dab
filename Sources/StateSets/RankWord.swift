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
}

extension RankWord {
  /// All bits clear.
  static var zeros: Lanes { lanes { _ in 0 } }
  /// The greatest rank in every lane.
  static var nevers: Lanes { lanes { _ in .max } }
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
  @inline(__always) static func lanes(_ rank: (Int) -> UInt32) -> SIMD8<UInt32> {
    var lanes = SIMD8<UInt32>(repeating: 0)
    for lane in 0..<8 { lanes[lane] = rank(lane) }
    return lanes
  }
}
