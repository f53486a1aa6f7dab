import ConflictModel
import Notation

// States named in rankings and expectations, and evidence.
extension DocumentReader {
  /// A state named by number, pattern or id.
  mutating func state(_ node: Node) -> StateReference? {
    guard let text = text(node, as: "a state") else { return nil }
    if let form = StateReference.Form(text) { return StateReference(form, at: node.place) }
    note(
      .wrongValue, "'\(text.prefix(40))' does not name a state", at: node.place,
      hint: "use a number such as 5, a pattern such as YNN, or the id of a state")
    return nil
  }

  private mutating func code(_ node: Node) -> StateReference? {
    guard let text = text(node, as: "a code") else { return nil }
    if let code = UInt64(text), text.first?.isNumber == true {
      return StateReference(.code(code), at: node.place)
    }
    note(.wrongValue, "a code is a whole number, not '\(text.prefix(40))'", at: node.place)
    return nil
  }

  /// A list whose items are states or lists of tied states.
  private mutating func tiers(
    _ node: Node, _ read: (inout DocumentReader, Node) -> StateReference?
  ) -> [[StateReference]] {
    items(node, as: "a list of states").compactMap { item in
      if case .list(let tied) = item.content {
        return tied.compactMap { read(&self, $0) }
      }
      return read(&self, item).map { [$0] }
    }
  }

  mutating func ranking(_ node: Node, at place: Place) -> PreferenceText? {
    guard case .map = node.content else {
      return .ranking(tiers(node) { $0.state($1) }, because: [], place)
    }
    guard let fields = fields(node, as: Language.rankingMap), let tiers = tiers(in: fields, of: node) else {
      return nil
    }
    return .ranking(tiers, because: because(fields), place)
  }

  private mutating func tiers(
    in fields: [String: Node.Entry], of node: Node
  ) -> [[StateReference]]? {
    switch (fields["codes"], fields["states"]) {
    case (let codes?, nil): return tiers(codes.value) { $0.code($1) }
    case (nil, let states?): return tiers(states.value) { $0.state($1) }
    case (let codes?, let states?):
      note(
        .conflictingKeys, "states are given by 'codes' or by 'states', not both", at: states.place,
        notes: [Diagnostic.Note("the other is here", at: codes.place)])
    case (nil, nil):
      note(.missingKey, "states are given by 'codes' or by 'states'", at: node.place)
    }
    return nil
  }

  /// The pairs of states under `unknown`, beside a ranking.
  mutating func unknownPairs(_ fields: [String: Node.Entry]) -> [UnknownPairText] {
    guard let entry = fields["unknown"], !entry.value.isNull else { return [] }
    if fields["ranking"] == nil {
      note(
        .missingKey, "'unknown' is about a ranking, and there is none here", at: entry.place,
        hint:
          "a statement that may be absent is written with 'sure: no', statements in an order not known as a list"
      )
      return []
    }
    return items(entry.value, as: "unknown").compactMap { item in
      let pair = items(item, as: "a pair of states").map { ($0, state($0)) }
      if pair.count == 2, let first = pair[0].1, let second = pair[1].1 {
        return UnknownPairText(first, second)
      }
      if pair.count != 2, case .list = item.content {
        note(.wrongValue, "a pair has two states, not \(pair.count)", at: item.place, hint: "as in [3, 5]")
      }
      return nil
    }
  }

  mutating func stateSet(_ node: Node) -> [StateReference]? {
    if case .map = node.content {
      guard let fields = fields(node, as: Language.rankingMap) else { return nil }
      return tiers(in: fields, of: node)?.flatMap { $0 }
    }
    return tiers(node) { $0.state($1) }.flatMap { $0 }
  }
}

extension StateReference.Form {
  /// The state that `text` names, or nil when it has none of the forms.
  init?(_ text: String) {
    if let first = text.utf8.first, (0x30...0x39).contains(first) {
      guard let number = Int(text) else { return nil }
      self = .number(number)
    } else if text.hasPrefix("code:"), let code = UInt64(text.dropFirst(5)) {
      self = .code(code)
    } else if !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x59 || $0 == 0x4E }) {
      self = .pattern(text)
    } else if Identifier.problem(with: text) == nil {
      self = .id(text)
    } else {
      return nil
    }
  }
}

// Evidence.
extension DocumentReader {
  mutating func because(_ fields: [String: Node.Entry]) -> [Evidence] {
    fields["because"].map { evidence($0.value) } ?? []
  }

  mutating func evidence(_ node: Node) -> [Evidence] {
    switch node.content {
    case .scalar:
      guard let text = text(node, as: "'because'") else { return [] }
      do {
        let evidence = try Evidence.parse(short: text, sources: sourceIDs, at: node.place)
        noteUnclear(evidence, at: node.place)
        return [evidence]
      } catch {
        diagnostics += error.diagnostics
        return []
      }
    case .list(let items):
      return items.flatMap { item -> [Evidence] in
        if case .list = item.content {
          note(.wrongShape, "a piece of evidence is text or a mapping, not a list", at: item.place)
          return []
        }
        return evidence(item)
      }
    case .map:
      return fields(node, as: Language.evidence).map { [evidence($0, at: node.place)] } ?? []
    }
  }

  private mutating func evidence(_ fields: [String: Node.Entry], at place: Place) -> Evidence {
    var evidence = Evidence(place: place)
    if let source = named(fields["source"]?.value, as: "a source") {
      evidence.source = source.text
      noteUnknown(source: source)
    }
    if let at = fields["at"]?.value, let text = text(at, as: "a place") {
      evidence.at = SentencePlace(text)
      evidence.inPrint = evidence.at == nil ? PrintedPlace(text) : nil
      if evidence.writtenPlace == nil {
        note(
          .wrongValue, "a place is paragraph.sentence such as 3.2, not '\(text)'", at: at.place,
          hint: "or a place in print, such as p. 14, pp. 14-16, table 2, fig. 3 or § 4.3")
      }
    }
    evidence.quote = text(fields["quote"]?.value, as: "a quote")
    if let node = fields["fingerprint"]?.value, let text = text(node, as: "a fingerprint") {
      evidence.fingerprint = text.lowercased()
      if !Evidence.isFingerprint(text) {
        note(.wrongValue, "a fingerprint is 12 hex digits, not '\(text)'", at: node.place)
      }
    }
    evidence.basis = word(fields["basis"]?.value, as: "basis", Evidence.Basis.self)
    evidence.by = text(fields["by"]?.value, as: "'by'")
    evidence.confidence = word(fields["confidence"]?.value, as: "confidence", Evidence.Confidence.self)
    evidence.date = date(fields["date"]?.value, as: "the date of evidence")
    evidence.note = text(fields["note"]?.value, as: "a note")
    if let node = fields["note"]?.value { noteUnclear(evidence, at: node.place) }
    evidence.isAgainst = boolean(fields["against"]?.value, as: "against") ?? false
    return evidence
  }

  /// Doubts a note that begins with the id of a source and cites nothing.
  private mutating func noteUnclear(_ evidence: Evidence, at place: Place) {
    guard evidence.source == nil, let text = evidence.note,
      let unclear = UnclearCitation(text, sources: sourceIDs)
    else { return }
    doubts.append(
      Diagnostic(
        .unclearCitation,
        "this is read as a note and cites nothing, though it begins with the source '\(unclear.source)'",
        at: place, severity: .warning, hint: unclear.remedy))
  }

  private mutating func noteUnknown(source: Named) {
    if sourceIDs.contains(source.text) { return }
    note(
      .unknownSource, "no source is called '\(source.text)'", at: source.place,
      hint: nearest(to: source.text, among: sourceIDs.sorted()).map { "did you mean '\($0)'?" }
        ?? "list it under 'sources'")
  }
}
