public import CaseFile

/// One case made of two, and what they dispute.
///
///     let merge = Merge(eastern, western)
///     merge.disputes.isEmpty    // then merge.document says what both say
///
/// Where the two say the same, their sources are united. What only the second
/// adds without changing what lasts is taken over: names, sources, declarations,
/// profiles. Everything else in which they differ is a dispute; there the document keeps
/// what the first says. With a common base, what only one of the two has changed is no
/// dispute: the change stands.
public struct Merge: Sendable {
  /// The case made of both.
  public let document: CaseDocument
  /// What they dispute; the first case's view stands in ``document``.
  public let disputes: [Difference]
  /// What was taken over from the second case.
  public let taken: [Difference]
  /// Sources that the two describe differently, by id; the first's description stands.
  public let disputedSources: [String]

  /// Whether the two say different things of anything.
  public var isDisputed: Bool { !disputes.isEmpty || !disputedSources.isEmpty }

  /// Merges two cases, where they come from one base with that in mind.
  public init(_ old: CaseDocument, _ new: CaseDocument, base: CaseDocument? = nil) {
    let mixture = Mixture(old, new)
    let ours = base.map { Self.changes(from: $0, to: old) }
    let theirs = base.map { Self.changes(from: $0, to: new) }
    var taken: [Difference] = []
    var disputes: [Difference] = []
    var leftovers: [Difference] = []
    for difference in mixture.differences where difference.role != .source {
      if let ours, let theirs {
        let (isOurs, isTheirs) = (ours.contains(difference.key), theirs.contains(difference.key))
        if isOurs, !isTheirs { continue }
        if isTheirs, !isOurs {
          taken.append(difference)
          continue
        }
      }
      switch (difference.role, difference.change) {
      case (.vocabulary, .dropped), (.remark, .dropped): break
      case (.vocabulary, _): taken.append(difference)
      case (.remark, .added) where difference.key.kind == .expectation: leftovers.append(difference)
      case (.remark, .added): taken.append(difference)
      default: disputes.append(difference)
      }
    }
    // Known answers of the second case hold where nothing is disputed.
    if disputes.isEmpty { taken += leftovers } else { disputes += leftovers }
    // What names something disputed cannot be taken over by itself.
    if (try? Case(mixture.document(taking: Set(taken.map(\.key))))) == nil {
      var kept: [Difference] = []
      for difference in taken {
        let keys = Set((kept + [difference]).map(\.key))
        if (try? Case(mixture.document(taking: keys))) != nil {
          kept.append(difference)
        } else {
          disputes.append(difference)
        }
      }
      taken = kept
    }
    self.disputes = disputes
    self.taken = taken
    var merged = mixture.document(taking: Set(taken.map(\.key)))
    disputedSources = merged.describeSources(from: new)
    merged.uniteEvidence(with: new)
    document = merged
  }

  /// What a case says otherwise than its base; where only the sources differ it
  /// says the same.
  private static func changes(from base: CaseDocument, to document: CaseDocument) -> Set<Difference.Key> {
    Set(Mixture(base, document).differences.filter { $0.role != .source }.map(\.key))
  }
}

extension CaseDocument {
  /// Fills in what the other document says of sources and this one does not; the
  /// ids of those that the two describe differently.
  fileprivate mutating func describeSources(from other: CaseDocument) -> [String] {
    var disputed: [String] = []
    for index in sources.indices {
      guard let twin = other.sources.first(where: { $0.id == sources[index].id }) else { continue }
      var isDisputed = false
      let parts: [WritableKeyPath<SourceText, String?>] = [
        \.title, \.author, \.date, \.publisher, \.address, \.viewpoint, \.file, \.note,
      ]
      for part in parts {
        guard let theirs = twin[keyPath: part] else { continue }
        if let ours = sources[index][keyPath: part] {
          isDisputed = isDisputed || ours != theirs
        } else {
          sources[index][keyPath: part] = theirs
        }
      }
      if isDisputed { disputed.append(sources[index].id) }
    }
    return disputed
  }

  /// Adds the other document's evidence for what both say.
  fileprivate mutating func uniteEvidence(with other: CaseDocument) {
    unite(&events, other.events, \.because) { [$0.id, $0.holds] }
    unite(&states, other.states, \.because) { [$0.id] }
    unite(&joint, other.joint, \.because) { [$0.id, $0.by.map(\.text).sorted()] }
    unite(&rules, other.rules, \.because) { [$0.printed] }
    unite(&definitions, other.definitions, \.because) { [$0.id, $0.when] }
    unite(&outcomes, other.outcomes, \.because) { [$0.id, $0.when] }
    unite(&expectations, other.expectations, \.because) { [$0.printed] }
    if let theirs = other.statusQuo, statusQuo?.form == theirs.form {
      statusQuo?.because.unite(with: theirs.because)
    }
    for index in actors.indices {
      guard let twin = other.actors.first(where: { $0.id == actors[index].id }) else { continue }
      actors[index].because.unite(with: twin.because)
      unite(&actors[index].options, twin.options, \.because) { [$0.id, $0.levels.map(\.id), $0.moves] }
      unite(&actors[index].cannot, twin.cannot, \.because) { [$0.printed] }
      unite(&actors[index].misperceives, twin.misperceives, \.because) { [$0.when] }
      unite(&actors[index].moves, twin.moves, \.because) { [$0.printed] }
      unite(&actors[index].declares, twin.declares, \.because) { [$0.printed] }
      unite(&actors[index].profiles, twin.profiles, \.because) { [$0.id, preferenceText($0.preference)] }
      actors[index].preference.uniteEvidence(with: twin.preference)
    }
  }
}

extension PreferenceText {
  fileprivate mutating func uniteEvidence(with other: PreferenceText) {
    switch (self, other) {
    case (.statements(var ours), .statements(let theirs)):
      unite(&ours, theirs, \.because) { [$0.that] }
      self = .statements(ours)
    case (.weights(var ours), .weights(let theirs)):
      unite(&ours, theirs, \.because) { [$0.printed] }
      self = .weights(ours)
    case (.ranking(let tiers, var because, let place), .ranking(let others, let theirs, _)):
      if tiers == others {
        because.unite(with: theirs)
        self = .ranking(tiers, because: because, place)
      }
    default: break
    }
  }
}

/// Adds to each item the evidence of an item in the other list that says the same.
private func unite<Item>(
  _ ours: inout [Item], _ theirs: [Item], _ because: WritableKeyPath<Item, [Evidence]>,
  _ meaning: (Item) -> [AnyHashable]
) {
  let others = Dictionary(theirs.map { (meaning($0), $0) }) { first, _ in first }
  for index in ours.indices {
    if let other = others[meaning(ours[index])] {
      ours[index][keyPath: because].unite(with: other[keyPath: because])
    }
  }
}

extension [Evidence] {
  fileprivate mutating func unite(with others: [Evidence]) {
    for other in others where !contains(other) { append(other) }
  }
}
