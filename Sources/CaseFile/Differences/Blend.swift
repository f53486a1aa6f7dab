package import Notation

/// Two documents laid beside each other: what they say differently, and every
/// document between them.
///
///     let blend = Blend(eastern, western, base: agreed)
///     blend.differences.filter { $0.origin == .both }    // what they dispute
///     try blend.document(taking: [0, 3])                 // the first with two of the differences made
///
/// It knows no key by name: what a key is, and how it is compared, is said once in
/// the table of keys.
package struct Blend: Sendable {
  /// The first document.
  package let first: CaseDocument
  /// What the documents say differently, in the order of the table of keys.
  package let differences: [Difference]
  private let root: Part
  private let states: NamedStates
  private let conditions: NamedConditions

  /// Lays two documents beside each other, where they come from one `base` beside that, too.
  ///
  /// - Parameters:
  ///   - first: The document that stands where nothing is taken over.
  ///   - second: The document that is laid beside it.
  ///   - base: What both come from.
  ///   - isFine: Whether a statement that moved is a difference of its own, rather than the
  ///     order of all of them.
  package init(
    _ first: CaseDocument, _ second: CaseDocument, base: CaseDocument? = nil, moves isFine: Bool = false
  ) {
    self.first = first
    var states = NamedStates()
    var conditions = NamedConditions()
    func marked(_ document: CaseDocument) -> Node {
      conditions.marked(states.marked(document.tree, of: document), of: document)
    }
    let (old, new, before) = (marked(first), marked(second), base.map(marked))
    var builder = BlendBuilder(hasBase: base != nil, isFine: isFine)
    root = builder.map(Language.top, old, new, before, Subject(kind: .document, id: "case"))
    differences = builder.differences
    self.states = states
    self.conditions = conditions
  }

  /// The first document with the differences of these numbers made.
  ///
  /// - Parameters:
  ///   - taken: Differences in which the second document's side stands.
  ///   - united: Differences of which both sides stand, such as the sources of a judgement.
  ///   - hasAnswers: Whether the known answers are part of it.
  /// - Throws: `SyntaxError` when its parts do not go together.
  package func document(
    taking taken: Set<Int>, uniting united: Set<Int> = [], withAnswers hasAnswers: Bool = true
  ) throws(SyntaxError) -> CaseDocument {
    var node = root.node(Choice(taken: taken, united: united)) ?? .nothing
    if !hasAnswers { node = node.without(Language.expect.key) }
    var document = try CaseDocument(tree: node, like: first)
    // Among other options a name may mean something else.
    let named = conditions.renamed(node, of: document)
    if !named.saysTheWords(of: node) {
      node = named
      document = try CaseDocument(tree: node, like: first)
    }
    if states.isEmpty { return document }
    // Among other options and rules a state has another name.
    let renamed = try states.renamed(node, of: document)
    return renamed.saysTheWords(of: node) ? document : try CaseDocument(tree: renamed, like: first)
  }

  /// Which differences are made.
  struct Choice {
    var taken: Set<Int>
    var united: Set<Int>
  }

  /// A part of both documents.
  indirect enum Part: Sendable {
    /// Both say the same.
    case same(Node)
    /// One value or the other, nil for none.
    case either(Node?, Node?, Int)
    /// One list or the other, or what both say; with the base.
    case sources(Node?, Node?, Node?, Int)
    /// Keys with what stands there; "" for several keys that belong together.
    case map([(key: String, part: Part)], Place)
    /// Entries in an order.
    case entries(BlendedEntries)

    /// What stands here when some of the differences are made.
    func node(_ choice: Choice) -> Node? {
      switch self {
      case .same(let node): return node
      case .either(let old, let new, let index): return choice.taken.contains(index) ? new : old
      case .sources(let old, let new, let base, let index):
        if choice.taken.contains(index) { return new }
        return choice.united.contains(index) ? Part.union(old, new, base) : old
      case .map(let parts, let place):
        var entries: [Node.Entry] = []
        for (key, part) in parts {
          guard let node = part.node(choice) else { continue }
          if key.isEmpty {
            entries += node.entries ?? []
          } else {
            entries.append(Node.Entry(key: key, place: node.place, value: node))
          }
        }
        return Node(.map(entries), at: place)
      case .entries(let entries): return entries.node(choice)
      }
    }

    /// What either list holds but for what the other has taken out of the base.
    private static func union(_ old: Node?, _ new: Node?, _ base: Node?) -> Node? {
      let (ours, theirs, before) = (old?.items ?? [], new?.items ?? [], base?.items ?? [])
      let kept = ours.filter { !before.contains($0) || theirs.contains($0) }
      let added = theirs.filter { !ours.contains($0) && !before.contains($0) }
      let all = kept + added
      return all.isEmpty ? nil : Node(.list(all), at: (old ?? new)?.place ?? .none)
    }
  }
}

/// The entries of a list, or of a mapping by id, of two documents.
struct BlendedEntries: Sendable {
  /// An entry of either or both.
  struct Entry: Sendable {
    /// What it is called.
    var key: String
    /// In a mapping, its key as it is written, and what that means.
    var written: Node.Entry?
    /// Its places, from 0.
    var old: Int?
    var new: Int?
    /// In lists whose order is not known, which of them it stands in.
    var oldRun: Int?
    var newRun: Int?
    var part: Blend.Part
    /// The difference in its place, if that is one of its own.
    var moved: Int?
  }

  var entries: [Entry]
  /// Whether it is a mapping.
  var isKeyed: Bool
  /// Whether its entries stand in the order of time.
  var isByTime = false
  /// The difference in the order of all, if any.
  var order: Int?
  var place: Place
  /// Whether it stands there in each of the documents.
  var isInOld: Bool
  var isInNew: Bool

  /// An entry of the result.
  private struct Slot {
    var entry: Entry
    var node: Node
    var run: Int?
    /// Its place in the list that the others come from.
    var anchor: Int?
  }

  /// The entries when some of the differences are made: in the order of one of the
  /// two, what only the other has behind what it follows there.
  func node(_ choice: Blend.Choice) -> Node? {
    let isNew = order.map(choice.taken.contains) ?? false
    var slots: [Slot] = []
    var later: [Slot] = []
    for entry in entries {
      guard let node = entry.part.node(choice) else { continue }
      let isMoved = entry.moved.map(choice.taken.contains) ?? false
      let host = isNew ? entry.new : entry.old
      let other = isNew ? entry.old : entry.new
      let run = isNew ? entry.newRun : entry.oldRun
      if host != nil, !isMoved {
        slots.append(Slot(entry: entry, node: node, run: run, anchor: entry.moved == nil ? other : nil))
      } else {
        later.append(Slot(entry: entry, node: node, run: nil, anchor: other))
      }
    }
    slots.sort { (isNew ? $0.entry.new : $0.entry.old) ?? 0 < (isNew ? $1.entry.new : $1.entry.old) ?? 0 }
    for slot in later.sorted(by: { ($0.anchor ?? 0) < ($1.anchor ?? 0) }) {
      insert(slot, into: &slots, isNew: isNew)
    }
    if isByTime { slots.sort { $0.node["date"]?.text ?? "" < $1.node["date"]?.text ?? "" } }
    if slots.isEmpty, !(isInOld && isInNew) { return nil }
    return isKeyed
      ? Node(
        .map(
          slots.map { slot in
            slot.entry.written?.with(slot.node)
              ?? Node.Entry(key: slot.entry.key, place: slot.node.place, value: slot.node)
          }), at: place)
      : Node(.list(gathered(slots)), at: place)
  }

  private func insert(_ slot: Slot, into slots: inout [Slot], isNew: Bool) {
    var slot = slot
    let run = isNew ? slot.entry.oldRun : slot.entry.newRun
    // Those of its list whose order is not known stay together.
    if let run {
      let mates = slots.indices.filter { (isNew ? slots[$0].entry.oldRun : slots[$0].entry.newRun) == run }
      let tag = mates.compactMap { slots[$0].run }.first ?? -1 - run
      slot.run = tag
      for mate in mates where slots[mate].run == nil { slots[mate].run = tag }
    }
    var before: Int?
    for index in slots.indices {
      guard let anchor = slots[index].anchor, anchor < slot.anchor ?? 0 else { continue }
      if before.flatMap({ slots[$0].anchor }) ?? -1 < anchor { before = index }
    }
    var position = before.map { $0 + 1 } ?? 0
    // Nothing comes between those whose order is not known.
    while position > 0, position < slots.count, let tag = slots[position].run, tag != slot.run,
      slots[position - 1].run == tag
    { position += 1 }
    slots.insert(slot, at: position)
  }

  /// The items, those whose order is not known in lists of their own.
  private func gathered(_ slots: [Slot]) -> [Node] {
    var items: [Node] = []
    var start = 0
    while start < slots.count {
      var end = start + 1
      if let run = slots[start].run {
        while end < slots.count, slots[end].run == run { end += 1 }
      }
      items.append(
        end == start + 1
          ? slots[start].node : Node(.list(slots[start..<end].map { $0.node }), at: slots[start].node.place))
      start = end
    }
    return items
  }
}

extension Node {
  /// The mapping without a key.
  fileprivate func without(_ key: String) -> Node {
    guard let entries else { return self }
    return Node(.map(entries.filter { $0.key != key }), at: place)
  }

  /// Whether another node has the same text, and not only the same meaning.
  fileprivate func saysTheWords(of other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let text), .scalar(let other)): text == other
    case (.list(let items), .list(let others)):
      items.count == others.count && zip(items, others).allSatisfy { $0.saysTheWords(of: $1) }
    case (.map(let entries), .map(let others)):
      entries.count == others.count
        && zip(entries, others).allSatisfy { $0.key == $1.key && $0.value.saysTheWords(of: $1.value) }
    default: false
    }
  }
}
