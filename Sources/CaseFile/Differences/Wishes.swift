import Notation

extension Difference {
  /// All that an actor wants, as the judgements that say it.
  package struct Wishes: Sendable, Hashable {
    /// The kind of each: a statement, a weight, or the one ranking.
    package var kind: Kind
    /// What they say.
    package var parts: [Wording]
    /// Whether the one of them says that everything is the same to it.
    package var isIndifferent = false
    /// Whether the other case says it in judgements of the same kind, or says nothing.
    package var isLikeOther = false
  }
}

extension Difference.Wishes {
  /// What stands at the keys by which an actor says what it wants; nil where nothing does.
  init?(_ node: Node) {
    if let wishes = node["prefers"] {
      self.init(kind: .statement, parts: Self.statements(wishes), isIndifferent: wishes.text != nil)
    } else if let weights = node["weights"]?.entries {
      self.init(
        kind: .weight,
        parts: weights.map { Self.wording(.weight, $0.key, Language.weight, $0.value, at: $0.place) })
    } else if let ranking = node["ranking"] {
      self.init(kind: .ranking, parts: [Self.ranking(ranking, pairs: node["unknown"]?.items?.count ?? 0)])
    } else {
      return nil
    }
  }

  /// Each statement, those in an order not known one by one; without a list, the one word that stands there.
  private static func statements(_ node: Node) -> [Difference.Wording] {
    let items = node.items?.flatMap { $0.items ?? [$0] } ?? [node]
    return items.map { wording(.statement, "", Language.statement, $0, at: $0.place) }
  }

  private static func wording(
    _ kind: Difference.Kind, _ id: String, _ shape: MapShape, _ node: Node, at place: Place
  ) -> Difference.Wording {
    var subject = Subject(kind: kind, id: id)
    subject.shape = shape
    let text = node.entries == nil ? Prose.text(node) : Prose.text(of: node, subject)
    return Difference.Wording(text: text, evidence: Prose.evidence(node), place: place, index: nil)
  }

  private static func ranking(_ node: Node, pairs: Int) -> Difference.Wording {
    Difference.Wording(
      text: PreferenceText.rankingWords(unknown: pairs), evidence: Prose.evidence(node), place: node.place,
      index: nil)
  }
}

extension Difference {
  /// Tells what an actor wants as the judgements that it is in each case, with the sources of all of them.
  mutating func tell(_ old: Wishes?, _ new: Wishes?) {
    before?.tell(old, beside: new)
    after?.tell(new, beside: old)
  }
}

extension Difference.Wording {
  fileprivate mutating func tell(_ wishes: Difference.Wishes?, beside other: Difference.Wishes?) {
    guard var wishes else { return }
    wishes.isLikeOther = other.map { $0.kind == wishes.kind } ?? true
    self.wishes = wishes
    evidence = wishes.parts.flatMap { $0.evidence }
  }
}

extension PreferenceText {
  /// A ranking in words, which tell of how many pairs it does not know the better state.
  static func rankingWords(unknown count: Int) -> String {
    let doubt = count == 0 ? "" : ", \(count) \(count == 1 ? "pair" : "pairs") of them in an order not known"
    return "the ranking of the states\(doubt)"
  }
}
