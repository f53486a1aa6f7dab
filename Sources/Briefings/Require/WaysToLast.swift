internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions

/// The fewest edits of preferences that make something last, and why they do.
struct WaysToLast {
  let subject: Case
  let names: Names
  /// What is to last, and in which sense.
  let target: Requirements.Target, concept: Concept
  /// What was tried; nil where it lasts as it is, or nothing was.
  let edits: NearestEdits?
  /// Finds out why edits make it last, if anybody may.
  let reasons: FlipReasons?

  /// What is to last, as a claim.
  var claim: Claim { target.claim(in: subject, under: concept) }

  /// What is to last, to begin a sentence.
  func title(_ names: Names) -> Sentence {
    switch target {
    case .state(let state): names.called(state)
    case .outcome(let index): names.outcome(index)
    }
  }

  /// What it takes, as a heading.
  var heading: Sentence {
    if case .state(let state) = target, names.isPresent(state) {
      return "What it takes for the present to last"
    }
    return "What it takes for \(title(names).inLowerCase) to last"
  }

  /// Whether it is one state that is to last.
  var isOne: Bool { if case .state = target { true } else { false } }

  /// That it lasts as it is.
  var lasting: Sentence {
    "\(title(names)) \(isOne ? "lasts" : "could last") as things stand: nobody would have to want anything else."
  }

  /// Why sets of edits make it last.
  typealias Whys = [[Int]: FlipReason]

  /// The sets with the fewest edits that make it last, the most natural first.
  var natural: [[Int]] {
    guard let edits else { return [] }
    return edits.sets.enumerated()
      .map { (set: $1, oddness: Oddness($1.map { edits.edits[$0] }), place: $0) }
      .sorted { ($0.oddness, $0.place) < ($1.oddness, $1.place) }.map { $0.set }
  }

  /// Why the first of these sets make it last, as far as that is found out: for each the case is
  /// solved again.
  func whys(of sets: some Sequence<[Int]>, atMost most: Int) -> Whys {
    var whys: Whys = [:]
    guard let reasons, let edits else { return whys }
    for set in sets.prefix(most) { whys[set] = reasons.reason(for: set.map { edits.edits[$0] }) }
    return whys
  }

  /// The nearest change of judgements that would make it last; nil where none was found.
  ///
  /// - Parameter isBrief: Whether no example is given.
  func change(_ names: Names, isBrief: Bool = false) -> Sentence? {
    guard let edits, let size = edits.sets.first?.count else { return nil }
    // What else could be judged otherwise is asked by 'sensitivity'.
    let isAboutWishes = edits.edits.allSatisfy { $0.isOfStatement }
    let (one, several) = isAboutWishes ? ("wish", "wishes") : ("judgement", "judgements")
    let kind = Prose.verb(size, one, several) + (isAboutWishes ? "" : " on what actors want")
    let all = edits.sets.count { $0.count == size }
    let judgements = Set(
      edits.sets.filter { $0.count == size }.map { set in Set(set.map { edits.edits[$0].judgement }) })
    let noun =
      size == 1
      ? Prose.count(judgements.count, one, several)
      : size == 2 ? Prose.count(judgements.count, "pair") : Prose.count(judgements.count, "set")
    let to = judgements.count == all ? "" : ", to \(noun),"
    let others = all == 1 ? "" : " (\(Prose.count(all, "such change"))\(to) would do)"
    let start: Sentence =
      "It would with \(size == 1 ? "one \(kind) changed" : "\(Prose.number(size)) \(kind) changed together")\(others)"
    if isBrief { return "\(start)." }
    let words = natural[0].map { names.brief([edits.edits[$0]]) }.joined(separator: "; and ")
    return "\(start)\(all == 1 ? "" : ", for example"): \(words)."
  }

  /// All that was tried, and what of it would do.
  func add(_ whys: Whys, to builder: inout DocumentBuilder) {
    guard let edits, !edits.edits.isEmpty else { return }
    let tried = edits.tried.enumerated().map { size, count in
      "\(Prose.grouped(count)) \(count == 1 ? "set" : "sets") of \(["one", "two", "three"][min(size, 2)])"
    }
    if edits.sets.isEmpty {
      var text: Sentence =
        "By edits of the judgements about preferences: none does, of \(Prose.list(tried.isEmpty ? ["none"] : tried)) tried."
      if let leftOut = edits.leftOut {
        text +=
          " The \(Prose.grouped(leftOut.sets)) sets of \(["one", "two", "three"][min(leftOut.size, 3) - 1]) are too many to try."
      }
      builder.item(text)
      return
    }
    let size = edits.sets[0].count
    builder.item(
      size == 1
        ? edits.sets.count == 1
          ? "By one edit of a judgement, the only one of \(Prose.grouped(edits.edits.count)) tried:"
          : "By one edit of a judgement, any of \(Prose.grouped(edits.sets.count)) (of \(Prose.grouped(edits.edits.count)) tried):"
        : "By \(size) edits of judgements together, and no fewer (all \(Prose.list(tried)) edits were tried):"
    ) { inner in
      for set in natural.prefix(6) {
        inner.item(
          names.capitalized(set.map { words(edits.edits[$0]) }.joined(separator: "; ")) + "."
            + (whys[set].map { " \(names.why($0, about: claim))" } ?? ""))
      }
      if edits.sets.count > 6 {
        inner.item("or \(Prose.grouped(edits.sets.count - 6)) others of that size.")
      }
    }
  }

  /// An edit with what it does: `Row, statement 2, “not confess”, left out (memo 3.2)`.
  private func words(_ edit: Edit) -> Sentence {
    "\(names.subject(of: edit)), \(names.change(edit)) (\(names.citation(of: edit)))"
  }
}
