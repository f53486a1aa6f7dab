internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension SolveReport {
  /// The judgements behind the answer that rest on inference, assumption or
  /// nothing that is named.
  func addLedger(_ ledger: Ledger, to builder: inout DocumentBuilder) {
    let doubtful = ledger.doubtful
    builder.heading("What this answer assumes")
    if ledger.entries.isEmpty {
      builder.remark(
        lasting.isEmpty
          ? "There is nothing to give reasons for: no state lasts, and no status quo is named."
          : "No judgement: what lasts here lasts whatever anybody wants.")
      return
    }
    if doubtful.isEmpty {
      builder.remark(
        "All \(Prose.count(ledger.entries.count, "judgement")) behind it are said or reported by a source.")
      return
    }
    let bare = doubtful.filter { $0.judgement.basis == nil && $0.judgement.evidence.isEmpty }
    if bare.count == ledger.entries.count {
      builder.remark(
        bare.count == 1
          ? "The one judgement behind it names no source."
          : "None of the \(Prose.count(bare.count, "judgement")) behind it names a source.")
      addWeightiest(bare, to: &builder)
      return
    }
    builder.remark(
      "Of the \(Prose.count(ledger.entries.count, "judgement")) behind it, \(Footing(ledger.entries.map { $0.judgement }).words()). The number says how many verdicts, each of one actor at one state, the judgement decides."
    )
    builder.table(table(doubtful))
    if ledger.examined.states < ledger.examined.of {
      builder.remark(
        "Counted at \(Prose.grouped(ledger.examined.states)) of the \(Prose.grouped(ledger.examined.of)) states that last."
      )
    }
  }

  /// The few preferences that decide most.
  private func addWeightiest(_ entries: [Ledger.Entry], to builder: inout DocumentBuilder) {
    let weightiest = entries.filter { $0.verdicts != nil }.prefix(3)
    if weightiest.isEmpty { return }
    let words: [Sentence] = weightiest.map {
      "\(title(of: $0)) (\(Prose.count($0.verdicts ?? 0, "verdict")))"
    }
    builder.remark("Most hangs on \(Prose.list(words)).")
  }

  /// The ledger's doubtful entries as a table.
  func table(_ entries: [Ledger.Entry]) -> Table {
    var list = Table(head: ["decides", "rests on", "source", "judgement"])
    for entry in entries {
      let evidence = entry.judgement.evidence
      var basis = evidence.basis?.rawValue ?? (evidence.places.isEmpty ? "nothing named" : "no basis given")
      if let confidence = evidence.confidence { basis += ", \(confidence.rawValue) confidence" }
      if let hedge = entry.hedge { basis += ", \(Prose.quoted(hedge.rawValue).text)" }
      if let opposition = evidence.opposition { basis += "; \(opposition)" }
      let count = entry.verdicts.map { Prose.grouped($0) } ?? "all"
      list.add(["\(count)", "\(basis)", "\(evidence.places)", title(of: entry)])
    }
    return list
  }

  private func title(of entry: Ledger.Entry) -> Sentence {
    let judgement = entry.judgement
    let who: Sentence = judgement.actor.map { "\(names.actor($0)), " } ?? ""
    let text = judgement.text
    let words: Sentence =
      switch judgement.kind {
      case .statement: "statement \(judgement.index + 1): \(Prose.quoted(text))"
      case .weight: "weight \(text)"
      case .rule: "rule: \(text)"
      case .event: "event \(text)"
      case .statusQuo: "status quo: \(text)"
      default: Sentence(text)
      }
    let doubts = subject.statement(of: judgement)?.doubtWords ?? []
    let doubt = doubts.isEmpty ? "" : " (\(doubts.joined(separator: ", ")))"
    return "\(who)\(words.pointing(to: .judgement(judgement.id)))\(doubt)"
  }
}
