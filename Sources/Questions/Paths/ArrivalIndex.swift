/// A number for each (state, last mover) that has one.
///
/// A flat array where that is no more than 256 MiB, else a dictionary, so that a
/// search that stays in a corner of a huge conflict takes little memory.
struct ArrivalIndex: Sendable {
  private static let largestArray = 1 << 26

  private let actorCount: Int
  /// The numbers plus 1, 0 for none; empty when the dictionary is in use.
  private var flat: [UInt32] = []
  private var sparse: [Int: UInt32] = [:]

  init(stateCount: Int, actorCount: Int) {
    self.actorCount = actorCount
    let (size, isTooLarge) = stateCount.multipliedReportingOverflow(by: actorCount)
    if !isTooLarge, size <= Self.largestArray { flat = [UInt32](repeating: 0, count: size) }
  }

  subscript(position: Int, mover: Int) -> Int? {
    get {
      let key = position * actorCount + mover
      if flat.isEmpty { return sparse[key].map { Int($0) } }
      return flat[key] == 0 ? nil : Int(flat[key]) - 1
    }
    set {
      let key = position * actorCount + mover
      if flat.isEmpty {
        sparse[key] = newValue.map { UInt32($0) }
      } else {
        flat[key] = newValue.map { UInt32($0) + 1 } ?? 0
      }
    }
  }
}
