/// One node of a YAML text, with its place and every scalar as written.
package struct Node: Sendable, Hashable {
  /// What the node holds.
  package enum Content: Sendable, Hashable {
    /// Text as written, quotes removed.
    case scalar(String)
    /// A list.
    case list([Node])
    /// Keys with their values, in the order of the text.
    case map([Entry])
  }

  /// A key with its value.
  package struct Entry: Sendable, Hashable {
    /// The key.
    package var key: String
    /// Where the key stands.
    package var place: Place
    /// What it leads to.
    package var value: Node
    /// What the key means where its text alone does not tell, as the full name of an option.
    package var meaning: String?

    /// A key with its value.
    package init(key: String, place: Place, value: Node) {
      self.key = key
      self.place = place
      self.value = value
    }

    /// Whether two keys mean the same and lead to the same.
    package static func == (left: Entry, right: Entry) -> Bool {
      (left.meaning ?? left.key) == (right.meaning ?? right.key) && left.value == right.value
    }

    /// Adds what the entry says.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(meaning ?? key)
      hasher.combine(value)
    }
  }

  /// What a node means where its text alone does not tell.
  package enum Meaning: Sendable, Hashable {
    /// A thing that can be named in several ways, by one of them.
    case thing(String)
    /// A phrase in which everything has its full name.
    case phrase(Phrase)
    /// Things in no order.
    case set([String])
  }

  /// A phrase that may be put in several ways.
  package struct Phrase: Sendable, Hashable {
    /// Its words.
    package let text: String
    /// The one way to put it that all have which mean the same.
    package let sense: String

    /// A phrase with its words and the one way to put it.
    package init(_ text: String, sense: String) {
      self.text = text
      self.sense = sense
    }

    /// Whether two phrases mean the same.
    package static func == (left: Phrase, right: Phrase) -> Bool { left.sense == right.sense }

    /// Adds what the phrase means.
    package func hash(into hasher: inout Hasher) { hasher.combine(sense) }
  }

  /// What the node holds.
  package var content: Content
  /// Where it starts.
  package var place: Place
  /// Whether a scalar stood in quotes, where the empty text, `~` and `null` mean themselves.
  package var isQuoted: Bool
  /// What it means where the text alone does not tell, as for the number of a state: nodes
  /// that have one are alike when they mean the same.
  package var meaning: Meaning?

  /// A node with the given content.
  package init(_ content: Content, at place: Place, isQuoted: Bool = false) {
    self.content = content
    self.place = place
    self.isQuoted = isQuoted
  }

  /// Whether two nodes say the same.
  package static func == (left: Node, right: Node) -> Bool {
    guard left.meaning == right.meaning else { return false }
    return left.meaning != nil || left.content == right.content && left.isQuoted == right.isQuoted
  }

  /// Adds what the node says.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(meaning)
    if meaning == nil {
      hasher.combine(content)
      hasher.combine(isQuoted)
    }
  }

  /// Whether the node is an empty plain scalar, `~` or `null`: nothing at all.
  package var isNull: Bool {
    guard case .scalar(let text) = content, !isQuoted else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }
}

extension Node {
  /// The text of a scalar; nil for a list or a mapping.
  package var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The items of a list; nil for a scalar or a mapping.
  package var items: [Node]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// The entries of a mapping; nil for a scalar or a list.
  package var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }
}
