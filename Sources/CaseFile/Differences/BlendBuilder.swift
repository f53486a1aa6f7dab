import Notation

/// Lays trees beside each other, key by key as the table of keys has them.
struct BlendBuilder {
  let hasBase: Bool
  let isFine: Bool
  private(set) var differences: [Difference] = []
  /// How the key of each difference is compared.
  private var manners: [Manner] = []

  init(hasBase: Bool, isFine: Bool) {
    self.hasBase = hasBase
    self.isFine = isFine
  }

  /// Two mappings with known keys.
  mutating func map(_ shape: MapShape, _ old: Node, _ new: Node, _ base: Node?, _ subject: Subject)
    -> Blend.Part
  {
    var parts: [(key: String, part: Blend.Part)] = []
    let start = differences.count
    var said: [Int] = []
    var keys = shape.keys
    for entry in (old.entries ?? []) + (new.entries ?? []) where !keys.contains(entry.key) {
      keys.append(entry.key)
    }
    var done: Set<String> = []
    for key in keys where !done.contains(key) {
      let manner = shape.field(key)?.manner ?? Manner()
      let mates = keys.filter { mate in
        let other = shape.field(mate)?.manner ?? Manner()
        return mate == key || manner.group != nil && manner.group == other.group
          || shape.isWhole && manner.role == .judgement && other.role == .judgement
      }
      if mates.count > 1 || shape.isWhole && manner.role == .judgement, !goApart(mates, old, new, shape) {
        done.formUnion(mates)
        if let part = together(mates, old, new, base, manner, subject) { parts.append(("", part)) }
      } else {
        done.insert(key)
        let isMain = (key == shape.short || key == "that") && manner.role == .judgement
        let inner = isMain ? subject : subject.at(key)
        let first = differences.count
        if let part = value(
          shape.field(key)?.shape, manner, old[key], new[key], base?[key], inner.under(manner), key)
        {
          parts.append((key, part))
        }
        if manner.isQualifier { said += first..<differences.count }
      }
    }
    keepTogether(shape, differences.indices.suffix(from: start), subject, said)
    return .map(parts, old.place)
  }

  /// Disputes all that is said of a thing where one case judges it otherwise and the other says
  /// something new of the judgement, such as its source: what is said of one judgement
  /// never stands beside another. `said` are the differences in keys that are said of what is judged.
  private mutating func keepTogether(
    _ shape: MapShape, _ range: Range<Int>, _ subject: Subject, _ said: [Int]
  ) {
    let own = key(subject)
    var (judged, qualifiers, sources): ([Int], [Int], [Int]) = ([], [], [])
    // Things of their own, such as what was observed of an event on a day.
    let entries = said.filter { differences[$0].key.kind != own.kind && manners[$0].role != .source }
    for index in range where !differences[index].isIdleOrder {
      let other = differences[index].key
      guard other.kind == own.kind, other.actor == own.actor, other.id == own.id else { continue }
      // Parts of it that lie deeper have been looked at.
      let isHere = shape.keys.contains { self.key(subject.at($0)).part == other.part }
      let manner = manners[index]
      if isHere, manner.role == .source {
        sources.append(index)
      } else if isHere, manner.isQualifier {
        qualifiers.append(index)
      } else if manner.isJudged {
        judged.append(index)
      }
    }
    if !(qualifiers + sources).isEmpty { bundle(judged + qualifiers + sources, range) }
    let told = qualifiers.filter { manners[$0].isJudged }
    guard isTorn(judged, qualifiers + sources + entries) || isTorn(told, sources) else { return }
    for index in judged + qualifiers + (isTorn(judged, entries) ? entries : []) {
      differences[index].isTelling = true
      if hasBase { differences[index].origin = .both }
    }
    for index in sources { differences[index].isOfDispute = true }
  }

  /// Makes one judgement of differences, and of those that are one with any of them.
  private mutating func bundle(_ indices: [Int], _ range: Range<Int>) {
    let joined = Set(indices.compactMap { differences[$0].judgement })
    for index in range {
      let isJoined = differences[index].judgement.map(joined.contains) ?? false
      if isJoined || indices.contains(index) { differences[index].judgement = range.lowerBound }
    }
  }

  /// Whether one case has changed some of the first, and the other some of the second.
  private func isTorn(_ judged: [Int], _ said: [Int]) -> Bool {
    if !hasBase { return !judged.isEmpty && !said.isEmpty }
    func changed(_ indices: [Int], _ origin: Difference.Origin) -> Bool {
      indices.contains { differences[$0].origin == origin || differences[$0].origin == .both }
    }
    return changed(judged, .first) && changed(said, .second)
      || changed(judged, .second) && changed(said, .first)
  }

  /// Whether the keys of a group can be compared one by one: both give the same of
  /// them, and the same kind of value.
  private func goApart(_ keys: [String], _ old: Node, _ new: Node, _ shape: MapShape) -> Bool {
    if shape.isWhole { return false }
    return keys.allSatisfy { key in
      switch (old[key]?.content, new[key]?.content) {
      case (nil, nil), (.list, .list), (.map, .map): true
      case (nil, .list), (.list, nil): keys.contains { $0 != key && old[$0] != nil && new[$0] != nil }
      default: old[key] == new[key]
      }
    }
  }

  /// Keys that say together what they say.
  private mutating func together(
    _ keys: [String], _ old: Node, _ new: Node, _ base: Node?, _ manner: Manner, _ subject: Subject
  ) -> Blend.Part? {
    let (before, after) = (old.keeping(keys), new.keeping(keys))
    if before == after { return before.map { .same($0) } }
    var inner = subject.under(manner)
    if manner.group != nil, !subject.isClosed {
      inner = Subject(kind: .ranking, actor: subject.id, id: "what it wants", role: inner.role)
      inner.units = (before.map(Self.wish), after.map(Self.wish))
      let index = note(
        inner, manner, before.map(Self.wish), after.map(Self.wish),
        Self.origin(before, after, base?.keeping(keys), hasBase))
      differences[index].tell(
        before.flatMap { Difference.Wishes($0) }, after.flatMap { Difference.Wishes($0) })
      return .either(before, after, index)
    }
    return .either(
      before, after,
      note(inner, manner, before, after, Self.origin(before, after, base?.keeping(keys), hasBase)))
  }

  /// What an actor wants, its key left out where the value tells.
  private static func wish(_ node: Node) -> Node {
    guard let entries = node.entries, entries.count == 1, entries[0].key != "weights" else { return node }
    return entries[0].value
  }

  /// What stands at a key, or in an entry.
  private mutating func value(
    _ shape: Shape?, _ manner: Manner, _ old: Node?, _ new: Node?, _ base: Node?, _ subject: Subject,
    _ key: String
  ) -> Blend.Part? {
    if old == new { return old.map { .same($0) } }
    let origin = Self.origin(old, new, base, hasBase)
    if manner.role == .source {
      let index = differences.count
      manners.append(manner)
      differences.append(
        Difference(
          key: self.key(subject), change: .changed, role: .source, isTelling: false,
          isContrary: Self.areContrary(old, new), discords: Difference.Discord.all(old, new, base),
          origin: origin,
          before: subject.wording(subject.units.old, subject.units.old, index: subject.indices.old),
          after: subject.wording(subject.units.new, subject.units.new, index: subject.indices.new)))
      return .sources(old, new, base, index)
    }
    if !manner.isWhole, let shape {
      if let mapping = shape.mapping, let old, let new, old.entries != nil, new.entries != nil {
        var inner = subject
        if let each = manner.each, shape.member == nil || mapping.shortList != nil, !subject.isClosed,
          inner.part.count == 1
        {
          let owner = subject.kind == .actor ? subject.id : subject.actor
          inner = Subject(
            kind: each, actor: owner, id: each == .ranking ? "what it wants" : key, role: subject.role,
            isTelling: subject.isTelling)
          inner.units = (old, new)
          inner.shape = mapping
        }
        return map(mapping, old, new, base, inner)
      }
      if let member = shape.member, isContainer(old ?? new, shape), isContainer(new ?? old, shape),
        old?.items == nil || new?.entries == nil, old?.entries == nil || new?.items == nil
      {
        return entries(member, manner, old, new, base, subject)
      }
    }
    var inner = subject
    if let each = manner.each, !subject.isClosed, subject.part.count == 1 {
      let owner = subject.kind == .actor ? subject.id : subject.actor
      inner = Subject(
        kind: each, actor: owner, id: each == .ranking ? "what it wants" : key, role: subject.role,
        isTelling: subject.isTelling)
      inner.units = (old, new)
      inner.shape = shape?.mapping
    }
    return .either(old, new, note(inner, manner, old, new, origin))
  }

  private func isContainer(_ node: Node?, _ shape: Shape) -> Bool {
    guard let node else { return false }
    return node.items != nil || node.entries != nil && shape.mapping == nil
  }

  /// Notes a difference; its number.
  mutating func note(
    _ subject: Subject, _ manner: Manner, _ old: Node?, _ new: Node?, _ origin: Difference.Origin
  ) -> Int {
    let isUnit = subject.part.isEmpty
    let role =
      subject.role ?? (manner.role == .vocabulary && old != nil && new != nil ? .judgement : manner.role)
    manners.append(manner)
    differences.append(
      Difference(
        key: key(subject), change: old == nil ? .added : new == nil ? .dropped : .changed, role: role,
        isTelling: (subject.isTelling || subject.isWithinProfile) && manner.isTelling,
        silence: manner.silence, origin: origin,
        before: subject.wording(
          isUnit ? subject.units.old ?? old : subject.units.old, old, index: subject.indices.old),
        after: subject.wording(
          isUnit ? subject.units.new ?? new : subject.units.new, new, index: subject.indices.new),
        thingBefore: subject.thing(subject.units.old), thingAfter: subject.thing(subject.units.new)))
    return differences.count - 1
  }

  /// Notes a difference in an order.
  mutating func noteOrder(
    _ subject: Subject, _ kind: Difference.Kind, _ id: String, _ manner: Manner, _ origin: Difference.Origin,
    _ before: Difference.Wording?, _ after: Difference.Wording?
  ) -> Int {
    let isJudgement = manner.order.isJudgement
    let owner = subject.kind == .actor ? subject.id : subject.actor
    manners.append(manner)
    differences.append(
      Difference(
        key: Difference.Key(
          kind: subject.isClosed ? subject.kind : kind, actor: owner, id: subject.isClosed ? subject.id : id,
          part: subject.isClosed ? "order" : nil, isOrder: true),
        change: .moved, role: isJudgement ? subject.role ?? .judgement : .remark, isTelling: isJudgement,
        isIdleOrder: !isJudgement, origin: origin, before: before, after: after))
    return differences.count - 1
  }

  func key(_ subject: Subject) -> Difference.Key {
    Difference.Key(
      kind: subject.kind, actor: subject.actor, id: subject.id,
      part: subject.part.isEmpty ? nil : subject.part.joined(separator: "/"))
  }

  /// Whether a citation in one list is the same as one in the other, but that one of them speaks against.
  private static func areContrary(_ old: Node?, _ new: Node?) -> Bool {
    let key = "against"
    func sides(_ list: Node?) -> [(isAgainst: Bool, rest: Node)] {
      (list?.items ?? []).compactMap { item in
        guard let entries = item.entries, item["source"] != nil else { return nil }
        return (item[key] != nil, Node(.map(entries.filter { $0.key != key }), at: .none))
      }
    }
    let theirs = sides(new)
    return sides(old).contains { one in
      theirs.contains { $0.isAgainst != one.isAgainst && $0.rest == one.rest }
    }
  }

  /// Which of two values is another than the base's.
  static func origin(_ old: Node?, _ new: Node?, _ base: Node?, _ hasBase: Bool) -> Difference.Origin {
    if !hasBase { return .unknown }
    if old == base { return .second }
    if new == base { return .first }
    return .both
  }
}

extension Node {
  /// The mapping with some of its keys; nil when it has none of them.
  fileprivate func keeping(_ keys: [String]) -> Node? {
    let kept = (entries ?? []).filter { keys.contains($0.key) }
    return kept.isEmpty ? nil : Node(.map(kept), at: kept[0].value.place)
  }
}
