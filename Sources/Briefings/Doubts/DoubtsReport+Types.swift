internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

// The four types under unknown preference, and strong and weak stability.
extension DoubtsReport {
  func addTypes(to builder: inout DocumentBuilder) {
    guard let unknown else { return }
    builder.heading("If the actors in doubt do not know either")
    builder.paragraph(
      "The four types of stability under unknown preference (Li, Hipel, Kilgour and Peng 2004). Two states are not known to an actor when the completions of its own wishes do not all agree on them. In a and c an actor leaves for what is better or not known, in b and d only for what surely is better. In a and b it is deterred only by an answer that surely leaves it no better off, in c and d also by one that is not known. What lasts in a lasts in b and in c, and what lasts in either lasts in d."
    )
    builder.pause()
    let rows = UncertainStability.concepts.map { concept in
      UncertaintyType.allCases.map { unknown.equilibria(concept, $0) }
    }
    // Where the types agree, one column says it all.
    let agree = rows.allSatisfy { row in row.allSatisfy { $0 == row[0] } }
    var list = Table(
      head: agree ? ["", "in all four"] : [""] + UncertaintyType.allCases.map { "\($0.rawValue)" })
    for (concept, row) in zip(UncertainStability.concepts, rows) {
      list.add([concept.word] + row.prefix(agree ? 1 : 4).map(members))
    }
    builder.table(list)
  }

  func addStrength(to builder: inout DocumentBuilder) {
    guard let strength else { return }
    builder.heading("How strongly it is held")
    builder.paragraph(
      "In the case as written. A state lasts strongly when whoever could gain by leaving must fear an answer that leaves it much worse off, and weakly when the answers that it must fear hurt, but not so much (Hamouda, Kilgour and Hipel 2004, 2006)."
    )
    builder.pause()
    var list = Table(head: ["", "strongly", "weakly"])
    for concept in UncertainStability.concepts where concept != .nash {
      let strong = strength.equilibria(concept)
      let all = asWritten(concept)
      list.add([
        concept.word, members(strong), all.map { members($0.subtracting(strong)) } ?? "",
      ])
    }
    builder.table(list)
  }

  /// The states by their shortest names, or how many there are when they are many.
  private func members(_ selection: Selection) -> Sentence {
    if selection.isEmpty { return "none" }
    if selection.count > Self.namedStates { return "\(Prose.count(selection.count, "state"))" }
    return selection.members.map { names.brief($0) }.joined(separator: ", ")
  }
}
