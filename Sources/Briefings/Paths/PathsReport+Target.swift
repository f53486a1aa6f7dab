internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// How it could come to what was asked for, in a few lines.
extension PathsReport {
  func addTarget(to lead: inout Lead) {
    guard let target = options.target, let first = sections.first else { return }
    func name(_ names: Names) -> Sentence { names.target(target) }
    if isOpen { lead.add(names.openPresent, orShorter: names.inShort.openPresent) }
    let there = sections.filter { $0.targets.contains($0.reach.start) }
    if !there.isEmpty { addThere(there.map { $0.reach.start }, name, to: &lead) }
    let others = sections.filter { !$0.targets.contains($0.reach.start) }
    if others.isEmpty {
      addOtherForms(first, to: &lead)
      return
    }
    // From where it is nearest.
    let open = others.filter { !($0.ways?.paths.isEmpty ?? true) }
    guard let best = open.min(by: { length($0) < length($1) }) else {
      if others.count == 1, !isOpen { addStart(others[0].reach.start, to: &lead) }
      addNone(
        isOtherwise: !there.isEmpty, reluctance(to: Array(others[0].targets), others[0]), name, to: &lead)
      return
    }
    addWays(from: best, name, to: &lead)
    let barred = others.filter { $0.ways?.paths.isEmpty ?? true }.map { state($0.reach.start) }
    addBarred(barred, to: &lead)
    lead.goOn(
      best.ways?.paths.count == 1
        ? "The way:" : "The shortest way\(endsElsewhere(best) ? ", to a form that could not last" : ""):")
  }

  /// That no way leads there, and why as a clause where that is somebody's wish.
  func addNone(
    isOtherwise: Bool, _ reluctance: Sentence?, _ name: (Names) -> Sentence, to lead: inout Lead
  ) {
    let by: Sentence = options.kind == .improvements ? " by steps that are each a gain at once" : ""
    let why = reluctance.map { ", \($0)" } ?? by
    let start: Sentence = isOtherwise ? "Otherwise no way" : "No way"
    lead.add(
      "\(start) leads to \(name(names))\(why).",
      orShorter: "\(start) leads to \(name(names.inShort))\(why).",
      "\(start) leads to \(name(names.inShort)).")
  }

  /// From which of the situations that the present may be no way leads there.
  func addBarred(_ barred: [State], to lead: inout Lead) {
    if barred.isEmpty { return }
    lead.goOn(
      "No way leads there \(names.inShort.common(barred) ?? "from \(Prose.number(barred.count)) of the situations that the present may be")."
    )
  }

  /// Whether some ways end where it could last, and not the shortest.
  private func endsElsewhere(_ section: Section) -> Bool {
    guard solution.concepts.contains(options.concept), let ways = section.ways else { return false }
    let ends = ways.paths.map { path in
      path.last.flatMap { solution.states.position(of: $0.state) }.map(isEquilibrium) ?? false
    }
    return ends.first == false && ends.contains(true)
  }

  private func length(_ section: Section) -> Int { section.ways?.paths.first?.count ?? .max }

  /// That it is there already, or may be.
  func addThere(_ there: [Int], _ name: (Names) -> Sentence, to lead: inout Lead) {
    let states = there.map { state($0) }
    if there.count == starts.count {
      let who: Sentence =
        isOpen
        ? "Whichever it is, the present"
        : states.contains { names.isPresent($0) } ? "The present" : "The start"
      lead.goOn("\(who) is \(name(names)) already.", orShorter: "\(who) is \(name(names.inShort)) already.")
      if !isOpen { addStart(there[0], to: &lead) }
      return
    }
    func words(_ names: Names) -> Sentence {
      let which = names.common(states) ?? "in \(Prose.number(states.count)) of these situations"
      return "The \(isOpen ? "present" : "start") is \(name(names)) already \(which)."
    }
    lead.goOn(words(names), orShorter: words(names.inShort))
  }

  /// The nearest other form of what the start is already.
  private func addOtherForms(_ section: Section, to lead: inout Lead) {
    let start = section.reach.start
    let forms = section.targets.filter { $0 != start && section.reach.distance(to: $0) != nil }
    guard !isOpen, let near = section.reach.nearest(of: forms), let path = section.reach.path(to: near)
    else { return }
    addOtherForm(near, path, from: start, to: &lead)
  }

  func addOtherForm(_ near: Int, _ path: [Step], from start: Int, to lead: inout Lead) {
    let lasts: Sentence =
      solution.concepts.contains(options.concept)
      ? isEquilibrium(near) ? ", which could last" : ", which could not last" : ""
    lead.add("The nearest other form\(lasts):")
    lead.item(
      "\(names.capitalized(names.story(path, from: state(start)))).",
      orShorter: "\(names.capitalized(briefly(path))).")
  }

  private func addWays(from section: Section, _ name: (Names) -> Sentence, to lead: inout Lead) {
    guard let ways = section.ways, let shortest = ways.paths.first else { return }
    let start = state(section.reach.start)
    let all = ways.paths.count
    let count = ways.isComplete ? Prose.count(all, "way") : "at least \(Prose.count(all, "way"))"
    func words(_ names: Names) -> Sentence {
      let from: Sentence =
        isOpen ? "the present \(names.variant(start))" : names.title(of: start) ?? "the present situation"
      return
        "From \(from) to \(name(names)) there \(all == 1 ? "is" : "are") \(count)\(options.kind == .moves ? "" : ", each step a gain at once for whoever takes it")."
    }
    lead.add(words(names), orShorter: words(names.inShort))
    lead.item(
      "\(names.capitalized(names.story(shortest, from: start))).",
      orShorter: "\(names.capitalized(briefly(shortest))).")
    if !solution.concepts.contains(options.concept) { return }
    let lasting = ways.paths.count { path in
      path.last.flatMap { solution.states.position(of: $0.state) }.map(isEquilibrium) ?? false
    }
    lead.goOn(
      lasting == all
        ? all == 1 ? "It ends where it could last." : "All of them end where it could last."
        : lasting == 0
          ? "\(all == 1 ? "It does not end" : "None of them ends") where it could last\(laterForm(section, shortest.count))."
          : "\(Prose.capitalized(Prose.number(lasting))) of \(ways.isComplete ? "them" : "the first \(Prose.grouped(all))") \(lasting == 1 ? "ends" : "end") where it could last.",
      rank: 2)
  }
}

extension Names {
  /// Where ways are to lead: an outcome, a state or a condition, in names.
  func target(_ target: (words: String, condition: Condition)) -> Sentence {
    if let outcome = subject.outcomes.firstIndex(where: { $0.condition == target.condition }) {
      return self.outcome(outcome)
    }
    if case .state(let state) = target.condition, let title = title(of: state) { return title }
    return asked(target.words)
  }
}
