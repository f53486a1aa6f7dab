import ConflictModel
import Notation

/// The conditions of some documents, each with its names in full, so that `x` in the
/// block of its actor and `a.x` anywhere are one name.
struct NamedConditions {
  /// What can be named in each of the documents.
  private var frames: Set<Set<String>> = []

  /// A tree of a document, with the meaning of each condition, of what names an option, and of each list
  /// that has no order.
  mutating func marked(_ tree: Node, of document: CaseDocument) -> Node {
    let names = FullNames(document)
    frames.insert(names.frame)
    return ConditionVisitor(names: names).mark(tree, .map(Language.top), in: nil)
  }

  /// The tree with every condition in words that mean in the document that it says what they meant
  /// where they come from.
  func renamed(_ tree: Node, of document: CaseDocument) -> Node {
    // Where the same things can be named in all of them, every name means the same.
    if frames.count < 2 { return tree }
    return ConditionVisitor(names: FullNames(document)).rename(tree, .map(Language.top), in: nil)
  }
}

/// What names stand for in a document, by the one name that each thing has everywhere.
struct FullNames {
  private let resolver: Resolver

  /// The names of a document; those that stand for nothing in it are kept as they are.
  init(_ document: CaseDocument) {
    var resolver = Resolver(document)
    _ = resolver.enterNames()
    resolver.names.suggests = false
    self.resolver = resolver
  }

  /// All that can be named.
  var frame: Set<String> {
    var names = Set(resolver.options.map { $0.id } + resolver.levels.map { $0.id })
    names.formUnion(resolver.names.shared.keys)
    return names.union(resolver.names.joint.map { "joint \($0)" })
  }

  /// The name that means everywhere what `name` means in the block of an actor, or outside any.
  func full(_ name: String, in actor: Int?) -> String {
    switch resolver.names.look(up: name, in: actor) {
    case .success(.option(let index)): resolver.options[index].id
    case .success(.level(let index)): resolver.levels[index].id
    default: name
    }
  }

  /// The condition with its names in full.
  func full(_ condition: ConditionText, in actor: Int?) -> ConditionText {
    condition.naming { full($0, in: actor) }
  }

  /// The place of an actor.
  func actor(_ id: String) -> Int? { resolver.document.actors.firstIndex { $0.id == id } }
}

extension CaseDocument {
  /// A condition outside any actor's block with each name in full, as `a.x` for `x`.
  public func withFullNames(_ condition: ConditionText) -> ConditionText {
    FullNames(self).full(condition, in: nil)
  }
}

/// Goes to every condition of a tree, as the table of keys says where they stand.
private struct ConditionVisitor {
  let names: FullNames

  func mark(_ node: Node, _ shape: Shape, in actor: Int?) -> Node {
    var result = node
    switch node.content {
    case .scalar:
      result.meaning = node.meaning ?? meaning(node, shape, in: actor).map { .phrase($0) }
    case .list(let items):
      guard let member = shape.member else { return node }
      let marked = items.map { mark($0, member, in: actor) }
      result.content = .list(marked)
      if member.isWord { result.meaning = node.meaning ?? .set(marked.map { $0.sense }.sorted()) }
    case .map: result.content = .map(entries(node, shape, actor, mark))
    }
    return result
  }

  func rename(_ node: Node, _ shape: Shape, in actor: Int?) -> Node {
    var result = node
    switch node.content {
    case .scalar:
      guard case .phrase(let meaning) = node.meaning, self.meaning(node, shape, in: actor) != meaning
      else { return node }
      result.content = .scalar(meaning.text)
    case .list(let items):
      guard let member = shape.member else { return node }
      result.content = .list(items.map { rename($0, member, in: actor) })
    case .map: result.content = .map(entries(node, shape, actor, rename))
    }
    return result
  }

  private func entries(
    _ node: Node, _ shape: Shape, _ actor: Int?, _ visit: (Node, Shape, Int?) -> Node
  ) -> [Node.Entry] {
    let mapping = shape.mapping
    let isOptions = if case .named("weights") = shape { true } else { false }
    // In the eyes of an actor names are those of the case.
    let outer = mapping?.title == Language.perception.title ? nil : actor
    return (node.entries ?? []).map { entry in
      guard let inner = isOptions || mapping == nil ? shape.member : mapping?.field(entry.key)?.shape
      else { return entry }
      var entry = entry
      if isOptions {
        let meaning = names.full(entry.key, in: actor)
        if let known = entry.meaning, known != meaning { entry.key = known }
        entry.meaning = entry.meaning ?? meaning
      }
      let isActor = mapping == nil && inner.mapping?.title == Language.actor.title
      entry.value = visit(entry.value, inner, isActor ? names.actor(entry.key) : outer)
      return entry
    }
  }

  /// The condition in full names, and in one order of its operands; nil where none stands.
  private func meaning(_ node: Node, _ shape: Shape, in actor: Int?) -> Node.Phrase? {
    let isCondition = shape.alternatives.contains { if case .condition = $0 { true } else { false } }
    guard isCondition, let text = node.text, let condition = try? ConditionText(parsing: text, at: .none)
    else {
      return nil
    }
    let named = names.full(condition, in: actor)
    return Node.Phrase(named.printed, sense: named.inOrder.printed)
  }
}

extension Shape {
  /// Whether nothing but a condition, an id or a word stands here; a list of those has no order.
  fileprivate var isWord: Bool {
    switch self {
    case .condition, .identifier, .word: true
    default: false
    }
  }
}

extension Node {
  /// The node with the names in its conditions in full.
  var inFull: Node {
    var result = self
    switch content {
    case .scalar: if case .phrase(let meaning) = meaning { result.content = .scalar(meaning.text) }
    case .list(let items): result.content = .list(items.map { $0.inFull })
    case .map(let entries): result.content = .map(entries.map { $0.with($0.value.inFull) })
    }
    return result
  }

  /// What a scalar means, or says where that is all.
  fileprivate var sense: String {
    if case .phrase(let meaning) = meaning { meaning.sense } else { text ?? "" }
  }
}

extension ConditionText {
  /// The condition with each name in it replaced.
  func naming(_ name: (String) -> String) -> ConditionText {
    switch self {
    case .constant: self
    case .name(let old, let place): .name(name(old), place)
    case .comparison(let old, let comparison, let level, let place):
      .comparison(name(old), comparison, level: level, place)
    case .not(let operand): .not(operand.naming(name))
    case .and(let parts): .and(parts.map { $0.naming(name) })
    case .or(let parts): .or(parts.map { $0.naming(name) })
    case .count(let count, let number, let parts): .count(count, number, parts.map { $0.naming(name) })
    case .joined(let left, let connective, let right):
      .joined(left.naming(name), connective, right.naming(name))
    }
  }
}
