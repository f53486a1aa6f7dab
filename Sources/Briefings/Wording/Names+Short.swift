internal import CaseFile
internal import Documents
internal import Notation

// Short names, which the case gives to options and outcomes for where room is short.
extension Names {
  /// The same names, with short ones where the case gives them.
  var inShort: Names {
    var names = self
    var short: [String: String] = [:]
    for outcome in subject.document.outcomes { short[outcome.id] = outcome.short }
    for joint in subject.document.joint { short[joint.id] = joint.short }
    for actor in subject.document.actors {
      for option in actor.options { short["\(actor.id).\(option.id)"] = option.short }
    }
    names.shortNames = short
    return names
  }

  /// What an option or an outcome is called, in quotation marks.
  func quoted(_ name: String, id: String, to reference: Reference) -> Sentence {
    Prose.quoted(shortNames[id] ?? name, to: reference)
  }

  /// What the short names of outcomes stand for that a box uses without the whole ones; empty where there
  /// are none.
  func inFull(_ lead: [Block]) -> Sentence {
    let text = lead.map { block -> String in
      switch block {
      case .lead(let sentences): sentences.map { $0.text }.joined(separator: " ")
      case .list(let items): items.map { $0.sentence.text }.joined(separator: " ")
      default: ""
      }
    }.joined(separator: " ")
    let short = inShort
    let meanings: [Sentence] = subject.document.outcomes.indices.compactMap { index in
      let (brief, whole) = (short.outcome(index), outcome(index))
      guard brief.text != whole.text, text.holds(brief.text), !text.holds(whole.text) else {
        return nil
      }
      return "\(brief) is \(whole)"
    }
    return meanings.isEmpty ? "" : "In full: \(meanings.joined(separator: "; "))."
  }
}
