internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where the present may be more situations than two: they are told of together, by what those of one
// fate have in common.
extension Names {
  /// So many situations that the present may be are told of one by one.
  static let fewPresents = 2

  /// Whether the present may be more situations than are told of one by one.
  var hasManyPresents: Bool { presents.count > Self.fewPresents }

  /// What tells a state from the others of some: `with “Shells” and without “Talks”`.
  func variant(_ state: State, among all: [State]) -> Sentence {
    if isGraph { return "as \(title(of: state) ?? self.state(state))" }
    return variant(state, differingIn: Self.differing(all))
  }

  /// What tells some of the states that the present may be from all others of them: `with “Shells”`;
  /// nil where nothing in common does.
  func common(_ some: [State]) -> Sentence? { common(some, among: presents) }

  /// What tells some states from all others of a list; nil where nothing in common does.
  func common(_ some: [State], among all: [State]) -> Sentence? {
    guard let first = some.first else { return nil }
    if isGraph { return Prose.list(some.map { variant($0, among: all) }, atMost: 3, "or") }
    let shared = Self.differing(all) & ~Self.differing(some)
    let alike = all.filter { ($0.code ^ first.code) & shared == 0 }
    if alike.count != some.count { return nil }
    let words = variant(first, differingIn: shared)
    return words.isEmpty ? nil : words
  }

  /// The codes of the options in which some states differ.
  private static func differing(_ states: [State]) -> UInt64 {
    states.reduce(0) { $0 | $1.code } & ~states.reduce(UInt64.max) { $0 & $1.code }
  }

  /// Which of the situations that the present may be last, as the beginning of a sentence.
  func lasting(_ some: [State]) -> Sentence { told(some).words }

  /// The same, and the word that leads to the others.
  private func told(_ some: [State]) -> (words: Sentence, others: Sentence) {
    if presents.count == 2, some.count != 1 {
      return (some.isEmpty ? "Either way it does not last" : "Either way it lasts", "")
    }
    if some.isEmpty { return ("None of them lasts", "") }
    if some.count == presents.count { return ("Each of them lasts", "") }
    if let words = common(some) { return ("It lasts only \(words)", "otherwise") }
    if let words = common(presents.filter { !some.contains($0) }) {
      return ("It lasts except \(words)", "then")
    }
    let count = Prose.capitalized(Prose.number(some.count))
    return ("\(count) of them \(Prose.verb(some.count, "lasts", "last"))", "otherwise")
  }

  /// What becomes of the present, however many situations it may be; empty where the case names none.
  ///
  /// - Parameter leaving: Who would leave a state; nil where it cannot be.
  func fateOfPresent(_ leaving: (State) -> [Int]?) -> Sentence {
    let each = presents.compactMap { state in leaving(state).map { (state: state, leaving: $0) } }
    guard let first = each.first else { return "" }
    if presents.count > 1 { return "\(openPresent) \(fates(each))" }
    let name = present(first.state)
    return first.leaving.isEmpty
      ? "\(name) lasts." : "\(name) does not last: \(actors(first.leaving)) would leave."
  }

  /// The same as a solution has it that decided the concept, with the act by which the first would leave.
  func fateOfPresent(in solution: Solution, _ concept: Concept) -> Sentence {
    if presents.count == 1, let verdict = Verdict(on: presents[0], under: concept, in: solution, Control()),
      let first = verdict.leaving.first, case .unstable(let escape)? = verdict.reasons(first)?.finding
    {
      let act = change(from: verdict.state, to: escape.improvement)
      let others = verdict.leaving.dropFirst()
      return
        "\(present(verdict.state)) does not last: \(actor(first)) would leave by \(act)\(others.isEmpty ? "" : ", and so would \(actors(others))")."
    }
    return fateOfPresent { state in
      solution.states.position(of: state).map { position in
        solution.conflict.actors.indices.filter { !solution.isStable(concept, actor: $0, position: position) }
      }
    }
  }

  /// Which of them last and who would leave the others.
  ///
  /// - Parameter alone: What follows the names of those who leave.
  func fates(_ each: [(state: State, leaving: [Int])], alone: Sentence = "") -> Sentence {
    let gone = each.filter { !$0.leaving.isEmpty }
    let (start, others) = told(each.filter { $0.leaving.isEmpty }.map { $0.state })
    if gone.isEmpty { return "\(start)." }
    let who = conflict.actors.indices.filter { actor in gone.contains { $0.leaving.contains(actor) } }
    let list = Prose.list(who.map { actor($0) }, atMost: 4, "or")
    return gone.count == each.count
      ? "\(start): \(list) would leave\(alone)." : "\(start); \(others) \(list) would leave\(alone)."
  }
}
