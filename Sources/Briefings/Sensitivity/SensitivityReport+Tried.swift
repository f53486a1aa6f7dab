internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions

extension SensitivityReport {
  /// What was tried, and what was not.
  func addTried(to builder: inout DocumentBuilder) {
    var parts: [String] = []
    for (index, count) in answer.setCounts.enumerated() {
      let noun = index == 0 ? "edit" : index == 1 ? "pair" : "set of three"
      let plural = index == 2 ? "sets of three" : noun + "s"
      let all = index < answer.completeSizes ? (count == 1 ? "the one " : "all ") : "so far "
      let which = index == 0 ? "" : " that could matter"
      parts.append(all + (count == 1 ? noun : "\(Prose.grouped(count)) \(plural)") + which)
    }
    var text: Sentence =
      "Tried: \(Prose.list(parts)), in \(Prose.count(answer.variantCount, "variant")) of the case."
    if names.states?.isListed == false, answer.setCounts.count == 1 {
      text += " Pairs were not, which take longer: a larger \(Sentence.parameter("size", "size")) tries them."
    }
    if subject.keepsRules, !subject.document.rules.isEmpty {
      text += " Rules were left as they are, since somebody ranks the states."
    }
    if let limit = answer.limit { text += " Not all was tried: \(limit.words)." }
    builder.paragraph(text)
  }
}
