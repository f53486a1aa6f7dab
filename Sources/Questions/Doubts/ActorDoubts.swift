internal import CaseFile
internal import ConflictModel

/// Everything in doubt about one actor's wishes, piece by piece in order of
/// importance, so that choosing a way for each doubt gives the wishes.
struct ActorDoubts: Sendable {
  private enum Piece: Sendable {
    case statement(Int)
    case optional(Int)
    case group(GroupWays)
    case tiers([[State]])
    case stretch(RankingWays)
  }

  private let pieces: [Piece]
  private let actor: Int

  /// Nil when the unknown pairs of its ranking have more orders than can be counted.
  init?(of actor: Int, in subject: Case) {
    self.actor = actor
    switch subject.conflict.actors[actor].preference {
    case .statements:
      pieces = Self.pieces(subject.statements(of: actor))
    case .ranking(let tiers) where !subject.unknownPairs[actor].isEmpty:
      guard let pieces = Self.pieces(tiers, subject.unknownPairs[actor]) else { return nil }
      self.pieces = pieces
    default:
      pieces = []
    }
  }

  private static func pieces(_ statements: [StatementText]) -> [Piece] {
    statements.runs.map { run in
      if run.count > 1 {
        return .group(
          GroupWays(sure: run.filter { statements[$0].isSure }, unsure: run.filter { !statements[$0].isSure })
        )
      }
      return statements[run.lowerBound].isSure ? .statement(run.lowerBound) : .optional(run.lowerBound)
    }
  }

  /// Cuts the ranking into the stretches that unknown pairs span, and the rest.
  private static func pieces(_ tiers: [[State]], _ pairs: [Case.UnknownPair]) -> [Piece]? {
    var tierOf: [State: Int] = [:]
    for (index, tier) in tiers.enumerated() { for state in tier { tierOf[state] = index } }
    let spans = pairs.compactMap { pair -> ClosedRange<Int>? in
      guard let first = tierOf[pair.first], let second = tierOf[pair.second] else { return nil }
      return min(first, second)...max(first, second)
    }
    var merged: [ClosedRange<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, span.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    var pieces: [Piece] = []
    var next = 0
    for span in merged {
      if next < span.lowerBound { pieces.append(.tiers(Array(tiers[next..<span.lowerBound]))) }
      let inside = pairs.filter { tierOf[$0.first].map(span.contains) ?? false }
      guard let ways = RankingWays(tiers: Array(tiers[span]), unknown: inside.map { ($0.first, $0.second) })
      else { return nil }
      pieces.append(.stretch(ways))
      next = span.upperBound + 1
    }
    if next < tiers.count { pieces.append(.tiers(Array(tiers[next...]))) }
    return pieces
  }

  /// What is in doubt, in order of importance.
  var doubts: [Doubt] {
    pieces.compactMap { piece in
      switch piece {
      case .statement, .tiers: nil
      case .optional(let statement):
        Doubt(actor: actor, content: .absence(statement: statement), wayCount: 2)
      case .group(let group):
        Doubt(
          actor: actor,
          content: .order(statements: (group.sure + group.unsure).sorted(), unsure: group.unsure),
          wayCount: group.count)
      case .stretch(let ways):
        Doubt(
          actor: actor,
          content: .pairs(
            ways.unknown.map { Self.pair($0, ways) },
            settled: ways.settled.map { Self.pair($0, ways) }), wayCount: ways.count)
      }
    }
  }

  private static func pair(_ pair: (first: Int, second: Int), _ ways: RankingWays) -> Case.UnknownPair {
    let (first, second) = (ways.states[pair.first], ways.states[pair.second])
    return Case.UnknownPair(first: min(first, second), second: max(first, second))
  }

  /// Everything that could be asked about the doubts.
  var questions: [DoubtQuestion] {
    var all: [DoubtQuestion.Content] = []
    for piece in pieces {
      switch piece {
      case .statement, .tiers: break
      case .optional(let statement): all.append(.inForce(statement: statement))
      case .group(let group):
        all += group.unsure.map { .inForce(statement: $0) }
        let members = (group.sure + group.unsure).sorted()
        for (index, member) in members.enumerated() {
          for other in members[(index + 1)...] { all.append(.before(statement: member, other: other)) }
        }
      case .stretch(let ways):
        let settled = ways.settled
        for pair in ways.unknown where !settled.contains(where: { $0 == pair }) {
          let (first, second) = (ways.states[pair.first], ways.states[pair.second])
          all += [.better(first, than: second), .better(second, than: first)]
        }
      }
    }
    return all.map { DoubtQuestion(actor: actor, content: $0) }
  }

  /// The wishes when each doubt is settled in the way of the given number.
  func wishes(_ ways: [UInt64]) -> Wishes {
    var statements: [Int] = []
    var tiers: [[State]] = []
    var next = 0
    func way() -> UInt64 {
      defer { next += 1 }
      return ways[next]
    }
    for piece in pieces {
      switch piece {
      case .statement(let statement): statements.append(statement)
      case .optional(let statement): if way() == 0 { statements.append(statement) }
      case .group(let group): statements += group[way()]
      case .tiers(let fixed): tiers += fixed
      case .stretch(let stretch): tiers += stretch[way()]
      }
    }
    if !tiers.isEmpty { return .ranking(tiers) }
    return pieces.isEmpty ? .asWritten : .statements(statements)
  }

  /// For each pair of states that a ranking may leave open, from the first state's
  /// side, how they may stand to one another.
  var possiblePairs: [Case.UnknownPair: PossibleRelations] {
    var result: [Case.UnknownPair: PossibleRelations] = [:]
    for case .stretch(let ways) in pieces {
      for (pair, possible) in zip(ways.unknown, ways.possible) {
        let (first, second) = (ways.states[pair.first], ways.states[pair.second])
        if first < second {
          result[Case.UnknownPair(first: first, second: second)] = possible
        } else {
          result[Case.UnknownPair(first: second, second: first)] = possible.reversed
        }
      }
    }
    return result
  }

  /// How two states may compare, given the statements in which they differ and
  /// whether the first satisfies each.
  ///
  /// A statement that surely counts settles it. One that may be absent can settle
  /// it, and may leave it to those below. In a list whose order is not known, any
  /// in which the states differ can come first, and if one of them surely counts,
  /// it goes no further.
  func possible(_ holdsInFirst: (Int) -> Bool, _ holdsInSecond: (Int) -> Bool) -> PossibleRelations {
    var result: PossibleRelations = []
    func compare(_ statement: Int) -> PossibleRelations {
      let (first, second) = (holdsInFirst(statement), holdsInSecond(statement))
      return first == second ? [] : first ? .better : .worse
    }
    for piece in pieces {
      switch piece {
      case .statement(let statement):
        let decided = compare(statement)
        if !decided.isEmpty { return result.union(decided) }
      case .optional(let statement):
        result.formUnion(compare(statement))
      case .group(let group):
        var isDecided = false
        for statement in group.sure {
          let decided = compare(statement)
          if !decided.isEmpty { isDecided = true }
          result.formUnion(decided)
        }
        for statement in group.unsure { result.formUnion(compare(statement)) }
        if isDecided { return result }
      case .tiers, .stretch: break
      }
    }
    return result.union(.tied)
  }
}
