internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// What an answer turns on, in a few lines.
extension SensitivityReport {
  /// The lead: whether the claim holds, how many judgements decide it, and which first.
  func lead(_ holds: Bool) -> [Block] {
    var lead = Lead()
    let sides = answer.sides
    let firmness = sides == nil ? firmness(holds) : "."
    lead.add("\(claim(holds))\(firmness)", orShorter: "\(claim(holds, names.inShort))\(firmness)")
    if case .lasts(let state) = answer.claim.content {
      lead.goOn(
        names.doubtAboutPresent(state), rank: names.hasManyPresents ? 0 : 1,
        orShorter: names.inShort.doubtAboutPresent(state))
    }
    let deciding = deciding
    if let basis = basis(of: deciding.map { $0.edits[0].judgement }) { lead.goOn(basis, rank: 1) }
    if answer.smallestSize == 1 {
      let dropped = deciding.count { $0.edits.contains { $0.change == .dropped } }
      if dropped > 0, deciding.count > 1 {
        lead.goOn(
          dropped == deciding.count
            ? "It is enough to leave any of them out."
            : "For \(Prose.number(dropped)) of them it is enough to leave \(Prose.verb(dropped, "it", "them")) out.",
          rank: 2)
      }
    }
    addOthers(to: &lead, isBrief: sides != nil)
    guard let size = answer.smallestSize else { return lead.blocks }
    if size == 1 {
      if !others.isEmpty {
        lead.add(
          names.hasManyPresents
            ? "Whether this one lasts would change with:"
            : "The first would \(holds ? "end" : "change") with:")
      }
      for judgement in deciding {
        lead.item(
          words(judgement, names), orShorter: words(judgement, names.inShort),
          called: names.inShort.cited(judgement.edits[0].judgement))
      }
    } else if let sides {
      addSides(sides, holds, to: &lead)
    } else {
      for group in groups(ofSize: size) {
        let set = plainest(group)
        func words(_ names: Names) -> Sentence {
          let each = set.map { names.brief([answer.edits[$0]]) }.joined(separator: "; and ")
          return "\(names.capitalized(each))."
        }
        lead.item(words(names), orShorter: words(names.inShort))
      }
    }
    return lead.blocks
  }

  /// That it takes one of some judgements with one of some others, a line for each.
  private func addSides(_ sides: Sensitivity.Sides, _ holds: Bool, to lead: inout Lead) {
    let (count, made) = (sides.pairCount, sides.first.count * sides.second.count)
    let pairs = count < made ? "\(count) of \(made) pairs" : "any of \(count) pairs"
    lead.add(
      "None of \(Prose.count(indifferent.of, "judgement")) alone would \(holds ? "end" : "change") \(others.isEmpty ? "that" : "the first"); \(pairs) would:"
    )
    for (edits, isFirst) in [(sides.first, true), (sides.second, false)] {
      let (start, end) = isFirst ? ("", ";") : ("with ", ".")
      func words(_ names: Names, isCited: Bool) -> Sentence {
        let list = Prose.list(names.judged(edits, isCited: isCited))
        let footing = isCited ? "" : ": \(Footing(edits.map { $0.judgement }).words(withFirm: true))"
        return "\(start)\(edits.count == 1 ? "" : "one of ")\(list)\(footing)\(end)"
      }
      lead.add(
        words(names, isCited: true), orShorter: words(names.inShort, isCited: true),
        words(names.inShort, isCited: false))
    }
  }

  /// Why the first of what turns it does, as many as there is room for; the first in any case.
  func reasons(_ whys: Whys, lines: Int) -> [Sentence] {
    var room = lines
    var reasons: [Sentence] = []
    for set in told where whys[set] != nil {
      let what = set.map { names.inShort.bare(answer.edits[$0]) }
      let reason: Sentence = "\(names.capitalized(what.joined(separator: "; and "))).\(why(set, whys))"
      room -= Lead.lines(of: reason.text, indent: 4)
      if room < 0, !reasons.isEmpty { break }
      reasons.append(reason)
    }
    return reasons
  }

  /// What is claimed and whether it is so.
  func claim(_ holds: Bool, _ names: Names? = nil) -> Sentence {
    (names ?? self.names).words(answer.claim, holds)
      ?? "\(Prose.quoted(answer.claim.words)) is \(holds ? "true" : "false")"
  }

  /// How many judgements turn it, to follow the claim.
  func firmness(_ holds: Bool) -> Sentence {
    let turn = holds ? "end that" : "change that"
    let all = indifferent.of
    let whole =
      all == 1
      ? "the only judgement that could be changed"
      : "\(Prose.all(all, "judgement")) that could be changed one by one"
    guard let size = answer.smallestSize else {
      switch answer.completeSizes {
      case 0: return "; no change of a judgement was tried to the end."
      case 1: return ", and of \(whole), none would \(turn)."
      default:
        return
          ", firmly: of \(whole), none would \(turn), nor would any \(Prose.number(answer.completeSizes)) together."
      }
    }
    if size == 1 {
      let deciding = all - indifferent.edits.count
      let some =
        deciding == 1 ? "one" : deciding == all ? "any" : "any of \(Prose.grouped(deciding))"
      return
        "\(holds ? ", but not firmly" : ", but that is not firm"): \(all == 1 ? "\(whole) would \(turn)" : "of \(whole), \(some) would \(turn)")."
    }
    let sets = groups(ofSize: size).count
    let noun =
      size == 2
      ? Prose.count(sets, "pair")
      : Prose.count(sets, "set of \(Prose.number(size))", "sets of \(Prose.number(size))")
    return
      ". Of \(whole), none would \(turn) alone; it takes \(Prose.number(size)) together: \(sets == 1 ? "" : "any of ")\(noun)."
  }

  /// A judgement that decides alone, with the edits that turn the claim.
  struct Deciding {
    /// The most natural of them, by index.
    let first: Int
    let edits: [Edit]
  }

  /// The judgements that decide alone: first those that do when merely left out, then those that must
  /// be changed more; of each the least well founded first.
  var deciding: [Deciding] {
    answer.deciding.map { edits in
      Deciding(first: edits[0], edits: edits.map { answer.edits[$0] })
    }
  }

  private func words(_ deciding: Deciding, _ names: Names) -> Sentence {
    names.capitalized(names.brief(deciding.edits)) + "."
  }

  /// How well founded they are, in a sentence.
  private func basis(of all: [Judgement]) -> Sentence? {
    // A ranking is one judgement, whichever places of it are changed.
    var seen: Set<Judgement> = []
    let judgements = all.filter { seen.insert($0).inserted }
    if judgements.count < 2 { return nil }
    return "Of these \(Prose.number(judgements.count)), \(Footing(judgements).sentence(withFirm: true))."
  }
}
