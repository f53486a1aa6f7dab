package import ConflictModel

/// Some of the actors of a conflict, acting together.
package struct Coalition: Sendable, Hashable {
  /// Who they are, by rising index; at least one.
  package let members: [Int]

  /// The coalition of the given actors; each counts once.
  package init(_ members: some Sequence<Int>) {
    self.members = Set(members).sorted()
  }

  /// Those of so many actors that are not in it; nil when all are.
  package func others(of actorCount: Int) -> Coalition? {
    let others = (0..<actorCount).filter { !members.contains($0) }
    return others.isEmpty ? nil : Coalition(others)
  }

  /// Every coalition of its members, itself and single members included.
  package var parts: [Coalition] {
    (1..<(1 << members.count)).map { bits in
      Coalition(members.indices.filter { bits & (1 << $0) != 0 }.map { members[$0] })
    }
  }

  /// Every coalition of two or more of so many actors, the smallest first.
  ///
  /// - Precondition: There are at most ``maximumActorCount`` actors.
  package static func all(of actorCount: Int) -> [Coalition] {
    precondition(actorCount <= maximumActorCount, "there are too many coalitions to list")
    if actorCount < 2 { return [] }
    let all = Coalition(0..<actorCount).parts.filter { $0.members.count > 1 }
    return all.sorted { first, second in
      let (left, right) = (first.members, second.members)
      return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }

  /// Up to so many actors all coalitions are looked at.
  package static let maximumActorCount = 10

  /// Up to so many actors a coalition that is named is looked at.
  package static let largestActorCount = 62

  /// Under `seq` every coalition of the others may answer, so there may be so many
  /// others at most.
  package static let maximumOthersCount = 16

  /// The concepts under which it can be looked at in a conflict of so many actors.
  package func concepts(of actorCount: Int) -> [Concept] {
    if actorCount > Self.largestActorCount { return [] }
    let isSmall = actorCount - members.count <= Self.maximumOthersCount
    return Concept.coalitional.filter { isSmall || $0 != .seq }
  }
}

extension Concept {
  /// The concepts that have a version for coalitions.
  package static let coalitional: [Concept] = [.nash, .gmr, .smr, .seq]
}
