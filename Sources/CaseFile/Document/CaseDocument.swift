public import Notation

/// A case as it is written: everything the file and those it extends say, names
/// not looked up yet.
///
/// A document is what is printed, edited, merged and compared. ``Case`` says
/// what it means.
///
///     let document = try CaseDocument(parsing: text, file: "suspects.yaml")
///     document.actors[0].options.map(\.id)   // ["confess", "flee"]
///
/// Printing a document and parsing the text gives an equal document; comments
/// are kept beside what they are about, and mean nothing.
public struct CaseDocument: Sendable, Hashable {
  /// The title, or nil.
  public var title: String?
  /// The date of the judgements: YYYY, YYYY-MM or YYYY-MM-DD.
  public var asOf: String?
  /// What the case is about, in a paragraph.
  public var summary: String?
  /// What judgements point to.
  public var sources: [SourceText] = []
  /// Facts that nobody controls.
  public var events: [EventText] = []
  /// The actors, in order.
  public var actors: [ActorText] = []
  /// Options that several actors take together.
  public var joint: [JointText] = []
  /// What every feasible state obeys, and what moves need.
  public var rules: [RuleText] = []
  /// Named conditions.
  public var definitions: [DefinitionText] = []
  /// Where the conflict stands.
  public var statusQuo: StatusQuoText?
  /// Names for sets of states.
  public var outcomes: [OutcomeText] = []
  /// Known answers.
  package var expectations: [ExpectationText] = []
  /// The states of a case in graph form; empty in option form.
  public var states: [StateText] = []
  /// The file it was read from, as the user named it, or "" for none.
  public var file = ""
  /// Warnings that came up while files were laid over each other.
  public var doubts: [Diagnostic] = []
  /// What the file, and those between it and its base, add to what they extend.
  package var additions: [AddedName] = []
  /// Where its keys stand.
  package var keyPlaces: [String: Place] = [:]
  /// What people remark in the files that it was read from.
  package var comments: [YAMLComment] = []
  /// The SHA-256 of that file's bytes in hex, or "" for none.
  public var sha256 = ""

  /// A document that says nothing.
  public init() {}

  /// Whether the states are listed rather than made of options.
  public var isGraphForm: Bool { !states.isEmpty }

  /// Whether two documents say the same, wherever they were read from.
  public static func == (left: CaseDocument, right: CaseDocument) -> Bool {
    (left.title, left.asOf, left.summary, left.statusQuo)
      == (right.title, right.asOf, right.summary, right.statusQuo)
      && (left.sources, left.events, left.actors, left.joint, left.states)
        == (right.sources, right.events, right.actors, right.joint, right.states)
      && (left.rules, left.definitions, left.outcomes, left.expectations)
        == (right.rules, right.definitions, right.outcomes, right.expectations)
  }

  /// Adds what the document says, not where it was read from.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(asOf)
    hasher.combine(summary)
    hasher.combine(sources)
    hasher.combine(events)
    hasher.combine(actors)
    hasher.combine(joint)
    hasher.combine(rules)
    hasher.combine(definitions)
    hasher.combine(statusQuo)
    hasher.combine(outcomes)
    hasher.combine(expectations)
    hasher.combine(states)
  }
}

/// Something that judgements point to.
public struct SourceText: Sendable, Hashable {
  /// The name that judgements use.
  public var id: String
  /// Title of the source.
  public var title: String?
  /// Who wrote it.
  public var author: String?
  /// When: YYYY, YYYY-MM or YYYY-MM-DD.
  public var date: String?
  /// Where it appeared.
  public var publisher: String?
  /// Where it can be found: an address.
  public var address: String?
  /// Whose view it gives.
  public var viewpoint: String?
  /// The file with its text, relative to the case file.
  public var file: String?
  /// Remarks.
  public var note: String?
  /// Where it stands.
  public var place: Place

  /// A source with only an id.
  public init(id: String, place: Place = .none) {
    self.id = id
    self.place = place
  }
}

/// An option that several actors take together, each its half.
public struct JointText: Sendable, Hashable {
  /// The name: of the term "all halves", and of each actor's half after the actor's id.
  public var id: String
  /// The name shown to people.
  public var name: String?
  /// The name where room is short, if the case gives one.
  public var short: String?
  /// Who takes part.
  public var by: [Named]
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A joint option of the given actors.
  public init(
    id: String, name: String? = nil, by: [Named], because: [Evidence] = [], place: Place = .none
  ) {
    self.id = id
    self.name = name
    self.by = by
    self.because = because
    self.place = place
  }
}

/// A name that stands somewhere in the text.
public struct Named: Sendable, Hashable {
  /// The name.
  public var text: String
  /// Where it stands.
  public var place: Place

  /// A name with its place.
  public init(_ text: String, at place: Place = .none) {
    self.text = text
    self.place = place
  }
}

/// A named condition.
public struct DefinitionText: Sendable, Hashable {
  /// The name.
  public var id: String
  /// The name shown to people.
  public var name: String?
  /// What it stands for.
  public var when: ConditionText
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// The condition `when` under the name `id`.
  public init(
    id: String, name: String? = nil, when: ConditionText, because: [Evidence] = [],
    place: Place = .none
  ) {
    self.id = id
    self.name = name
    self.when = when
    self.because = because
    self.place = place
  }
}

/// A named set of states.
public struct OutcomeText: Sendable, Hashable {
  /// The id.
  public var id: String
  /// The name shown to people.
  public var name: String?
  /// The name where room is short, if the case gives one.
  public var short: String?
  /// Which states belong to it.
  public var when: ConditionText
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// The states that satisfy `when`.
  public init(
    id: String, name: String? = nil, when: ConditionText, because: [Evidence] = [],
    place: Place = .none
  ) {
    self.id = id
    self.name = name
    self.when = when
    self.because = because
    self.place = place
  }
}

/// A state of a case in graph form.
public struct StateText: Sendable, Hashable {
  /// The id, such as `s1`.
  public var id: String
  /// The name shown to people.
  public var name: String?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A state with an id.
  public init(id: String, name: String? = nil, because: [Evidence] = [], place: Place = .none) {
    self.id = id
    self.name = name
    self.because = because
    self.place = place
  }
}

/// A restriction on states, or on the moves that take an option.
public struct RuleText: Sendable, Hashable {
  /// What is demanded.
  public enum Demand: Sendable, Hashable {
    /// The condition holds in every feasible state.
    case always(ConditionText)
    /// The condition holds in no feasible state.
    case never(ConditionText)
    /// So many of the conditions hold: `exactly`, `at most` or `at least` one.
    case one(ConditionText.Count, [ConditionText])
    /// A move that takes the option needs the condition where it starts.
    case take(ConditionText, needs: ConditionText)
  }

  /// What is demanded.
  public var demand: Demand
  /// How strongly the source puts it.
  public var hedge: Hedge?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A rule that demands `demand`.
  public init(
    _ demand: Demand, hedge: Hedge? = nil, because: [Evidence] = [], place: Place = .none
  ) {
    self.demand = demand
    self.hedge = hedge
    self.because = because
    self.place = place
  }
}

/// Where the conflict stands when the judgements are made.
public struct StatusQuoText: Sendable, Hashable {
  /// How the state is given.
  public enum Form: Sendable, Hashable {
    /// What is taken (names, or levels as `controls = l798`); what is not known.
    case taken([ConditionText], unsure: [ConditionText])
    /// A condition that fixes exactly one feasible state.
    case condition(ConditionText)
  }

  /// How the state is given.
  public var form: Form
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A status quo of the given form.
  public init(_ form: Form, because: [Evidence] = [], place: Place = .none) {
    self.form = form
    self.because = because
    self.place = place
  }
}
