import Notation

// Lists, and mappings by id.
extension BlendBuilder {
  /// A list as it is compared: one entry after another, lists in an order not known
  /// laid open.
  private struct Sequence {
    var nodes: [Node] = []
    var keys: [String] = []
    /// In a mapping, the entries as they are written.
    var written: [Node.Entry] = []
    var runs: [Int?] = []

    init(_ node: Node?, opening isOpened: Bool) {
      written = node?.entries ?? []
      for entry in written { append(entry.value, entry.meaning ?? entry.key, nil) }
      for (index, item) in (node?.items ?? []).enumerated() {
        if isOpened, let members = item.items {
          for member in members { append(member, "", index) }
        } else {
          append(item, "", nil)
        }
      }
    }

    private mutating func append(_ node: Node, _ key: String, _ run: Int?) {
      nodes.append(node)
      keys.append(key)
      runs.append(run)
    }
  }

  mutating func entries(
    _ member: Shape, _ manner: Manner, _ old: Node?, _ new: Node?, _ base: Node?, _ subject: Subject
  ) -> Blend.Part {
    let isKeyed = (old ?? new)?.entries != nil
    let isOpened = member.mapping != nil
    let (ours, theirs) = (Sequence(old, opening: isOpened), Sequence(new, opening: isOpened))
    let before = Sequence(base, opening: isOpened)
    let matches = EntryMatches(
      ours.nodes, theirs.nodes, before.nodes, keys: isKeyed ? (ours.keys, theirs.keys, before.keys) : nil,
      member.mapping)
    var names: [String] = []
    // The base names an entry, so that it is called the same whoever is asked first.
    for match in matches.all {
      let known = [
        match.base.map { (before.nodes[$0], before.keys[$0]) },
        match.old.map { (ours.nodes[$0], ours.keys[$0]) },
        match.new.map { (theirs.nodes[$0], theirs.keys[$0]) },
      ].compactMap { $0 }
      let candidates = known.map { isKeyed ? $0.1 : Self.name(of: $0.0, member.mapping) }
      names.append((match.base == nil ? candidates.min() : candidates.first) ?? "")
    }
    if !isKeyed { names = numbered(names) }
    let hasMoved = hasBase && manner.order.isJudgement ? Self.moved(matches) : []
    var entries: [BlendedEntries.Entry] = []
    for (place, (match, name)) in zip(matches.all, names).enumerated() {
      let (left, right) = (match.old.map { ours.nodes[$0] }, match.new.map { theirs.nodes[$0] })
      let written =
        isKeyed ? match.old.map { ours.written[$0] } ?? match.new.map { theirs.written[$0] } : nil
      let inner = self.subject(name, member, manner, subject, (left, right), (match.old, match.new))
      let part = entry(
        member, manner, left, right, match.base.map { before.nodes[$0] }, inner, name,
        hasMoved: hasMoved.contains(place))
      entries.append(
        BlendedEntries.Entry(
          key: name, written: written, old: match.old, new: match.new,
          oldRun: match.old.flatMap { ours.runs[$0] },
          newRun: match.new.flatMap { theirs.runs[$0] }, part: part))
    }
    var blended = BlendedEntries(
      entries: entries, isKeyed: isKeyed, isByTime: manner.order == .time,
      place: (old ?? new)?.place ?? .none,
      isInOld: old != nil, isInNew: new != nil)
    if manner.order != .time {
      arrange(&blended, matches, before.runs, manner, subject, (old?.place ?? .none, new?.place ?? .none))
    }
    return .entries(blended)
  }

  /// What an entry of a list is called: by what tells it from others, or what it says.
  private static func name(of node: Node, _ mapping: MapShape?) -> String {
    for key in mapping?.identity ?? [] {
      if let text = node[key]?.text { return text }
    }
    guard let mapping else { return Prose.text(node) }
    return Prose.text(of: node, Subject(kind: .rule, id: "", shape: mapping))
  }

  private func subject(
    _ name: String, _ member: Shape, _ manner: Manner, _ outer: Subject, _ units: (Node?, Node?),
    _ indices: (Int?, Int?)
  ) -> Subject {
    // Parts of what is told as a whole, and lists by where they start, are no things of their own.
    guard let kind = manner.each, !outer.isClosed, member.mapping != nil else { return outer.at(name) }
    let owner = outer.kind == .actor ? outer.id : outer.actor
    var id = name
    if outer.kind == .option || outer.kind == .event {
      id = "\(outer.id)\(kind == .level ? "." : " ")\(name)"
    }
    if kind == .move, outer.part.count == 2 { id = "\(outer.part[1]) to \(name)" }
    var inner = Subject(kind: kind, actor: owner, id: id, role: outer.role, isTelling: outer.isTelling)
    inner.units = units
    inner.shape = member.mapping
    if kind == .statement { inner.indices = indices }
    return inner
  }

  private mutating func entry(
    _ member: Shape, _ manner: Manner, _ old: Node?, _ new: Node?, _ base: Node?, _ subject: Subject,
    _ name: String, hasMoved: Bool
  ) -> Blend.Part {
    if let old, old == new { return .same(old) }
    let origin = hasMoved ? .both : Self.origin(old, new, base, hasBase)
    if let mapping = member.mapping, let old, let new, old.entries != nil, new.entries != nil {
      return map(mapping, old, new, base, subject)
    }
    if member.mapping == nil, let inner = member.member, manner.each != nil {
      // Lists by where they start.
      return entries(inner, manner, old, new, base, subject)
    }
    return .either(old, new, note(subject, manner, old, new, origin))
  }

  // MARK: Order

  /// What one case has dropped and the other has given another place, by number: what
  /// a longest part in the base's order can do without.
  private static func moved(_ matches: EntryMatches) -> Set<Int> {
    var found: Set<Int> = []
    for isOld in [true, false] {
      func place(_ index: Int) -> Int? { isOld ? matches.all[index].old : matches.all[index].new }
      let kept = matches.all.indices.filter { matches.all[$0].base != nil && place($0) != nil }
        .sorted { matches.all[$0].base! < matches.all[$1].base! }
      let places = kept.map { place($0)! }
      if zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) { continue }
      let most = longestRise(places).count
      for (rank, index) in kept.enumerated()
      where matches.all[index].old == nil || matches.all[index].new == nil {
        var others = places
        others.remove(at: rank)
        if longestRise(others).count == most { found.insert(index) }
      }
    }
    return found
  }

  /// Notes where the order of what both have differs.
  private mutating func arrange(
    _ blended: inout BlendedEntries, _ matches: EntryMatches, _ baseRuns: [Int?], _ manner: Manner,
    _ subject: Subject, _ places: (old: Place, new: Place)
  ) {
    let entries = blended.entries
    let common = entries.indices.filter { entries[$0].old != nil && entries[$0].new != nil }
    let ours = Arrangement(common, entries.map { ($0.old, $0.oldRun) })
    let theirs = Arrangement(common, entries.map { ($0.new, $0.newRun) })
    let hasRuns = entries.contains { $0.oldRun != nil || $0.newRun != nil }
    if isFine, manner.order == .priority, !hasRuns {
      let kept = Set(
        Self.longestRise(common.sorted { entries[$0].old! < entries[$1].old! }.map { entries[$0].new! }))
      for index in common where !kept.contains(entries[index].new!) {
        let words = self.words(entries[index], index, manner, subject)
        blended.entries[index].moved = noteOrder(
          subject, manner.each ?? subject.kind, entries[index].key, manner, .unknown, words.0, words.1)
      }
      return
    }
    let isCrowded = hasBase && manner.order.isJudgement && bothAdd(entries, matches, ours)
    if ours == theirs, !isCrowded { return }
    var origin = Difference.Origin.unknown
    if hasBase {
      let known = common.filter { matches.all[$0].base != nil }
      let before = Arrangement(
        known, matches.all.map { match in (match.base, match.base.flatMap { baseRuns[$0] }) })
      let isOurs = Arrangement(known, entries.map { ($0.old, $0.oldRun) }) != before
      let isTheirs = Arrangement(known, entries.map { ($0.new, $0.newRun) }) != before
      origin =
        isOurs == isTheirs || isCrowded || known.count < common.count ? .both : isOurs ? .first : .second
    }
    let list = subject.part.last ?? "order"
    let id = subject.kind == .option ? "\(list) of \(subject.id)" : list
    blended.order = noteOrder(
      subject, manner.each ?? subject.kind, id, manner, origin,
      listed(entries, { $0.old }, { $0.oldRun }, places.old),
      listed(entries, { $0.new }, { $0.newRun }, places.new))
  }

  /// All entries of one list in words, those whose order is not known in brackets.
  private func listed(
    _ entries: [BlendedEntries.Entry], _ index: (BlendedEntries.Entry) -> Int?,
    _ run: (BlendedEntries.Entry) -> Int?, _ place: Place
  ) -> Difference.Wording {
    var parts: [[String]] = []
    var last: Int?
    for entry in entries.filter({ index($0) != nil }).sorted(by: { index($0)! < index($1)! }) {
      let current = run(entry)
      if let current, current == last {
        parts[parts.count - 1].append(entry.key)
      } else {
        parts.append([entry.key])
      }
      last = current
    }
    let texts = parts.map { $0.count == 1 ? $0[0] : "[\($0.joined(separator: ", "))]" }
    return Difference.Wording(
      text: texts.joined(separator: ", then "), evidence: [], place: place, index: nil)
  }

  private func words(
    _ entry: BlendedEntries.Entry, _ index: Int, _ manner: Manner, _ subject: Subject
  ) -> (Difference.Wording?, Difference.Wording?) {
    let none = Blend.Choice(taken: [], united: [])
    var all = none
    all.taken = Set(differences.indices)
    var inner = subject
    (inner.part, inner.kind, inner.id) = ([], manner.each ?? subject.kind, entry.key)
    inner.shape = Language.statement
    let (old, new) = (entry.part.node(none), entry.part.node(all))
    return (inner.wording(old, old, index: entry.old), inner.wording(new, new, index: entry.new))
  }

  /// Whether both add an entry at one place, so that neither says which weighs more.
  private func bothAdd(
    _ entries: [BlendedEntries.Entry], _ matches: EntryMatches, _ common: Arrangement
  ) -> Bool {
    func gaps(_ index: (BlendedEntries.Entry) -> Int?, _ other: (BlendedEntries.Entry) -> Int?) -> Set<Int> {
      var found: Set<Int> = []
      for place in entries.indices where matches.all[place].base == nil && other(entries[place]) == nil {
        guard let at = index(entries[place]) else { continue }
        let before = entries.indices.filter {
          other(entries[$0]) != nil && index(entries[$0]).map { $0 < at } ?? false
        }
        found.insert(before.max { index(entries[$0])! < index(entries[$1])! } ?? -1)
      }
      return found
    }
    return !gaps({ $0.old }, { $0.new }).isDisjoint(with: gaps({ $0.new }, { $0.old }))
  }

  /// A longest part of the numbers that rises; the first of several.
  private static func longestRise(_ numbers: [Int]) -> [Int] {
    var best: [[Int]] = []
    for number in numbers {
      let before = best.filter { ($0.last ?? -1) < number }.max { $0.count < $1.count } ?? []
      best.append(before + [number])
    }
    var longest: [Int] = []
    for rise in best where rise.count > longest.count { longest = rise }
    return longest
  }
}

/// In which order entries stand, and which of them have none among themselves.
private struct Arrangement: Equatable {
  private var order: [Int]
  private var isBound: [Bool]

  init(_ chosen: [Int], _ places: [(index: Int?, run: Int?)]) {
    var order = chosen.sorted { (places[$0].index ?? 0) < (places[$1].index ?? 0) }
    // Those of one list have none among themselves.
    var start = 0
    for end in 1..<(order.count + 1) {
      if end < order.count, let run = places[order[start]].run, places[order[end]].run == run { continue }
      order[start..<end].sort()
      start = end
    }
    self.order = order
    // Bound to the one before it: in one list of an order not known.
    isBound = order.indices.map { place in
      guard place > 0, let run = places[order[place]].run else { return false }
      return places[order[place - 1]].run == run
    }
  }
}
