internal import CaseFile
internal import Documents
internal import Notation
internal import Questions

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

  /// What the short names of outcomes and options stand for that a box uses without the whole ones; empty
  /// where there are none.
  ///
  /// - Parameters:
  ///   - others: What stands below the box with short names.
  ///   - hasOptions: Whether options are explained, too, and not below by their whole names.
  func inFull(_ lead: [Block], and others: [Sentence] = [], hasOptions: Bool = true) -> Sentence {
    let text =
      lead.map { block -> String in
        switch block {
        case .lead(let sentences): sentences.map { $0.text }.joined(separator: " ")
        case .list(let items): items.map { $0.sentence.text }.joined(separator: " ")
        default: ""
        }
      }.joined(separator: " ")
    let all = others.reduce(text) { "\($0) \($1.text)" }
    let short = inShort
    let pairs =
      subject.document.outcomes.indices.map { (brief: short.outcome($0), whole: outcome($0)) }
      + (hasOptions ? groups : []).flatMap { $0.rows }.map {
        (brief: short.name(of: $0), whole: name(of: $0))
      }
    let meanings: [Sentence] = pairs.compactMap { brief, whole in
      guard brief.text != whole.text, all.holds(brief.text), !text.holds(whole.text) else {
        return nil
      }
      return "\(brief) is \(whole)"
    }
    return meanings.isEmpty ? "" : "In full: \(meanings.joined(separator: "; "))."
  }
}
