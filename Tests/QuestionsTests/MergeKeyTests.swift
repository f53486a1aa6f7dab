import Questions
import Notation
import Testing

@testable import CaseFile

@Suite("Merging and comparing, key by key") struct MergeKeyTests {
  /// Keys that no document holds: they are worked in when a file is read.
  private static let workedIn: Set<String> = ["a case: entente", "a case: extends"]

  /// Every key that the table has, as "an event: since".
  static var table: Set<String> {
    var found: Set<String> = []
    var open: [Shape] = [.map(Language.top)] + Language.definitions.map(\.1)
    while let shape = open.popLast() {
      switch shape {
      case .list(let inner), .keyed(let inner): open.append(inner)
      case .anyOf(let shapes): open += shapes
      case .map(let map) where map.title != Language.edits.title:
        for field in map.fields where found.insert("\(map.title): \(field.key)").inserted {
          open.append(field.shape)
        }
      default: break
      }
    }
    return found.subtracting(workedIn)
  }

  @Test("every key of the table has an example")
  func complete() {
    let shown = Set(KeyExample.all.map(\.key))
    #expect(Self.table.subtracting(shown).sorted() == [], "keys without an example")
    #expect(shown.subtracting(Self.table).sorted() == [], "examples of no key")
  }

  private static func read(_ text: String) throws -> CaseDocument {
    let document = try CaseDocument(parsing: text)
    _ = try Case(document)
    return document
  }

  @Test(
    "a difference in one key is named, kept, and disputed when both changed it", arguments: KeyExample.all)
  func key(example: KeyExample) throws {
    let documents = try example.values.map { value -> CaseDocument in
      do {
        return try Self.read(example.text(value))
      } catch {
        Issue.record("\(example.key) with \(value): \(error)\n\(example.text(value))")
        throw error
      }
    }
    let base = documents[0]
    for document in documents.dropFirst() {
      #expect(document != base, "the values say different things")
      let differences = Blend(base, document, moves: true).differences
      #expect(!differences.isEmpty)
      for difference in differences where difference.role != .source && difference.change != .moved {
        #expect(difference.before?.text != difference.after?.text, "\(difference.key)")
      }
      for merge in [
        Merge(document, base, base: base), Merge(base, document, base: base),
        Merge(document, document, base: base), Merge(document, document),
      ] {
        #expect(!merge.isDisputed)
        #expect(merge.document == document)
        #expect(try CaseDocument(parsing: merge.document.printed()) == document)
      }
      try noLoss(document, base)
    }
    guard documents.count == 3 else { return }
    let (one, other) = (documents[1], documents[2])
    let (merge, reverse) = (Merge(one, other, base: base), Merge(other, one, base: base))
    let isUnited = Blend(one, other, base: base).differences.allSatisfy {
      $0.role == .source && $0.discords.isEmpty
    }
    #expect(merge.isDisputed == !isUnited)
    #expect(isUnited || merge.document == one)
    #expect(
      Set(merge.disputes.map(\.key)) == Set(reverse.disputes.map(\.key)) || example.key.contains("rule"))
    if isUnited { #expect(merge.document != one && reverse.document != other) }
    #expect(try CaseDocument(parsing: merge.document.printed()) == merge.document)
    _ = try Case(merge.document)
    try noLoss(one, other)
  }

  /// Without a base, what only the second says is in the result or disputed.
  private func noLoss(_ one: CaseDocument, _ other: CaseDocument) throws {
    let merge = Merge(one, other)
    #expect(merge.isDisputed || merge.document != one || !merge.orders.isEmpty)
    #expect(try CaseDocument(parsing: merge.document.printed()) == merge.document)
    _ = try Case(merge.document)
  }

  /// Examples of what mappings judge that can carry sources, each with the mapping.
  static let sourced: [KeyExample] = KeyExample.all.filter { example in
    let names = example.key.split(separator: ":").map { $0.trimmingPrefix(" ") }
    guard let shape = mapping(String(names[0])), shape.field("because") != nil,
      let field = shape.field(String(names[1]))
    else { return false }
    return field.manner.isJudged && !apart.contains(example.key)
  }

  /// Keys whose values are things with sources of their own, or that only hold some.
  private static let apart: Set<String> = [
    "an event: history", "an option: levels", "an actor: options", "an actor: prefers", "an actor: ranking",
    "an actor: weights", "an actor: cannot", "an actor: misperceives", "an actor: moves",
    "an actor: perceives",
  ]

  static func mapping(_ title: String) -> MapShape? {
    var open: [Shape] = [.map(Language.top)] + Language.definitions.map(\.1)
    while let shape = open.popLast() {
      switch shape {
      case .list(let inner), .keyed(let inner): open.append(inner)
      case .anyOf(let shapes): open += shapes
      case .map(let map) where map.title == title: return map
      case .map(let map): open += map.fields.map(\.shape)
      default: break
      }
    }
    return nil
  }

  @Test("the examples of what can carry sources are all of it")
  func sourcedKeys() {
    let keys = Set(Self.sourced.map(\.key))
    #expect(
      keys.count > 50 && keys.isSuperset(of: ["a statement: that", "a rule: never", "a weight: weight"]))
  }

  /// The tree with a note as the source of what differs from another tree in one key.
  private static func annotated(
    _ tree: Node, _ other: Node, _ shape: Shape, _ title: String, _ key: String
  ) -> Node {
    var result = tree
    // A ranking by codes is one of states.
    let key = key == "codes" ? "states" : key
    switch (tree.content, other.content) {
    case (.list(let items), .list(let others)):
      guard let member = shape.member else { return tree }
      result.content = .list(
        items.indices.map {
          $0 < others.count ? annotated(items[$0], others[$0], member, title, key) : items[$0]
        })
    case (.map(let entries), .map):
      let mapping = shape.mapping
      var marked = entries.map { entry in
        guard let inner = mapping.map({ $0.field(entry.key)?.shape }) ?? shape.member,
          let value = other[entry.key]
        else { return entry }
        return entry.with(annotated(entry.value, value, inner, title, key))
      }
      if mapping?.title == title, tree[key] != other[key] {
        let note = Node(
          .map([Node.Entry(key: "note", place: .none, value: Node(.scalar("mine"), at: .none))]), at: .none)
        marked.removeAll { $0.key == "because" }
        marked.append(Node.Entry(key: "because", place: .none, value: Node(.list([note]), at: .none)))
      }
      result.content = .map(marked)
    default: break
    }
    return result
  }

  @Test("a source for what the other judges otherwise is disputed", arguments: sourced)
  func sources(example: KeyExample) throws {
    let names = example.key.split(separator: ":").map { String($0.trimmingPrefix(" ")) }
    let (base, judged) = (
      try Self.read(example.text(example.values[0])), try Self.read(example.text(example.values[1]))
    )
    let tree = Self.annotated(base.tree, judged.tree, .map(Language.top), names[0], names[1])
    let sourced = try CaseDocument(tree: tree, like: base)
    #expect(sourced != base, "no source was given")
    for (one, other) in [(judged, sourced), (sourced, judged)] {
      let merge = Merge(one, other, base: base)
      #expect(merge.isDisputed, "\(example.text(example.values[1]))")
      #expect(merge.document == one)
      #expect(merge.united.isEmpty)
    }
    // Where one gives a source for what it judges otherwise, both are taken over.
    let both = try CaseDocument(
      tree: Self.annotated(judged.tree, base.tree, .map(Language.top), names[0], names[1]), like: judged)
    #expect(both != judged)
    for merge in [Merge(base, both, base: base), Merge(both, base, base: base)] {
      #expect(!merge.isDisputed && merge.document == both)
    }
    // Nor are sources of different judgements united without a base.
    for (one, other) in [(base, both), (both, base)] {
      let merge = Merge(one, other)
      #expect(merge.united.isEmpty)
      if merge.isDisputed { #expect(merge.document == one) }
    }
  }
}
