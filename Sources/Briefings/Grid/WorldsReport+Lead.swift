internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What is the same in every world and what decides the rest, in a few lines.
extension WorldsReport {
  /// The lead.
  var lead: [Block] {
    var lead = Lead()
    let total = worlds.solvedCount
    if let limit = worlds.limit {
      lead.add("Not all worlds were solved: \(limit.words). Of the \(Prose.grouped(total)) that were:")
    }
    if let statusQuo { addPresent(statusQuo, total, to: &lead) }
    // Where no outcome has a name, single situations, but not all that last nowhere.
    let told = outcomes.isEmpty ? states : outcomes
    let sure = told.filter { $0.count(of: 1) == $0.total }
    let never = outcomes.filter { $0.count(of: 1) == 0 }
    let some = told.filter { $0.count(of: 1) != $0.total && $0.count(of: 1) != 0 }
    add("Could last in every world: ", sure, to: &lead)
    add(sure.isEmpty ? "Could last in none of the worlds: " : "In none: ", never, to: &lead)
    if !addSwitch(some, to: &lead) {
      for finding in some {
        let start: Sentence =
          "\(names.capitalized(called(finding))) could last in \(Prose.grouped(finding.count(of: 1))) of \(Prose.grouped(finding.total))"
        lead.item("\(start)\(place(finding).map { ": \($0)" } ?? "").", orShorter: "\(start).")
      }
      addDeciding(some, to: &lead)
    }
    return lead.blocks
  }

  /// What such findings are about, after the words that begin the sentence.
  private func add(_ start: Sentence, _ findings: [Worlds.Finding], to lead: inout Lead) {
    if findings.isEmpty { return }
    let outcomes = findings.compactMap { finding -> Int? in
      if case .outcome(let index) = finding.question { index } else { nil }
    }
    if outcomes.count == findings.count {
      let others = Set(zip(outcomes, findings).filter { isInOtherForms($0.1) }.map { $0.0 })
      lead.add(outcomes: outcomes, names, aside: { others.contains($0) ? " (only in other forms)" : "" }) {
        "\(start)\($0)."
      }
    } else {
      func words(_ most: Int) -> Sentence {
        "\(start)\(Prose.list(findings.map { called($0) }, atMost: most))."
      }
      lead.add(words(6), orShorter: words(3), words(1))
    }
  }

  /// The name of what a finding is about; what the present is called, where it could last only in
  /// other forms than that, is said to.
  private func called(_ finding: Worlds.Finding) -> Sentence {
    "\(name(of: finding.question))\(isInOtherForms(finding) ? " (only in other forms)" : "")"
  }

  /// Whether it is about what the present is called, which does not last as it is now.
  private func isInOtherForms(_ finding: Worlds.Finding) -> Bool {
    guard case .outcome(let index) = finding.question, let statusQuo, statusQuo.count(of: 1) == 0,
      finding.count(of: 1) > 0
    else { return false }
    return names.presents.contains { subject.outcomes(of: $0).contains(index) }
  }

  private func addPresent(_ statusQuo: Worlds.Finding, _ total: Int, to lead: inout Lead) {
    let count = statusQuo.count(of: 1)
    let place = place(statusQuo).map { ": \($0)" } ?? ""
    let all = Prose.count(total, "world")
    let isOpen = names.presents.count > 1
    if isOpen { lead.add(names.openPresent, orShorter: names.inShort.openPresent) }
    let name: Sentence =
      isOpen ? "The present" : names.presents.first.map { names.present($0) } ?? "The present"
    lead.goOn(
      count == 0
        ? "\(name) lasts in none of the \(all)."
        : count == statusQuo.total
          ? "\(name) lasts in each of the \(all)."
          : "\(name) lasts in \(Prose.grouped(count)) of the \(all)\(place).")
    let movers = leaving.filter { $0.count(of: 1) > 0 }
    if movers.isEmpty { return }
    let words: [Sentence] = movers.map { finding in
      let isAll = finding.count(of: 1) == finding.total
      let isNow = !isOpen && writtenWorld.map { finding.answers[$0] == 1 } ?? false
      return
        "\(self.name(of: finding.question)) in \(isAll ? "all" : Prose.grouped(finding.count(of: 1)))\(isNow && !isAll ? " (as things are now)" : "")"
    }
    lead.goOn(
      "It would be left by \(Prose.list(words, atMost: 4)).",
      orShorter: "\(Prose.list(movers.map { self.name(of: $0.question) }, atMost: 4)) would leave it.")
  }

  /// Where one event alone decides: what could last where it holds, and what where it does not. False
  /// where more decides.
  private func addSwitch(_ some: [Worlds.Finding], to lead: inout Lead) -> Bool {
    var deciding = Set(some.flatMap { $0.tree.dimensions })
    if let statusQuo { deciding.formUnion(statusQuo.tree.dimensions) }
    guard deciding.count == 1, let only = deciding.first, !some.isEmpty,
      case .event = worlds.dimensions[only].kind
    else { return false }
    func list(where value: Int) -> Sentence {
      let found = some.filter { finding in
        paths(to: 1, in: finding.tree).contains {
          $0.contains { $0.dimension == only && $0.values == [value] }
        }
      }
      return Prose.list(found.map { called($0) }, atMost: 4)
    }
    addDeciding(some, to: &lead)
    let (held, otherwise) = (list(where: 1), list(where: 0))
    lead.add(
      held.isEmpty
        ? "\(names.capitalized(otherwise)) could last only where it does not hold."
        : otherwise.isEmpty
          ? "\(names.capitalized(held)) could last only where it holds."
          : "Where it holds, \(held) could last, too; where it does not, \(otherwise).")
    return true
  }

  /// What decides something, and what nothing hangs on.
  private func addDeciding(_ some: [Worlds.Finding], to lead: inout Lead) {
    var deciding = Set(some.flatMap { $0.tree.dimensions })
    if let statusQuo { deciding.formUnion(statusQuo.tree.dimensions) }
    let all = worlds.dimensions.indices
    func list(_ indices: [Int], isCited: Bool = false) -> Sentence {
      Prose.list(
        indices.map { index in
          let dimension = worlds.dimensions[index]
          return title(of: dimension) + (isCited ? basis(of: dimension) : "")
        }, atMost: 4)
    }
    let (turning, idle) = (all.filter(deciding.contains), all.filter { !deciding.contains($0) })
    // The fate of the present may turn on nothing, and has been told.
    let what: Sentence =
      statusQuo?.tree.dimensions.isEmpty == true && !some.isEmpty ? "What could last" : "It"
    if turning.isEmpty {
      lead.add("Of what was varied nothing decides that: \(list(idle)).")
    } else if idle.isEmpty {
      lead.add(
        "\(what) turns on \(list(turning, isCited: true)).", orShorter: "\(what) turns on \(list(turning)).")
    } else {
      let start: Sentence = "\(what) turns on \(list(turning, isCited: true))"
      lead.add(
        "\(start), and not on \(list(idle)).",
        orShorter: "\(start), and on no other event or reading.",
        "\(what) turns on \(list(turning)), and on no other event or reading.")
    }
  }

  /// How what varies is written, and on what that rests: ` (now: no; memo 3.2, said)`.
  private func basis(of dimension: Worlds.Dimension) -> Sentence {
    switch dimension.kind {
    case .event(let index):
      let event = subject.document.events[index]
      let cited = Sentence(event.because.citation(missesBasis: true), to: .judgement("events.\(event.id)"))
      return " (now: \(subject.conflict.events[index].holds ? "yes" : "no"); \(cited))"
    case .statusQuo:
      let cited = subject.document.statusQuo?.because.citation(missesBasis: true) ?? ""
      return cited.isEmpty ? "" : " (\(Sentence(cited, to: .judgement("status_quo"))))"
    case .profile: return ""
    }
  }

  /// What varies, by name.
  func title(of dimension: Worlds.Dimension) -> Sentence {
    switch dimension.kind {
    case .event(let index): "whether \(quoted(event: index)) holds"
    case .profile(let actor): "the reading of \(names.actor(actor))"
    case .statusQuo: "which situation the present is"
    }
  }
}
