// What must hold of every value here, said as what is wrong with one. The checks
// at the borders of modules are made in debug builds and tests only: the package
// defines ENTENTE_INTERNAL_CHECKS there.

/// Stops the program if something is wrong; does nothing in a release build.
public func checkInternally(_ fault: @autoclosure () -> String?) {
  #if ENTENTE_INTERNAL_CHECKS
    if let fault = fault() { preconditionFailure(fault) }
  #endif
}

extension StateSet {
  /// What is wrong with the set; nil when nothing is.
  public var fault: String? {
    Self.fault(of: words, over: slotCount)
  }

  /// What is wrong with words as those of a set over so many slots.
  public static func fault(of words: [UInt64], over slotCount: Int) -> String? {
    if slotCount < 0 { return "a set has \(slotCount) slots" }
    if words.count != (slotCount + 63) / 64 {
      return "a set over \(slotCount) slots has \(words.count) words"
    }
    guard slotCount % 64 != 0, let last = words.last, last >> UInt64(slotCount % 64) != 0 else { return nil }
    return "a set over \(slotCount) slots has members past the last"
  }
}

extension RankArray {
  /// What is wrong with the array as one of so many ranks; nil when nothing is. Of
  /// the slots outside `set` nothing is asked.
  public func fault(rankCount: Int, among set: StateSet) -> String? {
    if set.slotCount != count { return "\(count) ranks for a set over \(set.slotCount) slots" }
    if rankCount < 1 || rankCount - 1 > Int(width.greatest) {
      return "\(rankCount) ranks in \(width.rawValue) bytes each"
    }
    for slot in set where Int(self[slot]) >= rankCount {
      return "rank \(self[slot]) of \(rankCount) in slot \(slot)"
    }
    return nil
  }
}

extension Fibres {
  /// What is wrong with the fibres as a partition of so many slots, or of some of
  /// them; nil when nothing is.
  public func fault(slots: Int) -> String? {
    switch self {
    case .cube(let own):
      return slots & (slots - 1) != 0 || own >= UInt64(max(slots, 1)) ? "no cube of \(slots) slots" : nil
    case .lists(let members, let starts):
      guard let first = starts.first, first == 0, Int(starts[starts.count - 1]) == members.count else {
        return "fibres that do not begin and end with the list of their members"
      }
      for (start, end) in zip(starts, starts.dropFirst()) where start > end {
        return "a fibre that ends before it begins"
      }
      var isTaken = [Bool](repeating: false, count: slots)
      for member in members {
        if Int(member) >= slots { return "slot \(member) of \(slots) in a fibre" }
        if isTaken[Int(member)] { return "slot \(member) in two fibres" }
        isTaken[Int(member)] = true
      }
      return nil
    }
  }
}

extension FibreOrder {
  /// What is wrong with the order; nil when nothing is.
  public var fault: String? {
    if classCount < 0 || patternBits < 0 { return "an order of \(classCount) classes" }
    if patterns.map({ $0.count != places.count }) ?? false { return "patterns for other slots" }
    guard let placeCount = Self.placeCount(classCount: classCount, patternBits: patternBits) else {
      return "more places than a table has room for"
    }
    for slot in 0..<places.count where Int(places[slot]) >= placeCount {
      return "place \(places[slot]) of \(placeCount) in slot \(slot)"
    }
    return nil
  }
}
