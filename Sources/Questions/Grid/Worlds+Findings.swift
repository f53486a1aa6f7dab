internal import CaseFile
package import ConflictModel

extension Worlds {
  /// Something whose fate depends, or does not, on the world.
  package enum Topic: Sendable, Hashable {
    /// Whether a state of the outcome lasts, by index: 1 if one does, else 0.
    case outcome(Int)
    /// Whether the option is taken where it lasts, by index: 0 never, 1 always, 2
    /// in some equilibria only, 3 there is no equilibrium.
    case option(Int)
    /// Whether the state lasts: 1 if it does, else 0.
    case state(State)
    /// Whether the status quo lasts: 1 if it does, else 0.
    case statusQuo
    /// Whether the actor would leave the status quo, by index: 1 if it would, else 0.
    case leaving(Int)
    /// Which of `groups` the world belongs to.
    case group
  }

  /// The answers to one question in all worlds, and what decides them.
  package struct Finding: Sendable, Hashable {
    /// What was asked.
    package var question: Topic
    /// The answer in each world, -1 where there is none.
    package var answers: [Int]
    /// Questions about the world that lead to the answer.
    package var tree: DecisionTree
    /// Whether no tree leads to it with fewer answers.
    package var isSmallest: Bool

    /// How many worlds have the answer.
    package func count(of answer: Int) -> Int { answers.reduce(0) { $0 + ($1 == answer ? 1 : 0) } }

    /// How many worlds have any.
    package var total: Int { answers.reduce(0) { $0 + ($1 < 0 ? 0 : 1) } }
  }

  /// The answers to a question, with the smallest tree that decides them.
  ///
  /// Worlds that cannot be, or were not reached, have no answer, and the tree may
  /// lead anywhere in them.
  package func finding(_ question: Topic) -> Finding {
    finding(question, worlds.map { answer(question, in: $0) })
  }

  private func finding(_ question: Topic, _ answers: [Int]) -> Finding {
    let built = TreeBuilder(sizes: dimensions.map { $0.values.count }, classes: answers).tree()
    return Finding(question: question, answers: answers, tree: built.tree, isSmallest: built.isSmallest)
  }

  private func answer(_ question: Topic, in world: World) -> Int {
    guard let found = found(world) else { return -1 }
    switch question {
    case .outcome(let index): return found.outcomes[index] > 0 ? 1 : 0
    case .option(let index):
      if found.equilibria == 0 { return 3 }
      let bit: UInt64 = 1 << UInt64(index)
      return found.always & bit != 0 ? 1 : found.never & bit != 0 ? 0 : 2
    case .state(let state): return found.lasting?.contains(state) == true ? 1 : 0
    case .statusQuo: return world.statusQuo == nil ? -1 : world.leaving.isEmpty ? 1 : 0
    case .leaving(let actor): return world.statusQuo == nil ? -1 : world.leaving.contains(actor) ? 1 : 0
    case .group: return -1
    }
  }

  /// The states that last in some world, where they are few enough to be told one
  /// by one; else nil.
  package var lastingStates: [State]? {
    var all: Set<State> = []
    for found in conflicts {
      guard let lasting = found.lasting else { return nil }
      all.formUnion(lasting)
      if all.count > Self.listedStates { return nil }
    }
    return all.sorted()
  }

  /// The questions by whose answers worlds are grouped: the outcomes if there are
  /// any, else the states if they are few, else the options; and the status quo.
  package var groupingQuestions: [Topic] {
    var questions: [Topic] = subject.outcomes.indices.map { .outcome($0) }
    if questions.isEmpty, let states = lastingStates { questions = states.map { .state($0) } }
    if questions.isEmpty { questions = subject.conflict.options.indices.map { .option($0) } }
    if worlds.contains(where: { $0.statusQuo != nil }) { questions.append(.statusQuo) }
    return questions
  }

  /// Worlds that agree on every one of ``groupingQuestions``.
  package struct Group: Sendable, Hashable {
    /// The answers that they share, in the order of the questions.
    package var answers: [Int]
    /// The worlds, by index.
    package var worlds: [Int]
  }

  /// The worlds solved in groups that agree, the largest first, and how to tell
  /// which group a world belongs to.
  package func groups() -> (groups: [Group], finding: Finding) {
    let questions = groupingQuestions
    var groups: [Group] = []
    var known: [[Int]: Int] = [:]
    for (index, world) in worlds.enumerated() where found(world) != nil {
      let answers = questions.map { answer($0, in: world) }
      if let group = known[answers] {
        groups[group].worlds.append(index)
      } else {
        known[answers] = groups.count
        groups.append(Group(answers: answers, worlds: [index]))
      }
    }
    groups.sort { ($1.worlds.count, $0.worlds[0]) < ($0.worlds.count, $1.worlds[0]) }
    var answers = [Int](repeating: -1, count: worlds.count)
    for (number, group) in groups.enumerated() {
      for world in group.worlds { answers[world] = number }
    }
    return (groups, finding(.group, answers))
  }
}
