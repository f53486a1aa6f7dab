import ConflictModel
import Notation

/// Looks up the names of a document and builds the conflict it describes.
struct Resolver {
  let document: CaseDocument
  var diagnostics: [Diagnostic] = []
  var names: NameTable
  var options: [ConflictModel.Option] = []
  var levels: [LevelOption] = []
  var jointOptions: [Case.JointOption] = []
  /// The named conditions in the order of the file, before they are sorted.
  var namedConditions: [NamedCondition] = []
  /// The place of each of them in the conflict's terms.
  var termOrder: [Int] = []
  /// For each actor, its moves in graph form with what they depend on.
  var listedMoves: [[Case.ListedMove]] = []

  /// A condition with a name, wherever it was given.
  struct NamedCondition {
    var term: Case.Term
    /// What is written, or nil for a joint option.
    var written: ConditionText?
    /// All halves, for a joint option.
    var halves: [Int]
    var place: Place
  }

  init(_ document: CaseDocument) {
    self.document = document
    names = NameTable(actors: document.actors.map { $0.id })
  }

  mutating func note(
    _ code: Diagnostic.Code, _ message: String, at place: Place, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: place, hint: hint, notes: notes))
    names.suggests = diagnostics.count < 100
  }

  /// Enters every name; true when the options fit into a state.
  mutating func enterNames() -> Bool {
    for (index, actor) in document.actors.enumerated() { enter(actor.id, .actor(index), at: actor.place) }
    for (index, event) in document.events.enumerated() { enter(event.id, .event(index), at: event.place) }
    for (index, state) in document.states.enumerated() { enter(state.id, .state(index), at: state.place) }
    noteWrongForm()
    enterOptions()
    guard options.count <= Conflict.maximumOptionCount else {
      note(
        .tooManyOptions,
        "the case has \(options.count) options, thresholds of levels included; a state holds at most \(Conflict.maximumOptionCount)",
        at: document.actors.last?.place ?? .none)
      return false
    }
    enterTerms()
    return true
  }

  private mutating func enter(_ id: String, _ meaning: NameTable.Meaning, at place: Place) {
    if let earlier = names.enter(id, meaning, at: place) {
      note(
        .duplicateName, "two things are called '\(id)'", at: place,
        hint: "actors, events, terms, joint options, outcomes and states share one set of names",
        notes: [Diagnostic.Note("the first is here", at: earlier)])
    }
  }

  // MARK: Options

  private mutating func enterOptions() {
    names.joint = Set(document.joint.map { $0.id })
    var halves = [[Int?]](repeating: [], count: document.joint.count)
    for (index, joint) in document.joint.enumerated() {
      halves[index] = [Int?](repeating: nil, count: joint.by.count)
      noteUnknownPartners(joint)
    }
    for (actorIndex, actor) in document.actors.enumerated() {
      for option in actor.options { enter(option, of: actorIndex, actor) }
      for (index, joint) in document.joint.enumerated() {
        guard let position = joint.by.firstIndex(where: { $0.text == actor.id }) else { continue }
        noteClash(of: joint, with: actor)
        names.enter(joint.id, of: actorIndex, .option(options.count), at: joint.place)
        halves[index][position] = options.count
        options.append(
          Option(id: "\(actor.id).\(joint.id)", name: joint.name ?? joint.id, actor: actorIndex))
      }
    }
    for (joint, halves) in zip(document.joint, halves) {
      jointOptions.append(
        Case.JointOption(id: joint.id, name: joint.name ?? joint.id, halves: halves.compactMap { $0 }))
    }
  }

  private mutating func enter(_ option: OptionText, of actor: Int, _ owner: ActorText) {
    let id = "\(owner.id).\(option.id)"
    let name = option.name ?? option.id
    guard option.levels.count > 1 else {
      names.enter(option.id, of: actor, .option(options.count), at: option.place)
      options.append(Option(id: id, name: name, actor: actor, direction: option.moves))
      return
    }
    names.enter(option.id, of: actor, .level(levels.count), at: option.place)
    levels.append(
      LevelOption(
        id: id, name: name, actor: actor, levels: option.levels.map { $0.id },
        levelNames: option.levels.map { $0.name ?? $0.id }, firstOption: options.count))
    for level in option.levels.dropFirst() {
      options.append(
        Option(
          id: "\(id)>=\(level.id)", name: "\(name): at least \(level.name ?? level.id)", actor: actor,
          direction: option.moves))
    }
  }

  private mutating func noteUnknownPartners(_ joint: JointText) {
    let actors = document.actors.map { $0.id }
    for (index, partner) in joint.by.enumerated() {
      if !actors.contains(partner.text) {
        note(
          .unknownName, "no actor is called '\(partner.text)'", at: partner.place,
          hint: nearest(to: partner.text, among: actors).map { "did you mean '\($0)'?" })
      } else if joint.by[..<index].contains(where: { $0.text == partner.text }) {
        note(.duplicateName, "'\(partner.text)' is named twice", at: partner.place)
      }
    }
  }

  private mutating func noteClash(of joint: JointText, with actor: ActorText) {
    if let option = actor.options.first(where: { $0.id == joint.id }) {
      note(
        .duplicateName, "'\(actor.id)' has an option and half of a joint option called '\(joint.id)'",
        at: option.place, notes: [Diagnostic.Note("the joint option is here", at: joint.place)])
    }
  }

  // MARK: Form

  /// Notes what has no meaning in a case of this form.
  private mutating func noteWrongForm() {
    for actor in document.actors {
      if document.isGraphForm {
        if let option = actor.options.first {
          note(.wrongForm, "a case with 'states' has no options", at: option.place)
        }
        if let cannot = actor.cannot.first {
          note(.wrongForm, "a case with 'states' lists its moves; 'cannot' has no meaning", at: cannot.place)
        }
      } else if let move = actor.moves.first {
        note(
          .wrongForm, "moves from state to state are listed only in a case with 'states'",
          at: move.from.place, hint: "with options, moves follow from the options")
      }
      if document.isGraphForm, case .weights(let weights) = actor.preference, let weight = weights.first {
        note(
          .wrongForm, "weights are given to options, and a case with 'states' has none",
          at: weight.option.place)
      }
    }
    guard document.isGraphForm else { return }
    if let rule = document.rules.first {
      note(.wrongForm, "a case with 'states' has no rules", at: rule.place)
    }
    if let joint = document.joint.first {
      note(.wrongForm, "a case with 'states' has no joint options", at: joint.place)
    }
  }

  // MARK: Terms

  private mutating func enterTerms() {
    for event in document.events { names.kinds[event.id] = "event" }
    for definition in document.definitions { names.kinds[definition.id] = "term" }
    for outcome in document.outcomes { names.kinds[outcome.id] = "outcome" }
    for actor in document.actors { names.kinds[actor.id] = "actor" }
    for state in document.states { names.kinds[state.id] = "state" }
    for (index, joint) in document.joint.enumerated() {
      append(
        Case.Term(id: joint.id, name: joint.name ?? joint.id, kind: .joint), nil,
        halves: index < jointOptions.count ? jointOptions[index].halves : [], at: joint.place)
    }
    for definition in document.definitions {
      append(
        Case.Term(id: definition.id, name: definition.name ?? definition.id, kind: .definition),
        definition.when, at: definition.place)
    }
    for outcome in document.outcomes {
      append(
        Case.Term(id: outcome.id, name: outcome.name ?? outcome.id, kind: .outcome), outcome.when,
        at: outcome.place)
    }
  }

  private mutating func append(
    _ term: Case.Term, _ written: ConditionText?, halves: [Int] = [], at place: Place
  ) {
    enter(term.id, .term(namedConditions.count), at: place)
    namedConditions.append(NamedCondition(term: term, written: written, halves: halves, place: place))
  }
}
