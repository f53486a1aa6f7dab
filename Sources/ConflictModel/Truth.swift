/// What is known of a condition while some options are still open.
enum Truth: UInt8 {
  case no = 0
  case yes = 1
  case open = 2

  init(_ value: Bool) {
    self = value ? .yes : .no
  }

  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .open: .open
    }
  }
}

/// Some options settled, the others still open; a ``State`` is the special case
/// in which none is open.
struct PartialState {
  /// The options taken, of those that are settled.
  var taken: UInt64
  /// The options not settled yet.
  var open: UInt64

  func option(_ index: Int) -> Truth {
    let bit: UInt64 = 1 << UInt64(index)
    return open & bit != 0 ? .open : Truth(taken & bit != 0)
  }
}
