// Sets of which only a part matters.
extension DiagramTable {
  /// A set that has the same members within `care`, and outside whatever keeps it small, with no
  /// variable that the set itself does not have.
  ///
  /// Coudert and Madre, A unified framework for the formal verification of sequential circuits, ICCAD 1990,
  /// doi:10.1109/ICCAD.1990.129859.
  package mutating func simplified(_ set: Diagram, within care: Diagram) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try simplified(set.arrow, care.arrow))
  }

  /// A set that has the same members within `care`, and outside the value that it has at the member of `care`
  /// which is nearest from the root down: it maps every set to one over the members of `care` alone.
  ///
  /// Coudert, Berthet and Madre, Verification of synchronous sequential machines based on symbolic execution,
  /// 1989, doi:10.1007/3-540-52148-8_30.
  package mutating func constrained(_ set: Diagram, to care: Diagram) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try constrained(set.arrow, care.arrow))
  }
}

extension DiagramTable {
  mutating func simplified(_ set: UInt32, _ care: UInt32) throws(DiagramHalt) -> UInt32 {
    if care == Arrow.everything || set <= Arrow.nothing { return set }
    if care == Arrow.nothing { return Arrow.nothing }
    if set == care { return Arrow.everything }
    if set == care ^ 1 { return Arrow.nothing }
    let (top, cares) = (level(set), level(care))
    let key = Self.key(.simplification, set, care)
    if let known = known(key) { return known }
    try step()
    let result: UInt32
    if cares < top {
      let (low, high) = branches(care, at: cares)
      result = try simplified(set, union(low, high))
    } else {
      let (ours, theirs) = (branches(set, at: top), branches(care, at: top))
      if theirs.low == Arrow.nothing {
        result = try simplified(ours.high, theirs.high)
      } else if theirs.high == Arrow.nothing {
        result = try simplified(ours.low, theirs.low)
      } else {
        let low = try simplified(ours.low, theirs.low)
        result = try node(top, low, simplified(ours.high, theirs.high))
      }
    }
    keep(key, is: result)
    return result
  }

  mutating func constrained(_ set: UInt32, _ care: UInt32) throws(DiagramHalt) -> UInt32 {
    if care == Arrow.everything || set <= Arrow.nothing { return set }
    if care == Arrow.nothing { return Arrow.nothing }
    if set == care { return Arrow.everything }
    if set == care ^ 1 { return Arrow.nothing }
    let top = min(level(set), level(care))
    let key = Self.key(.constraint, set, care)
    if let known = known(key) { return known }
    try step()
    let (ours, theirs) = (branches(set, at: top), branches(care, at: top))
    let result: UInt32
    if theirs.low == Arrow.nothing {
      result = try constrained(ours.high, theirs.high)
    } else if theirs.high == Arrow.nothing {
      result = try constrained(ours.low, theirs.low)
    } else {
      let low = try constrained(ours.low, theirs.low)
      result = try node(top, low, constrained(ours.high, theirs.high))
    }
    keep(key, is: result)
    return result
  }
}
