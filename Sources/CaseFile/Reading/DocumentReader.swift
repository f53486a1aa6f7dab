import Notation

/// Reads a case document out of a YAML tree and notes every problem it meets.
///
/// Nothing stops the reading: a part that makes no sense is noted and left out,
/// so that a user sees all problems at once.
struct DocumentReader {
  var diagnostics: [Diagnostic] = []
  /// What has a meaning, though perhaps not the intended one.
  var doubts: [Diagnostic] = []
  /// What people remark in the files read.
  var comments: [YAMLComment] = []
  /// What overlays add to their bases.
  var additions: [AddedName] = []
  /// The sources of the case, known before any evidence is read.
  var sourceIDs: Set<String> = []
  /// The folder that file names are made relative to.
  var folder = ""
  /// The files read so far that others extend, by normalised name.
  var bases: [[UInt8]: Node] = [:]
  /// Whether something was left out that may have held names.
  var mayMissNames = false

  @inline(never)
  mutating func note(
    _ code: Diagnostic.Code, _ message: String, at place: Place, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: place, hint: hint, notes: notes))
  }
}

// Shapes of nodes.
extension DocumentReader {
  /// The values of a mapping by key, unknown keys noted; nil when it is no mapping.
  mutating func fields(_ node: Node, as shape: MapShape) -> [String: Node.Entry]? {
    guard let entries = entries(of: node, as: shape.title) else { return nil }
    var result: [String: Node.Entry] = [:]
    for entry in entries {
      if shape.keys.contains(entry.key) {
        result[entry.key] = entry
      } else {
        noteUnknown(entry, in: shape)
      }
    }
    for field in shape.fields where field.isRequired && result[field.key] == nil {
      note(.missingKey, "\(shape.title) needs the key '\(field.key)'", at: node.place, hint: field.note)
    }
    return result
  }

  private mutating func noteUnknown(_ entry: Node.Entry, in shape: MapShape) {
    let looksLikeProse = entry.key.contains(" ") || entry.value.isNull
    let hint: String
    if let meant = Language.meant(by: entry, in: shape) {
      hint = meant
      if Language.namingKeys.contains(where: { hint.holds($0) }) { mayMissNames = true }
    } else if diagnostics.count < 100, let near = nearest(to: entry.key, among: shape.keys) {
      hint = "did you mean '\(near)'?"
      if Language.namingKeys.contains(near) { mayMissNames = true }
    } else if looksLikeProse {
      hint = "text that holds commas or colons inside { } or [ ] must be quoted"
    } else {
      hint = "the keys here are \(shape.keys.joined(separator: ", "))"
    }
    note(.unknownKey, "\(shape.title) has no key '\(entry.key)'", at: entry.place, hint: hint)
  }

  /// The entries of a mapping; none for an empty value.
  mutating func entries(of node: Node, as title: String) -> [Node.Entry]? {
    if node.isNull { return [] }
    guard case .map(let entries) = node.content else {
      note(
        .wrongShape, "\(title) is a mapping, not \(node.describedShape)", at: node.place,
        hint: "a mapping has lines of the form 'key: value', each with its own key")
      return nil
    }
    return entries
  }

  /// The entries of a mapping whose keys are ids; bad ids are noted.
  mutating func identified(_ node: Node?, as title: String) -> [Node.Entry] {
    guard let node else { return [] }
    guard let entries = entries(of: node, as: title) else {
      mayMissNames = true
      return []
    }
    // What has a bad name stays in, so that what uses it is not found fault with besides.
    for entry in entries { isIdentifier(entry.key, at: entry.place) }
    return entries
  }

  /// The items of a list; none for an empty value.
  mutating func items(_ node: Node?, as title: String) -> [Node] {
    guard let node, !node.isNull else { return [] }
    guard case .list(let items) = node.content else {
      note(.wrongShape, "\(title) is a list, not \(node.describedShape)", at: node.place)
      return []
    }
    return items
  }

  /// The text of a scalar as written; nil, and noted, when it is none.
  mutating func text(_ node: Node?, as title: String) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text) = node.content else {
      note(.wrongShape, "\(title) is a single value, not \(node.describedShape)", at: node.place)
      return nil
    }
    if node.isNull {
      note(.wrongShape, "\(title) is missing here", at: node.place)
      return nil
    }
    return text
  }

  /// What people call something; noted when there is nothing in it to read.
  mutating func name(_ node: Node?, as title: String) -> String? {
    guard let node, let text = text(node, as: title) else { return nil }
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
      note(
        .wrongValue, "\(title) is blank", at: node.place,
        hint: "write what people are to read, or leave it out")
      return nil
    }
    return text
  }

  /// A name of so many characters, for where room is short.
  mutating func label(_ entry: Node.Entry?, in shape: MapShape) -> String? {
    guard let entry, case .label(let title, let counts)? = shape.field(entry.key)?.shape,
      let text = name(entry.value, as: title)
    else { return nil }
    if counts.contains(text.count) { return text }
    let bound = (counts.lowerBound == counts.upperBound ? "" : "at most ") + "\(counts.upperBound)"
    note(
      .wrongValue, "\(title) has \(bound) characters, not \(text.count)", at: entry.value.place,
      hint: "it stands where room is short; a 'name' is as long as it needs")
    return nil
  }

  mutating func boolean(_ node: Node?, as title: String) -> Bool? {
    guard let node, let text = text(node, as: title) else { return nil }
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      note(.wrongValue, "\(title) is yes or no, not '\(text)'", at: node.place)
      return nil
    }
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: Node?, as title: String, _ type: Word.Type
  ) -> Word? {
    guard let node, let text = text(node, as: title) else { return nil }
    if let word = Word(rawValue: text.lowercased()) { return word }
    let words = Word.allCases.map { $0.rawValue }
    note(
      .wrongValue, "\(title) is one of \(words.joined(separator: ", ")), not '\(text)'", at: node.place,
      hint: nearest(to: text, among: words).map { "did you mean '\($0)'?" })
    return nil
  }

  /// A date of the form YYYY, YYYY-MM or YYYY-MM-DD.
  mutating func date(_ node: Node?, as title: String) -> String? {
    guard let node, let text = text(node, as: title) else { return nil }
    if PartialDate.isValid(text) { return text }
    note(
      .wrongValue, "\(title) is a date, YYYY or YYYY-MM or YYYY-MM-DD, not '\(text)'", at: node.place)
    return nil
  }

  mutating func expression(_ node: Node?, as title: String = "a condition") -> ConditionText? {
    guard let node else { return nil }
    guard case .scalar(let text) = node.content, !node.isNull else {
      note(
        .wrongShape, "\(title) is text such as 'not row.confess', not \(node.describedShape)",
        at: node.place, hint: "text that holds commas or colons inside { } or [ ] must be quoted")
      return nil
    }
    do {
      return try ConditionText(parsing: text, at: node.place)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// Whether `id` may be a name; noted when not.
  @discardableResult
  mutating func isIdentifier(_ id: String, at place: Place) -> Bool {
    if ConditionText.reservedWords.contains(id.lowercased()) {
      note(
        .reservedName, "'\(id)' is a word of the condition language and cannot be a name", at: place,
        hint: "choose another id; the name shown to people may be anything")
      return false
    }
    if let problem = Identifier.problem(with: id) {
      note(.badIdentifier, "'\(id.prefix(80))' cannot be a name: \(problem)", at: place)
      return false
    }
    return true
  }

  /// An id that stands as a value.
  mutating func named(_ node: Node?, as title: String) -> Named? {
    guard let node, let text = text(node, as: title) else { return nil }
    return Named(text, at: node.place)
  }
}

extension Node {
  /// What the node is, in words, for messages.
  var describedShape: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text): "the text '\(text.prefix(40))\(text.count > 40 ? "…" : "")'"
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}

/// The form of ids.
enum Identifier {
  static let maximumLength = 64

  /// Why `id` is none, or nil when it is one.
  static func problem(with id: String) -> String? {
    guard let first = id.utf8.first, isLetter(first) else { return "a name starts with a letter a to z" }
    for byte in id.utf8 where !(isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2D) {
      return "a name holds letters a to z, digits, '_' and '-' only"
    }
    return id.utf8.count > maximumLength ? "a name has at most \(maximumLength) characters" : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
