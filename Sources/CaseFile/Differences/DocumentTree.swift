import Notation

// A document as one tree, in which everything that can be said has one form.
//
// Printing makes it and reading takes it back, so it holds whatever a case file
// can say; the table of keys brings short forms into their long form. What is
// compared and merged is this tree, so that no key can be forgotten.
extension CaseDocument {
  /// Everything that the document says, each short form written out.
  var tree: Node { Shape.map(Language.top).normal(yaml.node(at: .none)) }

  /// The document that a tree says, otherwise like `origin`.
  ///
  /// - Throws: `SyntaxError` when its parts do not go together.
  init(tree: Node, like origin: CaseDocument) throws(SyntaxError) {
    var reader = DocumentReader()
    self = reader.document(tree)
    let errors = reader.diagnostics
    let file = origin.file
    if !errors.isEmpty {
      let names = nameProblems(besides: errors, mayMissNames: reader.mayMissNames)
      throw SyntaxError((errors + names).inTextOrder(startingWith: file))
    }
    let views = perceptionProblems
    if !views.isEmpty { throw SyntaxError(views.inTextOrder(startingWith: file)) }
    (self.file, sha256, doubts) = (file, origin.sha256, origin.doubts)
  }
}

extension YAMLValue {
  /// The value as a node; what has no place of its own stands at `place`.
  func node(at place: Place) -> Node {
    switch self {
    case .placed(let value, let own): value.node(at: own)
    case .scalar(let text): Node(.scalar(text), at: place, isQuoted: Node(.scalar(text), at: place).isNull)
    case .number(let text): Node(.scalar(text), at: place)
    case .list(let items), .flow(let items): Node(.list(items.map { $0.node(at: place) }), at: place)
    case .map(let entries):
      Node(
        .map(
          entries.map { key, value in
            let node = value.node(at: place)
            return Node.Entry(key: key, place: node.place, value: node)
          }), at: place)
    }
  }
}

extension Shape {
  /// What may stand here, names looked up and choices laid open.
  var alternatives: [Shape] {
    switch self {
    case .anyOf(let shapes): shapes.flatMap { $0.alternatives }
    case .named(let name): Language.definitions.first { $0.0 == name }?.1.alternatives ?? []
    default: [self]
    }
  }

  /// The mapping that may stand here, if any.
  var mapping: MapShape? {
    for case .map(let shape) in alternatives { return shape }
    return nil
  }

  /// What the items of a list here, or the values of a mapping by id, look like.
  var member: Shape? {
    for alternative in alternatives {
      switch alternative {
      case .list(let item): return item
      case .keyed(let value): return value
      default: continue
      }
    }
    return nil
  }

  private var isList: Bool { alternatives.contains { if case .list = $0 { true } else { false } } }
  private var isWord: Bool { alternatives.contains { if case .word = $0 { true } else { false } } }

  /// The node with every short form written out.
  func normal(_ node: Node) -> Node {
    if node.isNull { return node }
    switch node.content {
    case .map(let entries):
      guard let mapping else {
        guard let member else { return node }
        return Node(.map(entries.map { $0.with(member.normal($0.value)) }), at: node.place)
      }
      let long = Node(
        .map(
          entries.map { entry in
            var entry = entry
            if entry.key == Language.codes.key, let states = mapping.shortList {
              // A ranking by codes is one of states, each by its code.
              entry = Node.Entry(key: states, place: entry.place, value: entry.value.codesAsStates)
            }
            guard let field = mapping.field(entry.key), !field.manner.isWhole else { return entry }
            return entry.with(field.shape.normal(entry.value))
          }), at: node.place)
      // One piece of evidence stands for a list of one.
      let isItem = member?.mapping?.title == mapping.title && mapping.short == nil && mapping.shortList == nil
      return isItem ? Node(.list([long]), at: node.place) : long
    case .list(let items):
      if let key = mapping?.shortList {
        return Node(key, mapping?.field(key)?.shape.normal(node) ?? node)
      }
      guard let member else { return node }
      return Node(.list(items.map(member.normal)), at: node.place)
    case .scalar:
      if let key = mapping?.short { return Node(key, node) }
      return isList && !isWord ? Node(.list([node]), at: node.place) : node
    }
  }
}

extension Node {
  /// A mapping with one key.
  fileprivate init(_ key: String, _ value: Node) {
    self.init(.map([Entry(key: key, place: value.place, value: value)]), at: value.place)
  }

  /// Codes as they are written where states in any form may stand.
  fileprivate var codesAsStates: Node {
    switch content {
    case .scalar(let text): Node(.scalar(StateReference(.code(UInt64(text) ?? 0)).printed), at: place)
    case .list(let items): Node(.list(items.map { $0.codesAsStates }), at: place)
    case .map: self
    }
  }

  /// The opposite of ``codesAsStates``: states that are all given by code as bare codes; else nil.
  var statesAsCodes: Node? {
    switch content {
    case .scalar(let text):
      guard case .code(let code)? = StateReference.Form(text) else { return nil }
      return Node(.scalar(String(code)), at: place)
    case .list(let items):
      let codes = items.compactMap { $0.statesAsCodes }
      return codes.isEmpty || codes.count < items.count ? nil : Node(.list(codes), at: place)
    case .map: return nil
    }
  }

  /// The value of a key.
  subscript(key: String) -> Node? { entries?.first { $0.key == key }?.value }
}

extension Node.Entry {
  /// The key with another value.
  func with(_ value: Node) -> Node.Entry {
    var entry = self
    entry.value = value
    return entry
  }
}
