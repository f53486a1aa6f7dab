package import CaseFile
import Notation

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
package struct Merge: Sendable {
  /// The case made of both; it is one that can be read again.
  package let document: CaseDocument
  /// What they dispute; the first case's view stands in ``document``.
  package let disputes: [Difference]
  /// What was taken over from the second case.
  package let taken: [Difference]
  /// Judgements that both make, with the sources of both.
  package let united: [Difference]
  /// Orders that the two have differently and that say nothing, as that of options: the first's stands.
  package let orders: [Difference]
  /// Sources that the two describe differently, by id; the first's description stands.
  package let disputedSources: [String]
  /// Where in the second case remarks stand that are about nothing taken from it.
  package private(set) var remarksLeftOut: [Int] = []
  /// What they say differently of sources.
  package let sourceDisputes: [Difference]

  /// Whether the two say different things of anything.
  package var isDisputed: Bool { !disputes.isEmpty || !disputedSources.isEmpty }

  /// Merges two cases, where they come from one base with that in mind.
  package init(_ old: CaseDocument, _ new: CaseDocument, base: CaseDocument? = nil) {
    let blend = Blend(old, new, base: base)
    var choice = Choice(
      blend.differences, contradictions: max(old.contradictionCount, new.contradictionCount))
    // Known answers that only one case has hold for both where nothing is disputed.
    if choice.disputed.isEmpty {
      choice.taken += choice.answers
    } else {
      choice.disputed += choice.answers + choice.ownAnswers
    }
    if let base { choice.keepValues(old, new, base, blend) }
    choice.holdBack(blend)
    var document = choice.document(of: blend) ?? old
    // Remarks go where that goes which they are about, those of the second with what is taken from it.
    document.comments = old.boundComments
    if new.file != old.file {
      let bound = new.boundComments
      document.comments += document.placing(bound)
      var known = Set(document.comments.map { $0.text }).union(old.comments.map { $0.text })
      let rest = bound.filter { !known.contains($0.text) }
      let moved = document.placing(rest.compactMap { choice.moved($0, blend) })
      document.comments += moved
      known.formUnion(moved.map { $0.text })
      remarksLeftOut = rest.filter { !known.contains($0.text) }.map { $0.line }
    }
    self.document = document
    let differences = blend.differences
    taken = choice.taken.sorted().map { differences[$0] }.filter { $0.role != .source }
    united = (choice.united + choice.taken).sorted().map { differences[$0] }.filter { $0.role == .source }
    orders = choice.idle.map { differences[$0] }
    let disputed = choice.disputed.sorted().map { Self.besideRival(differences[$0], differences) }
    disputes = disputed.filter { $0.key.kind != .source }
    sourceDisputes = disputed.filter { $0.key.kind == .source }
    var ids: [String] = []
    for dispute in sourceDisputes where !ids.contains(dispute.key.id) { ids.append(dispute.key.id) }
    disputedSources = ids
  }

  /// A known answer or declaration of the second case with that of the first that it contradicts.
  private static func besideRival(_ difference: Difference, _ all: [Difference]) -> Difference {
    guard difference.change == .added, let said = difference.after else { return difference }
    var both = difference
    both.before = all.lazy.filter {
      $0.key.kind == difference.key.kind && $0.key.actor == difference.key.actor
    }
    .compactMap { $0.before }.first { rival in
      let isContrary = rival.declaration.flatMap { said.declaration?.contradicts($0) } ?? false
      return isContrary
        || rival.answers.contains { answer in said.answers.contains { answer.contradicts($0) } }
    }
    return both
  }
}

/// What becomes of each difference of two cases.
private struct Choice {
  /// Those made, by number.
  var taken: [Int] = []
  /// Those of which both sides stand.
  var united: [Int] = []
  var disputed: [Int] = []
  /// Known answers that only the second case has.
  var answers: [Int] = []
  /// Known answers that only the first case has.
  var ownAnswers: [Int] = []
  /// Orders that say nothing, of which the first's stands.
  var idle: [Int] = []
  /// How many pairs of known answers of one case contradict each other, which is not for a merge to mend.
  private let contradictions: Int

  init(_ differences: [Difference], contradictions: Int) {
    self.contradictions = contradictions
    for (index, difference) in differences.enumerated() {
      switch (difference.origin, difference.role) {
      case (.first, _): break
      case _ where difference.isOfDispute: break
      case (.second, _): taken.append(index)
      case (_, .source) where difference.isContrary || !difference.discords.isEmpty: disputed.append(index)
      case (_, .source): united.append(index)
      case _ where difference.isIdleOrder: idle.append(index)
      case (.both, _): disputed.append(index)
      case (.unknown, _): addWithoutBase(index, difference)
      }
    }
  }

  private mutating func addWithoutBase(_ index: Int, _ difference: Difference) {
    if difference.isTelling || difference.change == .changed || difference.change == .moved {
      disputed.append(index)
    } else if difference.change == .added {
      if difference.key.kind == .expectation { answers.append(index) } else { taken.append(index) }
    } else if difference.key.kind == .expectation {
      ownAnswers.append(index)
    }
  }

  /// Disputes what the cases say of an event where, made one, they make it another thing than the one
  /// that has changed whether it holds, as of the day of both.
  mutating func keepValues(_ old: CaseDocument, _ new: CaseDocument, _ base: CaseDocument, _ blend: Blend) {
    guard let both = document(of: blend) else { return }
    for event in both.events {
      func value(_ document: CaseDocument) -> Bool? {
        document.events.first { $0.id == event.id }?.value(asOf: both.asOf)
      }
      guard let one = value(old), let other = value(new), let before = value(base),
        event.value(asOf: both.asOf) != (one == before ? other : one)
      else { continue }
      let parts = blend.differences.indices.filter { blend.differences[$0].isValue(ofEvent: event.id) }
      let own = blend.differences.indices.filter { blend.differences[$0].isSource(ofEvent: event.id) }
      taken.removeAll { parts.contains($0) || own.contains($0) }
      united.removeAll(where: own.contains)
      disputed += parts.filter { !disputed.contains($0) }
    }
  }

  /// Disputes what cannot be taken over by itself, such as what names something disputed,
  /// or a known answer that another contradicts.
  mutating func holdBack(_ blend: Blend) {
    if makesCase(blend) { return }
    var open = judgements(of: taken, blend.differences)
    var unions = united
    (taken, united) = ([], [])
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      var rest: [[Int]] = []
      for judgement in open {
        taken += judgement
        if makesCase(blend) {
          isGrowing = true
        } else {
          taken.removeLast(judgement.count)
          rest.append(judgement)
        }
      }
      open = rest
      var others: [Int] = []
      for index in unions {
        united.append(index)
        if makesCase(blend) { isGrowing = true } else { others.append(united.removeLast()) }
      }
      unions = others
    }
    disputed += open.joined() + unions
  }

  /// Differences, those of one judgement together.
  private func judgements(of indices: [Int], _ differences: [Difference]) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [Int: Int] = [:]
    for index in indices {
      if let judgement = differences[index].judgement {
        if let place = places[judgement] {
          groups[place].append(index)
          continue
        }
        places[judgement] = groups.count
      }
      groups.append([index])
    }
    return groups
  }

  private func makesCase(_ blend: Blend) -> Bool {
    guard let document = document(of: blend), document.contradictionCount <= contradictions else {
      return false
    }
    return (try? Case(document)) != nil
  }

  /// A remark of the second case where that of the first stands which was changed to what it is about; nil where
  /// it is about nothing of the kind.
  func moved(_ remark: YAMLComment, _ blend: Blend) -> YAMLComment? {
    for index in taken {
      let difference = blend.differences[index]
      guard let before = difference.before?.place, let after = difference.after?.place, before.isKnown,
        after.file == remark.file, after.line == remark.anchor
      else { continue }
      var moved = remark
      moved.line += before.line - after.line
      (moved.file, moved.anchor) = (before.file, before.line)
      return moved
    }
    return nil
  }

  func document(of blend: Blend) -> CaseDocument? {
    try? blend.document(taking: Set(taken), uniting: Set(united))
  }
}
