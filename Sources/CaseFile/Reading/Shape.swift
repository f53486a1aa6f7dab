/// What may stand at a place in a case file.
///
/// The same description checks the keys of a file and becomes the JSON Schema,
/// so that an editor and the program never disagree.
indirect enum Shape: Sendable {
  case text(String)
  /// What people call something; never blank, since sentences are made with it.
  case name(String)
  /// A name for where room is short, of so many characters.
  case label(String, ClosedRange<Int>)
  case identifier
  case boolean
  case integer
  case decimal
  case date
  case condition
  case word([String])
  case state
  /// The code of a state.
  case code
  case list(Shape)
  case keyed(Shape)
  case map(MapShape)
  case anyOf([Shape])
  /// A shape that is defined once and referred to by name.
  case named(String)
}

/// A mapping with known keys.
struct MapShape: Sendable {
  /// One key.
  struct Field: Sendable {
    var key: String
    var shape: Shape
    var note: String
    var isRequired: Bool
    /// How two cases that differ in it are compared and merged.
    var manner = Manner()
  }

  /// What the mapping describes, as in "an actor".
  var title: String
  var fields: [Field]
  /// The key that a single value stands for, as in `flee: Flee` for `flee: {name: Flee}`.
  var short: String?
  /// The key that a list stands for.
  var shortList: String?
  /// In a list, the keys by which an item is the same in two cases, the first that
  /// tells; without them, an item is what it says.
  var identity: [String] = []
  /// Whether its keys that say something say it together, so that those of one case
  /// cannot stand beside those of another.
  var isWhole = false

  init(
    _ title: String, _ fields: [Field], short: String? = nil, shortList: String? = nil,
    identity: [String] = [],
    whole: Bool = false
  ) {
    self.title = title
    self.fields = fields
    self.short = short
    self.shortList = shortList
    self.identity = identity
    isWhole = whole
  }

  var keys: [String] { fields.map { $0.key } }

  func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

extension MapShape.Field {
  static func key(
    _ key: String, _ shape: Shape, _ note: String, required: Bool = false, _ manner: Manner...
  ) -> MapShape.Field {
    MapShape.Field(
      key: key, shape: shape, note: note, isRequired: required,
      manner: manner.reduce(Manner()) { $0.union($1) })
  }
}

/// How a key is compared and merged. A key of which nothing is said is a judgement:
/// it can change what lasts, leaving it out says something as well, and its parts
/// are compared one by one as far as they have names.
struct Manner: Sendable {
  /// What a difference in it can do.
  var role = Difference.Role.judgement
  /// Whether leaving it out says something that another case can dispute.
  var isTelling = true
  /// Whether it is compared as one value, whatever it holds.
  var isWhole = false
  /// Whether entries of a list that differ only in it are one entry.
  var isDetail = false
  /// What the order of its entries means.
  var order = Order.free
  /// What each of its entries is called.
  var each: Difference.Kind?
  /// Keys of one group say together what they say.
  var group: String?
  /// What leaving it out says, in the words of the file.
  var silence: String?
  /// Whether it is said of what the other keys judge, and means nothing beside another judgement.
  var isQualifier = false

  /// What the order of the entries of a list or mapping means.
  enum Order: Sendable {
    /// Nothing.
    case free
    /// What comes first weighs more.
    case priority
    /// States are numbered by it.
    case numbering
    /// What comes later is higher.
    case rising
    /// Entries stand by their dates.
    case time

    /// Whether it says something that can change what lasts.
    var isJudgement: Bool { self == .priority || self == .rising }
  }

  /// Both.
  func union(_ other: Manner) -> Manner {
    var both = self
    if other.role != .judgement { (both.role, both.isTelling) = (other.role, other.isTelling) }
    both.isWhole = isWhole || other.isWhole
    both.isDetail = isDetail || other.isDetail
    if other.order != .free { both.order = other.order }
    both.each = other.each ?? each
    both.group = other.group ?? group
    both.silence = other.silence ?? silence
    both.isQualifier = isQualifier || other.isQualifier
    return both
  }

  /// Whether it is, or belongs to, what a mapping judges, rather than to how that is told.
  var isJudged: Bool { role != .source && (role != .remark || isTelling) }

  /// Words that change no answer; leaving them out says nothing.
  static let remark = Manner(role: .remark, isTelling: false)
  /// What cannot change what lasts, though leaving it out says something.
  static let aside = Manner(role: .remark)
  /// A name for others to use; giving one changes nothing by itself.
  static let vocabulary = Manner(role: .vocabulary, isTelling: false)
  /// Where a judgement comes from; what both say is united.
  static let source = Manner(role: .source, isTelling: false)
  /// Said of what the other keys judge.
  static let qualifier = Manner(isQualifier: true)
  static let whole = Manner(isWhole: true)
  static let detail = Manner(isDetail: true)
  static let priority = Manner(order: .priority)
  static let numbering = Manner(order: .numbering)
  static let rising = Manner(order: .rising)
  static let time = Manner(order: .time)
  static func each(_ kind: Difference.Kind) -> Manner { Manner(each: kind) }
  static func silence(_ word: String) -> Manner { Manner(silence: word) }
  static func group(_ name: String) -> Manner { Manner(group: name) }
}
