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
    let sure = outcomes.filter { $0.count(of: 1) == $0.total }
    let never = outcomes.filter { $0.count(of: 1) == 0 }
    let some = outcomes.filter { $0.count(of: 1) != $0.total && $0.count(of: 1) != 0 }
    func list(_ findings: [Worlds.Finding], _ most: Int = 5) -> Sentence {
      Prose.list(findings.map { name(of: $0.question) }, atMost: most)
    }
    if !sure.isEmpty {
      lead.add(
        "Could last in every world: \(list(sure)).", orShorter: "Could last in every world: \(list(sure, 2))."
      )
    }
    if !never.isEmpty { lead.add("In none: \(list(never)).", rank: 1) }
    for finding in some {
      let where_ = place(finding).map { ": \($0)" } ?? ""
      lead.item(
        "\(names.capitalized(name(of: finding.question))) could last in \(Prose.grouped(finding.count(of: 1))) of \(Prose.grouped(finding.total))\(where_)."
      )
    }
    addDeciding(some, to: &lead)
    return lead.blocks
  }

  private func addPresent(_ statusQuo: Worlds.Finding, _ total: Int, to lead: inout Lead) {
    let count = statusQuo.count(of: 1)
    let place = place(statusQuo).map { ": \($0)" } ?? ""
    let all = Prose.count(total, "world")
    lead.add(
      count == 0
        ? "The present lasts in none of the \(all)."
        : count == statusQuo.total
          ? "The present lasts in each of the \(all)."
          : "The present lasts in \(Prose.grouped(count)) of the \(all)\(place).")
    let movers = leaving.filter { $0.count(of: 1) > 0 }
    if movers.isEmpty { return }
    let words: [Sentence] = movers.map { finding in
      "\(name(of: finding.question)) in \(finding.count(of: 1) == finding.total ? "all" : Prose.grouped(finding.count(of: 1)))"
    }
    lead.goOn("It would be left by \(Prose.list(words)).", rank: 2)
  }

  /// What decides something, and what nothing hangs on.
  private func addDeciding(_ some: [Worlds.Finding], to lead: inout Lead) {
    var deciding = Set(some.flatMap { $0.tree.dimensions })
    if let statusQuo { deciding.formUnion(statusQuo.tree.dimensions) }
    let all = worlds.dimensions.indices
    func list(_ indices: [Int]) -> Sentence { Prose.list(indices.map { title(of: worlds.dimensions[$0]) }) }
    let (turning, idle) = (all.filter(deciding.contains), all.filter { !deciding.contains($0) })
    if turning.isEmpty {
      lead.add("Of what was varied nothing decides that: \(list(idle)).")
    } else if idle.isEmpty {
      lead.add("It turns on \(list(turning)).")
    } else {
      lead.add(
        "It turns on \(list(turning)), and not on \(list(idle)).",
        orShorter: "It turns on \(list(turning)).")
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
