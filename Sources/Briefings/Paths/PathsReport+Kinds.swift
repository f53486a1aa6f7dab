internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

/// Situations that could last and go by one name, with the one to which the plainest way leads.
struct ReachedKind {
  /// The outcomes by which it goes, by index; none where no outcome names it.
  var outcomes: [Int]
  /// The situations of it that are reached; the nearest alone where there are too many to be listed.
  var positions: [Int]
  /// How many those are.
  var count: Int
  /// The one to which ways are told.
  var nearest: Int

  init(outcomes: [Int], positions: [Int], count: Int? = nil, nearest: Int) {
    (self.outcomes, self.positions, self.nearest) = (outcomes, positions, nearest)
    self.count = count ?? positions.count
  }
}

extension PathsReport {
  /// The situations reached by the outcomes that they belong to, the plainest way first; those that no
  /// outcome names are one more kind, or where they are few one each, as are all states of a graph, which
  /// have names of their own. One of several outcomes counts for each of them; outcomes to which one and
  /// the same way leads are one kind.
  func kinds(_ positions: [Int], _ reach: Reach) -> [ReachedKind] {
    if names.isGraph {
      return positions.filter { reach.contains($0) }
        .map { ReachedKind(outcomes: [], positions: [$0], nearest: $0) }
        .sorted { reach.isPlainer($0.nearest, than: $1.nearest) }
    }
    var members = [[Int]](repeating: [], count: subject.outcomes.count + 1)
    for position in positions {
      let outcomes = subject.outcomes(of: state(position))
      for outcome in outcomes { members[outcome].append(position) }
      if outcomes.isEmpty { members[members.count - 1].append(position) }
    }
    var kinds: [ReachedKind] = []
    var groups = members
    if members[members.count - 1].count <= Names.fewUnnamed {
      groups = members.dropLast() + members[members.count - 1].map { [$0] }
    }
    for (outcome, positions) in groups.enumerated() {
      guard let nearest = reach.nearest(of: positions) else { continue }
      let outcomes = outcome < subject.outcomes.count ? [outcome] : []
      if let known = kinds.firstIndex(where: { $0.nearest == nearest }) {
        kinds[known].outcomes += outcomes
        kinds[known].positions = Set(kinds[known].positions).union(positions).sorted()
        kinds[known].count = kinds[known].positions.count
      } else {
        kinds.append(ReachedKind(outcomes: outcomes, positions: positions, nearest: nearest))
      }
    }
    return kinds.sorted { reach.isPlainer($0.nearest, than: $1.nearest) }
  }

  /// The kinds of what could last and is reached, but the start.
  func lastingKinds(_ section: Section) -> [ReachedKind] {
    kinds(reached(section).map { $0.position }.filter { $0 != section.reach.start }, section.reach)
  }
}
