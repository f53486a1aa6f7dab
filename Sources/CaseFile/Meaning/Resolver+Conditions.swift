import ConflictModel
import Notation

// Conditions with their names looked up.
extension Resolver {
  /// The condition that the expression means; names that mean nothing are noted
  /// and stand for false.
  mutating func condition(_ expression: ConditionText, in actor: Int? = nil) -> Condition {
    switch expression {
    case .constant(let value): .constant(value)
    case .name(let name, let place): self.name(name, at: place, in: actor)
    case .comparison(let name, let comparison, let level, let place):
      self.comparison(name, comparison, level, at: place, in: actor)
    case .not(let inner): .not(condition(inner, in: actor))
    case .and(let parts): .all(parts.map { condition($0, in: actor) })
    case .or(let parts): .any(parts.map { condition($0, in: actor) })
    case .count(let bound, let number, let parts):
      .count(bound.bound, number, parts.map { condition($0, in: actor) })
    case .joined(let left, let connective, let right):
      joined(condition(left, in: actor), connective, condition(right, in: actor))
    }
  }

  private func joined(
    _ left: Condition, _ connective: ConditionText.Connective, _ right: Condition
  ) -> Condition {
    switch connective {
    case .implies, .onlyIf, .needs: .implies(left, right)
    case .if: .implies(right, left)
    case .unless: .any([left, right])
    case .iff: .iff(left, right)
    }
  }

  private mutating func name(_ name: String, at place: Place, in actor: Int?) -> Condition {
    guard let meaning = look(up: name, at: place, in: actor) else { return .constant(false) }
    switch meaning {
    case .option(let index): return .taken(index)
    case .event(let index): return .event(index)
    case .term(let index): return .term(termOrder.isEmpty ? index : termOrder[index])
    case .state(let index): return .state(State(UInt64(index)))
    case .level(let index):
      let level = levels[index]
      note(
        .bareLevel, "'\(name)' has levels; say which, as in '\(name) >= \(level.levels[1])'", at: place,
        hint: "its levels are \(level.levels.joined(separator: ", "))")
    case .actor:
      note(
        .wrongKind, "'\(name)' is an actor and not something that holds or does not", at: place,
        hint: "name one of its options, as in '\(name).option'")
    }
    return .constant(false)
  }

  /// What the name stands for; noted when it stands for nothing.
  mutating func look(up name: String, at place: Place, in actor: Int?) -> NameTable.Meaning? {
    switch names.look(up: name, in: actor) {
    case .success(let meaning): return meaning
    case .failure(let error):
      switch error.failure {
      case .unknown(let near):
        note(
          .unknownName, "nothing is called '\(name)'", at: place,
          hint: hint(toSharedIn: name, in: actor) ?? near.map { "did you mean '\($0)'?" })
      case .ambiguous(let candidates):
        note(
          .ambiguousName, "'\(name)' could be \(candidates.map { $0.words }.joined(separator: " or "))",
          at: place,
          hint: hint(atAmbiguous: candidates),
          notes: candidates.map { Diagnostic.Note("\($0.words) is here", at: $0.place) })
      }
      return nil
    }
  }

  /// How to write what is nobody's and stands behind an actor's name.
  private func hint(toSharedIn name: String, in actor: Int?) -> String? {
    guard let id = names.sharedName(in: name, of: actor)?.id, let kind = names.kinds[id] else { return nil }
    return "'\(id)' is \(kind.withArticle) and no actor's option: write '\(id)'"
  }

  private func hint(atAmbiguous candidates: [NameTable.Candidate]) -> String {
    let isShared = candidates.contains { $0.words.hasPrefix("the ") }
    let option = candidates.last { !$0.words.hasPrefix("the ") }?.words ?? "actor.option"
    return isShared
      ? "write '\(option)' for the option; to mean the other, give it an id that no option has"
      : "write the actor's id in front, as in 'actor.option'"
  }

  private mutating func comparison(
    _ name: String, _ comparison: ConditionText.Comparison, _ level: String, at place: Place, in actor: Int?
  ) -> Condition {
    guard let meaning = look(up: name, at: place, in: actor) else { return .constant(false) }
    guard case .level(let index) = meaning else {
      note(
        .wrongKind, "'\(name)' has no levels to compare", at: place,
        hint: hint(to: name, comparison, level, in: actor))
      return .constant(false)
    }
    let option = levels[index]
    guard let position = option.levels.firstIndex(of: level) else {
      note(
        .unknownLevel, "'\(name)' has no level '\(level)'", at: place,
        hint: nearest(to: level, among: option.levels).map { "did you mean '\($0)'?" }
          ?? "its levels are \(option.levels.joined(separator: ", "))")
      return .constant(false)
    }
    let atLeast = option.condition(atLeast: position)
    let above = option.condition(atLeast: position + 1)
    switch comparison {
    case .atLeast: return atLeast
    case .greater: return above
    case .less: return .not(atLeast)
    case .atMost: return .not(above)
    case .equal: return .all([atLeast, .not(above)])
    case .notEqual: return .not(.all([atLeast, .not(above)]))
    }
  }

  /// What was probably meant by a comparison of something without levels.
  private func hint(
    to name: String, _ comparison: ConditionText.Comparison, _ other: String, in actor: Int?
  ) -> String? {
    let isTruth = ["yes", "no", "true", "false", "on", "off", "taken"].contains(other.lowercased())
    if !isTruth, case .failure = names.look(up: other, in: actor) {
      // A word for yes or no, misspelt; or a level that something without levels does not have.
      let near = nearest(to: other.lowercased(), among: ["yes", "no", "true", "false"])
      let meant = near.flatMap { ConditionParser.comparison(name, comparison, $0) }
      return meant ?? "it holds or does not: write '\(name)' or 'not \(name)'"
    }
    return ConditionParser.comparison(name, comparison, other)
  }

  // MARK: Terms in order

  /// Sorts the named conditions so that each uses only earlier ones, and turns
  /// them into the terms of the conflict.
  mutating func resolveTerms() -> [Condition] {
    var uses: [[Int]] = []
    for named in namedConditions {
      var used: Set<Int> = []
      for name in named.written?.names ?? [] {
        if case .success(.term(let index)) = names.look(up: name.name, in: nil) { used.insert(index) }
      }
      uses.append(used.sorted())
    }
    guard let order = sorted(uses) else { return [] }
    termOrder = [Int](repeating: 0, count: order.count)
    for (position, index) in order.enumerated() { termOrder[index] = position }
    return order.map { index in
      let named = namedConditions[index]
      return named.written.map { condition($0) } ?? .all(named.halves.map { .taken($0) })
    }
  }

  /// The conditions in an order in which each comes after those it uses; nil,
  /// and noted, when they go round in a circle.
  private mutating func sorted(_ uses: [[Int]]) -> [Int]? {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: uses.count)
    var order: [Int] = []
    var hasCycle = false
    for start in uses.indices where marks[start] == .new {
      // A stack of its own, because a chain of terms may be longer than the
      // program's stack is deep.
      var path: [(term: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (term, next) = path.last {
        guard next < uses[term].count else {
          marks[term] = .done
          order.append(term)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let used = uses[term][next]
        switch marks[used] {
        case .done: break
        case .new:
          marks[used] = .open
          path.append((used, 0))
        case .open:
          hasCycle = true
          noteCycle(path.drop { $0.term != used }.map { $0.term })
        }
      }
    }
    return hasCycle ? nil : order
  }

  private mutating func noteCycle(_ cycle: [Int]) {
    let ids = cycle.map { namedConditions[$0].term.id }
    let shown = (ids + [ids[0]]).prefix(12).joined(separator: " uses ")
    note(
      .definitionCycle, "definitions go round in a circle: \(shown)", at: namedConditions[cycle[0]].place,
      notes: cycle.dropFirst().prefix(8).map {
        Diagnostic.Note("'\(namedConditions[$0].term.id)' is here", at: namedConditions[$0].place)
      })
  }
}

extension LevelOption {
  /// The condition that the level is at least the one at `position`.
  func condition(atLeast position: Int) -> Condition {
    if position == 0 { return .constant(true) }
    return position < levels.count ? .taken(firstOption + position - 1) : .constant(false)
  }
}

extension ConditionText.Count {
  var bound: Condition.Bound {
    switch self {
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .exactly: .exactly
    }
  }
}
