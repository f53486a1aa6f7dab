public import ConflictModel

/// One row of a question's table: the command's option, the request's key, the page's control
/// and the help text all come from it.
public struct Parameter: Sendable, Hashable {
  /// What may be given.
  public enum Kind: Sendable, Hashable {
    /// Nothing; it is there or not.
    case flag
    /// A whole number in a range; at its upper end ``Parameter/unbounded`` there is no end.
    case count(ClosedRange<Int>)
    /// Any whole number that is not negative.
    case number
    /// One solution concept.
    case concept
    /// Some of these solution concepts, with commas between, or `all`.
    case concepts(of: [Concept])
    /// One of these words.
    case choice([String])
    /// Some of these words, with commas between.
    case choices([String])
    /// Names with commas between.
    case names
    /// Names with values, as in `seoul=moon,trial=yes`.
    case assignments
    /// A case, by its path.
    case file
    /// A name with the path of a file, as in `memo=memo.txt`.
    case namedFile
    /// Anything else in one word or several: a name, a condition, a claim.
    case text
  }

  /// What of a case is named by a text, by several, or in assignments. Every kind of it is read by
  /// `Naming.swift` beside this: ids, names in quotes and in any case, conditions.
  public enum Naming: String, Sendable, Hashable, CaseIterable {
    /// One actor.
    case actor
    /// Some actors.
    case actors
    /// Some options, or actors for all of theirs.
    case options
    /// One outcome.
    case outcome
    /// One state, also by an outcome or a condition that fixes it.
    case state
    /// One state, or an outcome of several.
    case states
    /// Wherever something holds: a state, an outcome or a condition.
    case target
    /// A condition.
    case condition
    /// A claim about what lasts, with states, outcomes and conditions in it.
    case claim
    /// One event or actor.
    case variable
    /// Some events or actors, or words for all of them.
    case variables
    /// Events with their values, and actors with their profiles.
    case readings
  }

  /// The name, as on the command line but without dashes.
  public var name: String
  /// What may be given.
  public var kind: Kind
  /// What of the case is named by what is given; nil where nothing is.
  public var naming: Naming?
  /// What is taken where nothing is given.
  public var standard: String?
  /// What is done where nothing is given, in words, when that is no value of its own.
  public var otherwise: String?
  /// Whether it may be given several times, each time one more.
  public var isRepeated: Bool
  /// Whether it may be given by its place alone, after the subject.
  public var isPositional: Bool
  /// What stands for the value in help: `names`.
  public var value: String
  /// What it is for, in a sentence or two.
  public var help: String
  /// What else is to be known of it.
  public var more: String?
  /// The parameters that cannot be given with it, by name.
  public var excludes: [String]

  /// The end of a range that has none.
  public static let unbounded = Int(Int32.max)

  /// One row of a table.
  public init(
    _ name: String, _ kind: Kind, naming: Naming? = nil, standard: String? = nil, otherwise: String? = nil,
    isRepeated: Bool = false,
    isPositional: Bool = false, value: String = "", _ help: String, more: String? = nil,
    excludes: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.naming = naming
    self.standard = standard
    self.otherwise = otherwise
    self.isRepeated = isRepeated
    self.isPositional = isPositional
    self.value = value
    self.help = help
    self.more = more
    self.excludes = excludes
  }

  /// The words that can be given, where they can be listed.
  public var words: [String] {
    switch kind {
    case .concept: Concept.allCases.map { $0.rawValue }
    case .concepts(let concepts): concepts.map { $0.rawValue } + ["all"]
    case .choice(let words), .choices(let words): words
    default: []
    }
  }

  /// How it is written on the command line: `--size <count>`.
  public var shown: String {
    if isPositional { return "<\(value)>" }
    if case .flag = kind { return "--\(name)" }
    return "--\(name) <\(value.isEmpty ? name : value)>"
  }

  /// What it is for, with the words it takes and what is taken without it.
  public var fullHelp: String {
    var parts: [String] = []
    if case .choice(let words) = kind { parts.append("values: " + words.joined(separator: ", ")) }
    if let usual = standard ?? otherwise { parts.append("default: " + usual) }
    return parts.isEmpty ? help : "\(help) (\(parts.joined(separator: "; ")))"
  }
}

extension Parameter {
  /// The parameter `concept` that most questions have: in which one sense states last.
  static func concept(_ help: String = "In which sense: nash, gmr, smr, seq, sseq or sim.") -> Parameter {
    Parameter("concept", .concept, standard: "seq", value: "name", help)
  }
}
