package import CaseFile
package import ConflictModel
internal import Stability

/// The judgements that decide an answer, each with how many verdicts it decides.
///
/// Two states compare by the first statement in which they differ. So the
/// statements behind a verdict are those that decide its comparisons: why a move
/// is a gain or none, why an answer hurts, why those who answer would want to.
/// Looked at are the verdicts on every actor at the status quo and at the
/// equilibria, under the concept that asks most of each; of very many
/// equilibria, the first.
package struct Ledger: Sendable {
  /// The most equilibria whose reasons are gone through.
  static let stateLimit = 60
  /// The same of states of which there are no tables, where each takes a hundred times as long.
  private static let unlistedLimit = 6

  /// A judgement and what hangs on it.
  package struct Entry: Sendable {
    package let judgement: Judgement
    package let hedge: Hedge?
    /// The number of verdicts, each of one actor at one state, that it decides;
    /// nil for what lies behind every verdict, such as a rule.
    package let verdicts: Int?

    /// Whether a reader should be told: something speaks against it, or nothing
    /// firmer than an inference backs it.
    package var isDoubtful: Bool { judgement.isDoubtful }
  }

  /// Preferences that decide some verdict, the most decisive first; then rules,
  /// restrictions of moves, events that any of these depends on, and the status quo.
  package let entries: [Entry]

  /// The entries of which a reader should be told, those first against which
  /// something speaks.
  package var doubtful: [Entry] {
    let doubtful = entries.filter { $0.isDoubtful }
    return doubtful.filter { $0.judgement.isDisputed } + doubtful.filter { !$0.judgement.isDisputed }
  }

  /// The number of equilibria gone through, and how many there are.
  package let examined: (states: Int, of: Int)
  /// Why fewer were gone through than should be, or nil.
  package let limit: Limit?

  package init(_ solved: SolvedCase, control: Control = Control()) {
    var collector = Collector(solved, control)
    var examined = 0
    var limit: Limit?
    let most = solved.solution.isListed ? Self.stateLimit : Self.unlistedLimit
    do throws(StateGraph.Stopped) {
      for strengthClass in solved.strengthClasses {
        for position in strengthClass.states.prefix(most - examined) {
          try collector.add(position)
          examined += 1
        }
      }
      let completions = solved.subject.statusQuo?.completions.prefix(most) ?? []
      for state in completions {
        if solved.solution.hasAllStates, let position = solved.solution.states.position(of: state) {
          try collector.add(position)
        }
      }
    } catch {
      limit = error.limit
    }
    self.limit = limit
    self.examined = (examined, solved.lasting.count)
    entries = collector.entries
  }
}

/// Goes through verdicts and counts what decides them.
private struct Collector {
  let solved: SolvedCase
  private let control: Control
  /// Of states of which there are no tables so many moves are compared, and so many gains with their answers.
  private static let mostMoves = 64
  let conflict: Conflict
  /// For each actor, each statement: the verdicts it decides.
  private var statements: [[Int]]
  /// For each actor, the verdicts that its ranking or weights decide.
  private var wholes: [Int]
  private let predicates: [[ReadyCondition]]
  private var knownTruths: [[State: [Bool]]]
  private var seen: Set<Int> = []
  private var decided: Set<Decision> = []

  private struct Decision: Hashable {
    let actor: Int
    /// -1 for a ranking or weights as a whole.
    let statement: Int
  }

  init(_ solved: SolvedCase, _ control: Control) {
    self.solved = solved
    self.control = control
    conflict = solved.conflict
    statements = solved.conflict.actors.map { actor in
      if case .statements(let conditions) = actor.preference { return conditions.map { _ in 0 } }
      return []
    }
    wholes = solved.conflict.actors.map { _ in 0 }
    predicates = solved.conflict.actors.map { actor in
      guard case .statements(let conditions) = actor.preference else { return [] }
      return conditions.map { solved.conflict.predicate($0) }
    }
    knownTruths = solved.conflict.actors.map { _ in [:] }
  }

  /// Counts what decides the verdicts on every actor at a position.
  mutating func add(_ position: Int) throws(StateGraph.Stopped) {
    guard seen.insert(position).inserted else { return }
    let held = solved.strongestFirst.first { solved.solution.isEquilibrium($0, position: position) }
    for actor in conflict.actors.indices {
      decided.removeAll(keepingCapacity: true)
      let state = solved.solution.states[position]
      let moves = solved.solution.moves(of: actor, from: position)
      for target in solved.solution.isListed ? moves[...] : moves.prefix(Self.mostMoves) {
        note(actor, solved.solution.states[target], state)
      }
      if !solved.solution.improvements(of: actor, from: position).isEmpty {
        // At a state that does not last, the concept that is hardest to fail tells why.
        for concept in held.map({ [$0] }) ?? solved.strongestFirst.suffix(1) {
          note(
            try solved.solution.someReasons(
              concept, actor: actor, position: position, atMost: Self.mostMoves, control: control))
        }
      }
      for decision in decided {
        if decision.statement >= 0 {
          statements[decision.actor][decision.statement] += 1
        } else {
          wholes[decision.actor] += 1
        }
      }
    }
  }

  private mutating func note(_ certificate: Certificate) {
    let (actor, state) = (certificate.actor, certificate.state)
    switch certificate.finding {
    case .stable(let deterrences):
      for deterrence in deterrences {
        switch deterrence.sanction {
        case .sequence(let steps, let counterMoves):
          note(actor, steps.last?.state ?? state, state)
          for move in counterMoves { note(actor, move, state) }
          var current = deterrence.improvement
          for step in steps {
            if certificate.concept.needsCredibleAnswers { note(step.actor, step.state, current) }
            current = step.state
          }
        case .together(let steps, let outcome):
          note(actor, outcome, state)
          for step in steps { note(step.actor, step.state, state) }
        }
      }
    case .unstable(let escape):
      guard case .closedSet(let answers) = escape.reason else { return }
      for answer in answers.prefix(200) { note(actor, answer.counterMove ?? answer.state, state) }
    }
  }

  private mutating func note(_ actor: Int, _ state: State, _ base: State) {
    switch conflict.actors[actor].preference {
    case .statements:
      let (one, other) = (truths(actor, state), truths(actor, base))
      if let deciding = one.indices.first(where: { one[$0] != other[$0] }) {
        decided.insert(Decision(actor: actor, statement: deciding))
      }
    case .ranking, .weights: decided.insert(Decision(actor: actor, statement: -1))
    case .indifferent: break
    }
  }

  /// Which of the actor's statements hold in the state, worked out once for each state.
  private mutating func truths(_ actor: Int, _ state: State) -> [Bool] {
    if let known = knownTruths[actor][state] { return known }
    let truths = predicates[actor].map { $0(state) }
    knownTruths[actor][state] = truths
    return truths
  }

  var entries: [Ledger.Entry] {
    let judgements = solved.subject.judgements
    let events = solved.subject.decidingEvents
    var preferences: [Ledger.Entry] = []
    var others: [Ledger.Entry] = []
    for judgement in judgements {
      switch judgement.kind {
      case .statement:
        guard let actor = judgement.actor, statements[actor].indices.contains(judgement.index),
          statements[actor][judgement.index] > 0
        else { continue }
        let texts = solved.subject.statements(of: actor)
        let hedge = texts.indices.contains(judgement.index) ? texts[judgement.index].hedge : nil
        preferences.append(
          Ledger.Entry(judgement: judgement, hedge: hedge, verdicts: statements[actor][judgement.index]))
      case .ranking, .weight:
        guard let actor = judgement.actor, wholes[actor] > 0 else { continue }
        preferences.append(Ledger.Entry(judgement: judgement, hedge: nil, verdicts: wholes[actor]))
      case .rule:
        let rules = solved.subject.document.rules
        let hedge = rules.indices.contains(judgement.index) ? rules[judgement.index].hedge : nil
        others.append(Ledger.Entry(judgement: judgement, hedge: hedge, verdicts: nil))
      case .event where !events.contains(judgement.index):
        continue
      case .move, .misperception, .event, .statusQuo:
        others.append(Ledger.Entry(judgement: judgement, hedge: nil, verdicts: nil))
      case .document, .source, .actor, .option, .level, .joint, .term, .outcome, .declaration, .profile,
        .perception, .state, .expectation, .history:
        continue
      }
    }
    preferences.sort { ($0.verdicts ?? 0) > ($1.verdicts ?? 0) }
    return preferences + others
  }
}

extension Judgement {
  /// Whether a reader should be told: something speaks against it, or nothing firmer than an
  /// inference backs it.
  package var isDoubtful: Bool {
    isDisputed || basis == nil || basis == .inferred || basis == .assumed
      || evidence.allSatisfy { $0.source == nil || $0.isAgainst }
  }
}
