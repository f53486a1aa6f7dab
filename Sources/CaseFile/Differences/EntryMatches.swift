import ConflictModel
import Notation

/// Which entry of one list is which of the other, and of the base of both.
struct EntryMatches {
  /// An entry that stands in either or both, with its places.
  struct Match {
    var old: Int?
    var new: Int?
    var base: Int?
  }

  /// In the order of the first list, then of what only the second has.
  private(set) var all: [Match] = []

  /// Matches by `keys` where there are any, else by what tells one entry from
  /// another; what stands between the same neighbours in the base is a changed
  /// entry rather than one dropped and one added.
  init(
    _ old: [Node], _ new: [Node], _ base: [Node], keys: ([String], [String], [String])?, _ mapping: MapShape?
  ) {
    func partners(_ left: [Node], _ right: [Node], _ keys: ([String], [String])?) -> [Int?] {
      keys.map { Self.same($0.0, $0.1) } ?? Self.same(left, right, mapping)
    }
    var ours = partners(base, old, keys.map { ($0.2, $0.0) })
    var theirs = partners(base, new, keys.map { ($0.2, $0.1) })
    let direct = partners(old, new, keys.map { ($0.0, $0.1) })
    if keys == nil {
      let taken = Set(direct.compactMap { $0 })
      Self.fillGaps(&ours, old.count) { direct[$0] != nil }
      Self.fillGaps(&theirs, new.count) { taken.contains($0) }
    }
    var originOfOld = [Int?](repeating: nil, count: old.count)
    var originOfNew = [Int?](repeating: nil, count: new.count)
    for (index, partner) in ours.enumerated() { if let partner { originOfOld[partner] = index } }
    for (index, partner) in theirs.enumerated() { if let partner { originOfNew[partner] = index } }
    var isTaken = [Bool](repeating: false, count: new.count)
    for index in old.indices {
      var match = Match(old: index, new: nil, base: originOfOld[index])
      if let origin = match.base {
        match.new = theirs[origin]
      } else if let partner = direct[index], originOfNew[partner] == nil {
        match.new = partner
      }
      // What is the same in both though not in the base was the same there.
      if match.new == nil, let partner = direct[index], originOfNew[partner] == nil || match.base == nil {
        match.new = partner
        match.base = match.base ?? originOfNew[partner]
      }
      if let partner = match.new {
        if isTaken[partner] { match.new = nil } else { isTaken[partner] = true }
      }
      all.append(match)
    }
    for index in new.indices where !isTaken[index] {
      let origin = originOfNew[index]
      all.append(Match(old: nil, new: index, base: origin))
    }
  }

  private static func same(_ left: [String], _ right: [String]) -> [Int?] {
    let places = right.firstPlaces
    return left.map { places[$0] }
  }

  private static func same(_ left: [Node], _ right: [Node], _ mapping: MapShape?) -> [Int?] {
    var partners = [Int?](repeating: nil, count: left.count)
    var isTaken = [Bool](repeating: false, count: right.count)
    func match(_ key: (Node) -> Node?) {
      var open: [Node: [Int]] = [:]
      for index in right.indices.reversed() where !isTaken[index] {
        if let value = key(right[index]) { open[value, default: []].append(index) }
      }
      for index in left.indices where partners[index] == nil {
        guard let value = key(left[index]), let found = open[value]?.popLast() else { continue }
        partners[index] = found
        isTaken[found] = true
      }
    }
    guard let mapping else {
      match { $0 }
      return partners
    }
    if mapping.identity.isEmpty {
      match { $0 }
      func matchKeys(_ counts: (Manner) -> Bool) {
        match { node in
          Node(
            .map((node.entries ?? []).filter { counts(mapping.field($0.key)?.manner ?? Manner()) }), at: .none
          )
        }
      }
      matchKeys { $0.role == .judgement }
      matchKeys { $0.role == .judgement && !$0.isDetail }
    }
    for key in mapping.identity { match { $0[key] } }
    return partners
  }

  /// Pairs what has no partner and stands between the same neighbours, in order.
  private static func fillGaps(_ partners: inout [Int?], _ count: Int, isKnown: (Int) -> Bool) {
    var isUsed = [Bool](repeating: false, count: count)
    for partner in partners { if let partner { isUsed[partner] = true } }
    var last = -1
    for index in partners.indices {
      if let partner = partners[index] {
        last = partner
        continue
      }
      // Behind the partner of the one before it, up to the next that has one.
      var place = last + 1
      while place < count, !isUsed[place], isKnown(place) { place += 1 }
      guard place < count, !isUsed[place] else { continue }
      partners[index] = place
      isUsed[place] = true
      last = place
    }
  }
}
