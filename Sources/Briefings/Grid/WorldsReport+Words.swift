internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

// What dimensions, their values and trees are called in sentences.
extension WorldsReport {
  /// The dimension in a list: `atrocity`, `the reading of Russia`.
  func name(of dimension: Worlds.Dimension) -> Sentence {
    switch dimension.kind {
    case .event: Sentence(dimension.id, to: .event(dimension.id))
    case .profile(let actor): "the reading of \(names.actor(actor))"
    case .statusQuo: "the status quo"
    }
  }

  func event(_ index: Int) -> String { subject.conflict.events[index].name }

  func quoted(event index: Int) -> Sentence {
    Prose.quoted(event(index), to: .event(subject.conflict.events[index].id))
  }

  /// The profile's name, or what stands for none.
  func reading(_ actor: Int, _ value: String?) -> Sentence {
    guard let value else { return "as written" }
    let profile = subject.document.actors[actor].profiles.first { $0.id == value }
    return Prose.quoted(profile?.name ?? value)
  }

  /// That a dimension has one of the values: `war holds`, `Russia is as written or
  /// “conditional”`.
  func condition(_ index: Int, _ values: [Int]) -> Sentence {
    let dimension = worlds.dimensions[index]
    switch dimension.kind {
    case .event(let event):
      if values.count == 2 { return "\(quoted(event: event)) holds or not" }
      return "\(quoted(event: event)) \(values[0] == 1 ? "holds" : "does not hold")"
    case .profile(let actor):
      let others = dimension.values.indices.filter { !values.contains($0) }
      let isShorter = others.count == 1 && values.count > 1
      let readings = (isShorter ? others : values).map { reading(actor, dimension.values[$0]) }
      return "\(names.actor(actor)) is \(isShorter ? "not " : "")\(Prose.list(readings, "or"))"
    case .statusQuo:
      let all = worlds.statusQuos
      let some = values.map { all[$0] }
      if let words = names.common(some, among: all) { return "the status quo is \(words)" }
      let others = all.filter { !some.contains($0) }
      if let words = names.common(others, among: all) {
        return "the status quo is \(others.count == 1 ? "not the one" : "none of those") \(words)"
      }
      return "the status quo is \(Prose.list(values.map { content(ofStatusQuo: $0) }, "or"))"
    }
  }

  /// What tells one completion of the status quo from the others.
  func content(ofStatusQuo value: Int) -> Sentence {
    let words = names.variant(worlds.statusQuos[value], among: worlds.statusQuos)
    return words.isEmpty ? names.again(worlds.statusQuos[value]) : words
  }

  /// Conditions that hold together.
  func conditions(_ path: [(dimension: Int, values: [Int])]) -> Sentence {
    Prose.list(path.map { condition($0.dimension, $0.values) })
  }

  /// The ways through a tree that end in the answer.
  func paths(to answer: Int, in tree: DecisionTree) -> [[(dimension: Int, values: [Int])]] {
    switch tree {
    case .answer(let found): return found == answer ? [[]] : []
    case .ask(let dimension, let branches):
      return branches.flatMap { branch in
        paths(to: answer, in: branch.tree).map { [(dimension, branch.values)] + $0 }
      }
    }
  }

  /// Where a question with two answers is answered by 1, when that takes no tree to
  /// say: `exactly where …`, `everywhere but where …`.
  func place(_ finding: Worlds.Finding) -> Sentence? {
    let (yes, no) = (paths(to: 1, in: finding.tree), paths(to: 0, in: finding.tree))
    if yes.count == 1 { return "exactly where \(conditions(yes[0]))" }
    if no.count == 1 { return "everywhere but where \(conditions(no[0]))" }
    return nil
  }

  /// A tree as a list of lists; `words` says what an answer means.
  func add(
    _ tree: DecisionTree, to builder: inout DocumentBuilder, words: (Int) -> Sentence
  ) {
    guard case .ask(let dimension, let branches) = tree else { return }
    for branch in branches {
      let condition = condition(dimension, branch.values)
      switch branch.tree {
      case .answer(let answer):
        builder.item("\(condition): \(words(answer))")
      case .ask:
        builder.item("\(condition):") { add(branch.tree, to: &$0, words: words) }
      }
    }
  }

  /// What a question is about.
  func name(of question: Worlds.Topic) -> Sentence {
    switch question {
    case .outcome(let index): return names.outcome(index)
    case .option(let index):
      let option = names.conflict.options[index]
      let owner = names.conflict.actors.indices.contains(option.actor) ? names.actor(option.actor) : "nobody"
      return "\(Prose.quoted(option.name, to: .option(option.id))) (\(owner))"
    case .state(let state): return names.oneWithoutName(state)
    case .statusQuo: return "the status quo"
    case .leaving(let actor): return names.actor(actor)
    case .group: return "the group"
    }
  }
}

extension Worlds.Impossibility {
  /// Why there is no such world, as a clause.
  var words: String {
    switch self {
    case .fault(let fault): fault?.message ?? "it has no meaning"
    case .statusQuo: "the status quo cannot be so there"
    }
  }
}
