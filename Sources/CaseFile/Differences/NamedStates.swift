import Notation

/// The states that some documents name, each by what it means wherever it is named.
struct NamedStates {
  /// Documents as far as it matters to states, with the names of states in each; none
  /// where they cannot be listed.
  private var worlds: [(frame: CaseDocument, names: StateNames?)] = []

  /// Whether any state is named at all.
  var isEmpty: Bool { worlds.isEmpty }

  /// A tree of a document, with the meaning of each state that it names.
  mutating func marked(_ tree: Node, of document: CaseDocument) -> Node {
    var isNamed = false
    StateVisitor.visit(tree) { _, _, _ in
      isNamed = true
      return nil
    }
    if !isNamed { return tree }
    let world = self.world(document.frame)
    return StateVisitor.visit(tree) { form, text, isBound in
      if case .id = form, worlds[world].names?.isGraphForm != true { return nil }
      guard !isBound, let names = worlds[world].names else { return "in \(world): \(text)" }
      return names.meaning(of: form).map { "\(kin(of: names))/\($0)" }
    }
  }

  /// The tree with every state called what the document that it says calls it.
  ///
  /// - Throws: `SyntaxError` when one of them is no state of that document.
  func renamed(_ tree: Node, of document: CaseDocument) throws(SyntaxError) -> Node {
    let frame = document.frame
    let known = worlds.firstIndex { $0.frame == frame }
    let names = known.map { worlds[$0].names } ?? StateNames(frame)
    var lost: Node?
    let renamed = StateVisitor.rename(tree) { meaning, form in
      if meaning.hasPrefix("in ") {
        return known.map { meaning.hasPrefix("in \($0): ") } == true ? form : nil
      }
      guard let names else { return nil }
      let prefix = "\(kin(of: names))/"
      return meaning.hasPrefix(prefix)
        ? names.form(of: String(meaning.dropFirst(prefix.utf8.count)), like: form) : nil
    } losing: {
      lost = lost ?? $0
    }
    if let lost {
      throw SyntaxError(
        Diagnostic(.unknownState, "state \(lost.text ?? "") is none of both cases together", at: lost.place))
    }
    return renamed
  }

  private mutating func world(_ frame: CaseDocument) -> Int {
    if let known = worlds.firstIndex(where: { $0.frame == frame }) { return known }
    worlds.append((frame, StateNames(frame)))
    return worlds.count - 1
  }

  /// Documents with the same options name the same states; by the first of them.
  private func kin(of names: StateNames) -> Int {
    worlds.firstIndex { $0.names?.kin == names.kin } ?? worlds.count
  }
}

/// Goes to every state that a tree names, as the table of keys says where they stand.
private enum StateVisitor {
  /// The tree with the meaning that `meaning` gives to each state, by its form and its
  /// text; of those that an actor perceives it is told that they have a world of their own.
  @discardableResult
  static func visit(
    _ tree: Node, _ meaning: (StateReference.Form, String, _ isBound: Bool) -> String?
  ) -> Node {
    visit(tree, .map(Language.top), false, meaning)
  }

  private static func visit(
    _ node: Node, _ shape: Shape, _ isBound: Bool,
    _ meaning: (StateReference.Form, String, Bool) -> String?
  ) -> Node {
    var result = node
    switch node.content {
    case .scalar(let text):
      if let form = form(text, shape.alternatives) {
        result.meaning = meaning(form, text, isBound).map { .thing($0) }
      }
    case .list(let items):
      guard let member = shape.member else { return node }
      let visited = items.map { visit($0, member, isBound, meaning) }
      result.content = .list(visited)
      // A list of nothing but states has no order.
      if [.state, .code].contains(member.leaf) { result.meaning = set(visited) }
    case .map(let entries):
      let mapping = shape.mapping
      result.content = .map(
        entries.map { entry in
          let field = mapping?.field(entry.key)
          guard let inner = mapping == nil ? shape.member : field?.shape else { return entry }
          return entry.with(visit(entry.value, inner, isBound || field?.manner.each == .perception, meaning))
        })
    }
    // A set of states, whichever way it is written.
    if case .named("states") = shape { result.meaning = set(leaves(of: result)) }
    return result
  }

  private static func form(_ text: String, _ alternatives: [Shape]) -> StateReference.Form? {
    for alternative in alternatives {
      switch alternative.leaf {
      case .state: return StateReference.Form(text)
      case .code: return UInt64(text).map { .code($0) }
      case nil: continue
      }
    }
    return nil
  }

  private static func leaves(of node: Node) -> [Node] {
    switch node.content {
    case .scalar: [node]
    case .list(let items): items.flatMap(leaves)
    case .map(let entries): entries.flatMap { leaves(of: $0.value) }
    }
  }

  /// What a set of states means; nil when it is not known of all of them, or there are none.
  private static func set(_ nodes: [Node]) -> Node.Meaning? {
    let meanings = nodes.compactMap { if case .thing(let meaning) = $0.meaning { meaning } else { nil } }
    return !nodes.isEmpty && meanings.count == nodes.count ? .set(meanings.sorted()) : nil
  }

  /// The tree with each state that has a meaning in the form that `form` gives to it.
  static func rename(
    _ node: Node, _ isCode: Bool = false, _ form: (String, StateReference.Form) -> StateReference.Form?,
    losing lose: (Node) -> Void
  ) -> Node {
    var result = node
    switch node.content {
    case .scalar(let text):
      guard case .thing(let meaning) = node.meaning,
        let old = isCode ? UInt64(text).map({ .code($0) }) : StateReference.Form(text)
      else { return node }
      if let new = form(meaning, old) {
        result.content = .scalar(StateReference(new).text(asCode: isCode))
      } else {
        lose(node)
      }
    case .list(let items):
      result.content = .list(items.map { rename($0, isCode, form, losing: lose) })
    case .map(let entries):
      result.content = .map(
        entries.map {
          $0.with(rename($0.value, $0.key == Language.codes.key, form, losing: lose))
        })
    }
    return result
  }
}

extension Shape {
  /// What names a state.
  fileprivate enum Leaf {
    /// A state in any form.
    case state
    /// A code, as a number.
    case code
  }

  fileprivate var leaf: Leaf? {
    switch self {
    case .state: .state
    case .code: .code
    default: nil
    }
  }
}
