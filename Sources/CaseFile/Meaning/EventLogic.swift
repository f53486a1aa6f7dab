public import ConflictModel

/// The value of conditions that are about events alone.
struct EventLogic {
  private let holding: [Bool]
  /// For each term its value, nil when it is about more than events.
  private var terms: [Bool?] = []

  /// - Parameters:
  ///   - holding: The values of the events.
  ///   - terms: The named conditions, each of which uses only earlier ones.
  init(holding: [Bool], terms: [Condition]) {
    self.holding = holding
    for term in terms { self.terms.append(value(of: term)) }
  }

  /// The value of a condition, or nil when it is about more than events.
  func value(of condition: Condition) -> Bool? {
    switch condition {
    case .constant(let value): value
    case .event(let index): holding[index]
    case .term(let index): terms.indices.contains(index) ? terms[index] : nil
    case .taken, .state: nil
    case .not(let inner): value(of: inner).map { !$0 }
    case .all(let parts): values(of: parts).map { $0.allSatisfy { $0 } }
    case .any(let parts): values(of: parts).map { $0.contains(true) }
    case .implies(let left, let right): values(of: [left, right]).map { !$0[0] || $0[1] }
    case .iff(let left, let right): values(of: [left, right]).map { $0[0] == $0[1] }
    case .count(let bound, let number, let parts):
      values(of: parts).map { values in
        let count = values.count { $0 }
        return switch bound {
        case .atLeast: count >= number
        case .atMost: count <= number
        case .exactly: count == number
        }
      }
    }
  }

  private func values(of parts: [Condition]) -> [Bool]? {
    let known = parts.compactMap { value(of: $0) }
    return known.count == parts.count ? known : nil
  }
}

extension Case {
  /// A move in graph form with what it depends on.
  package struct ListedMove: Sendable, Hashable {
    /// Where it starts.
    package var from: State
    /// Where it ends.
    package var to: State
    /// The events under which it can be made; always, when nil.
    package var condition: Condition?
  }

  /// The moves of each actor in graph form when events have the given values; nil
  /// when no move depends on any.
  public func moves(holding: [Bool]) -> [[[State]]]? {
    guard listedMoves.contains(where: { $0.contains { $0.condition != nil } }) else { return nil }
    let events = EventLogic(holding: holding, terms: conflict.terms)
    return listedMoves.map { $0.table(of: document.states.count, events) }
  }
}

extension [Case.ListedMove] {
  /// For each state, where the moves that can be made lead.
  func table(of stateCount: Int, _ events: EventLogic) -> [[State]] {
    var lists = [[State]](repeating: [], count: stateCount)
    for move in self where move.condition.map({ events.value(of: $0) == true }) ?? true {
      if !lists[Int(move.from.code)].contains(move.to) { lists[Int(move.from.code)].append(move.to) }
    }
    return lists
  }
}
