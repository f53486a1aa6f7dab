internal import CaseFile
internal import ConflictModel
internal import Stability

extension SolveReport {
  /// What follows, in plain sentences.
  var findings: [String] {
    let all = equilibria
    if all.isEmpty { return [nothingLasts] }
    var sentences: [String] = []
    let empty = strongestFirst.filter { solution.equilibria($0).isEmpty }
    if !empty.isEmpty {
      sentences.append(
        "Under \(empty.words) nothing lasts: in every feasible state somebody could gain and need not fear an answer of that kind."
      )
    }
    sentences += whateverLasts(all)
    sentences += outcomes
    sentences += differences(all)
    sentences += together(all)
    return sentences
  }

  private var nothingLasts: String {
    "No state lasts under \(Prose.list(solution.concepts.map(\.rawValue), "or")): from every one of the \(Prose.count(solution.states.count, "feasible state")), somebody could move to its own gain without an answer to fear."
  }

  /// What all states that last have in common, in one sentence for what is taken
  /// and one for what is not.
  private func whateverLasts(_ positions: [Int]) -> [String] {
    let holdings = Holdings(of: positions.lazy.map { solution.states[$0] }, names: names)
    var (always, never): ([String], [String]) = ([], [])
    for (group, tallies) in zip(names.groups, holdings.rows) {
      for (row, tally) in zip(group.rows, tallies) {
        let name = "\(Prose.quoted(row.name)) (\(group.title.printable))"
        if case .level(let index) = row.kind {
          let level = conflict.levelOptions[index]
          if tally.values.count < level.levels.count {
            always.append(
              "\(name) at \(Prose.list(tally.values.map { level.levelNames[$0].printable }, "or"))")
          }
        } else if tally.isAlways {
          always.append(name)
        } else if tally.isNever {
          never.append(name)
        }
      }
    }
    if positions.count == 1 {
      return ["\(names.asSubject(solution.states[positions[0]])) is all that lasts under any concept."]
    }
    var sentences: [String] = []
    if !always.isEmpty { sentences.append("Whatever lasts, this is always taken: \(Prose.list(always)).") }
    if !never.isEmpty { sentences.append("Whatever lasts, this is never taken: \(Prose.list(never)).") }
    if sentences.isEmpty, !names.groups.isEmpty {
      sentences.append(
        "No option is the same in all \(Prose.count(positions.count, "state")) that last under some concept.")
    }
    return sentences
  }

  /// Under which concepts the named outcomes can last; those with the same fate in one sentence.
  private var outcomes: [String] {
    var order: [String] = []
    var members: [String: [String]] = [:]
    for outcome in subject.outcomes {
      let fate = fate(of: outcome)
      if members[fate] == nil { order.append(fate) }
      members[fate, default: []].append(Prose.quoted(outcome.name))
    }
    return order.map { "\(Prose.list(members[$0] ?? [])) \($0)." }
  }

  private func fate(of outcome: Case.Outcome) -> String {
    let predicate = conflict.predicate(outcome.condition)
    var (certain, possible, impossible): ([Concept], [Concept], [Concept]) = ([], [], [])
    for concept in solution.concepts {
      let equilibria = solution.equilibria(concept)
      if equilibria.isEmpty { continue }
      let count = equilibria.count { predicate(solution.states[$0]) }
      if count == equilibria.count {
        certain.append(concept)
      } else if count > 0 {
        possible.append(concept)
      } else {
        impossible.append(concept)
      }
    }
    if certain.isEmpty, possible.isEmpty {
      return solution.states.contains { predicate($0) }
        ? "cannot last under any concept" : "cannot arise: no feasible state is like that"
    }
    var parts: [String] = []
    if !certain.isEmpty { parts.append("must hold in whatever lasts under \(words(certain))") }
    if !possible.isEmpty { parts.append("can last under \(words(possible))") }
    var text = Prose.list(parts)
    if !impossible.isEmpty { text += ", but not under \(Prose.list(impossible.map(\.rawValue), "or"))" }
    return text
  }

  /// Which states last under the same concepts, and what holds those that not
  /// every concept admits.
  private func differences(_ positions: [Int]) -> [String] {
    var classes: [(concepts: [Concept], members: [Int])] = []
    for position in positions {
      let concepts = concepts(at: position)
      if let index = classes.firstIndex(where: { $0.concepts == concepts }) {
        classes[index].members.append(position)
      } else {
        classes.append((concepts, [position]))
      }
    }
    classes.sort { $0.concepts.count > $1.concepts.count }
    return classes.map { concepts, members in
      let numbers = members.map { names.short(solution.states[$0]) }
      let count = Prose.count(members.count, "state")
      let verb = members.count == 1 ? "lasts" : "last"
      let list = Prose.list(numbers, atMost: 12)
      if concepts == solution.concepts { return "\(count) \(verb) under \(words(concepts)): \(list)." }
      return
        "\(count) \(verb) under \(concepts.words) only: \(list).\(Self.whatHolds(concepts, among: solution.concepts))"
    }
  }

  /// What it takes to hold states that last under these concepts only.
  private static func whatHolds(_ concepts: [Concept], among all: [Concept]) -> String {
    guard all.contains(.nash), !concepts.contains(.nash) else { return "" }
    let lead = " Somebody could gain there, but is held back by "
    if concepts.contains(.sseq) || concepts.contains(.seq) {
      return lead + "answers that would help those who give them."
    }
    guard all.contains(.seq) else { return "" }
    let empty = "answers that would not help those who give them: threats that may not be believed"
    if concepts == [.sim] { return lead + "what others might do at the same moment." }
    return lead
      + (concepts.contains(.sim) ? "what others might do at the same moment, or by \(empty)." : "\(empty).")
  }

  /// States that the partners of a joint option would leave together.
  private func together(_ positions: [Int]) -> [String] {
    subject.jointOptions.compactMap { joint in
      let left = positions.filter { jointDeparture(of: joint, from: solution.states[$0]) != nil }
      guard let first = left.first, let target = jointDeparture(of: joint, from: solution.states[first])
      else { return nil }
      let partners = names.actors(joint.halves.map { conflict.options[$0].actor })
      let verb = joint.halves.allSatisfy { target.takes($0) } ? "take up" : "give up"
      let numbers = Prose.list(left.map { names.short(solution.states[$0]) }, atMost: 12)
      let share =
        left.count == positions.count
        ? "every state that lasts"
        : "\(Prose.count(left.count, "state")) that would last otherwise (\(numbers))"
      return
        "In \(share), \(partners) would all gain if they agreed to \(verb) \(Prose.quoted(joint.name)) together; the concepts here look at one mover at a time and do not see that."
    }
  }

  // MARK: Cautions

  /// What a reader should keep in mind before relying on the answer.
  var cautions: [String] {
    var sentences: [String] = []
    let total = solution.states.count
    // One state is no crowd, however few there are.
    let share = { (concept: Concept) in solution.equilibria(concept).count }
    let loose = strongestFirst.filter { share($0) > 1 && share($0) * 20 > total }
    if !loose.isEmpty {
      let shares = loose.map { concept in
        let count = solution.equilibria(concept).count
        return "\(concept.rawValue) \(Prose.grouped(count)) (\((count * 200 + total) / (2 * total)) %)"
      }
      sentences.append(
        "More than 5 % of all \(Prose.count(total, "feasible state")) last under \(Prose.list(shares)). Where so much can last, being among it says little."
      )
    }
    if let sentence = deadEnds { sentences.append(sentence) }
    let indifferent = conflict.actors.indices.filter { conflict.actors[$0].preference == .indifferent }
    if !indifferent.isEmpty {
      sentences.append(
        "Nothing matters to \(names.actors(indifferent)) in this case, so their answers cost them nothing.")
    }
    if let statusQuo = subject.statusQuo, statusQuo.completions.count > 1 {
      sentences.append("The status quo is not fully known; see the fate of each reading above.")
    }
    return sentences
  }

  /// States that last for want of moves: nobody can leave them, whatever anybody wants.
  private var deadEnds: String? {
    guard hasReasons, solution.states.count > 1 else { return nil }
    let stuck = equilibria.filter { position in
      conflict.actors.indices.allSatisfy { solution.moves(of: $0, from: position).isEmpty }
    }
    if stuck.isEmpty { return nil }
    let numbers = Prose.list(stuck.map { names.short(solution.states[$0]) }, atMost: 12)
    return stuck.count == 1
      ? "Nobody has any move from \(names.again(solution.states[stuck[0]])): it lasts for want of moves, whatever the actors want."
      : "Nobody has any move from \(Prose.count(stuck.count, "state")) that last (\(numbers)): they last for want of moves, whatever the actors want."
  }

  // MARK: Declared threats and promises

  /// Whether declared threats and promises would be carried out, and whether the
  /// equilibria keep them.
  var declarations: [String] {
    var sentences: [String] = []
    guard hasReasons else { return [] }
    for (actor, text) in subject.document.actors.enumerated() {
      for declaration in text.declares {
        guard let condition = try? subject.condition(declaration.condition, actor: actor),
          let then = try? subject.condition(declaration.then, actor: actor)
        else { continue }
        sentences.append(test(declaration, of: actor, condition, then))
      }
    }
    return sentences
  }

  private func test(
    _ declaration: DeclarationText, of actor: Int, _ condition: Condition, _ then: Condition
  ) -> String {
    let (isDue, isKept) = (conflict.predicate(condition), conflict.predicate(then))
    let applies = solution.states.map { isDue($0) }
    let kept = solution.states.map { isKept($0) }
    let words = "if \(declaration.condition.printed), then \(declaration.then.printed)"
    var text = "\(names.actor(actor)) declares \(Prose.quoted(words)) (\(declaration.because.citation()))."
    let lasting = equilibria.filter { applies[$0] }
    let keeping = lasting.count { kept[$0] }
    text +=
      lasting.isEmpty
      ? " In no state that lasts does it come to that."
      : " It is kept in \(Self.share(keeping, of: lasting.count)) of the \(Prose.count(lasting.count, "lasting state")) where it applies."

    var (due, able, gaining) = (0, 0, 0)
    var hurt = [Int](repeating: 0, count: conflict.actors.count)
    let places = conflict.actors.indices.map { self.places(for: $0) }
    for position in solution.states.indices where applies[position] && !kept[position] {
      due += 1
      let deeds = solution.moves(of: actor, from: position).filter { kept[$0] && applies[$0] }
      if deeds.isEmpty { continue }
      able += 1
      if deeds.contains(where: { places[actor][$0] < places[actor][position] }) { gaining += 1 }
      for other in hurt.indices where other != actor {
        if deeds.contains(where: { places[other][$0] > places[other][position] }) { hurt[other] += 1 }
      }
    }
    if due == 0 { return text + " No feasible state breaks it." }
    if able == 0 {
      return text + " Where it is still to be carried out, no move of its own can do it."
    }
    text +=
      " In \(Self.share(gaining, of: able)) of the \(Prose.count(able, "state")) where a move of its own would carry it out, it would itself gain by that"
    let victims = hurt.indices.filter { hurt[$0] > 0 }.map {
      "\(names.actor($0)) in \(Self.share(hurt[$0], of: able))"
    }
    text += victims.isEmpty ? "; it would hurt nobody." : "; it would hurt \(Prose.list(victims))."
    return text
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    part == whole ? "all" : part == 0 ? "none" : Prose.grouped(part)
  }
}
