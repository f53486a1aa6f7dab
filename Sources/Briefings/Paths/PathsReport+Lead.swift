internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where it could go, in a few lines.
extension PathsReport {
  /// The most outcomes that it tells ways to or at least names.
  private static let mostNamed = 9

  /// The lead: what becomes of the start, what steps could lead to and who would begin, and what is
  /// out of reach.
  var lead: [Block] {
    var lead = Lead()
    if let limit { lead.add("This is not all: \(limit.words).") }
    if let origin = answer.origin, starts.first != nil { lead.add(words(origin)) }
    if !solution.isListed {
      addSets(to: &lead)
      return lead.blocks
    }
    guard let first = sections.first else { return lead.blocks }
    if options.target == nil {
      lead.add(isOpen ? names.openPresent : "", orShorter: isOpen ? names.inShort.openPresent : "")
      if isOpen, names.hasManyPresents {
        addStarts(to: &lead)
      } else {
        for section in sections.prefix(isOpen ? 2 : 1) { addStart(section.reach.start, to: &lead) }
      }
      addReach(shown ?? first, to: &lead)
    } else {
      addTarget(to: &lead)
    }
    return lead.blocks
  }

  /// Of several starts the first from which something that could last is in reach, else the first.
  var shown: Section? {
    sections.first { section in reached(section).contains { $0.position != section.reach.start } }
      ?? sections.first
  }

  /// Where what is told in brief begins, where that is one of several.
  func from(_ start: Int) -> Sentence {
    isOpen ? " from the present \(names.inShort.variant(state(start)))" : ""
  }

  /// The starts that are followed, by position.
  var starts: [Int] { sections.map { $0.reach.start } + answer.sets.map { $0.start } }

  /// Whether it starts from each of the states that the status quo may be.
  var isOpen: Bool { answer.origin == nil && starts.count > 1 }

  /// Of an outcome with several states, from which of them it starts.
  private func words(_ origin: OutcomeMembers) -> Sentence {
    let (count, lasting) = (origin.count, origin.senses.first?.lastingCount ?? 0)
    let near: Sentence = names.isFromNearest ? "the one nearest to the present" : "the first of them"
    let which: Sentence =
      switch lasting {
      case _ where count == 1:
        lasting == 0 ? "it could not last, and this starts there" : "it could last, and this starts there"
      case 0: "none of them could last, and this starts from the one that the fewest would leave"
      case 1: "one of them could last, and this starts there"
      default: "\(Prose.grouped(lasting)) of them could last, and this is told from \(near)"
      }
    return "\(names.outcome(origin.outcome)) is \(Prose.count(count, "situation")); \(which)."
  }

  /// Which of many situations that the present may be last, and who would leave the others.
  func addStarts(to lead: inout Lead) {
    if !solution.concepts.contains(options.concept) { return }
    let each = names.presents.compactMap { state in
      Verdict(on: state, under: options.concept, in: solution, control).map {
        (state: state, leaving: $0.leaving)
      }
    }
    lead.goOn(names.fates(each), orShorter: names.inShort.fates(each))
  }

  func addStart(_ position: Int, to lead: inout Lead) {
    let start = state(position)
    guard solution.concepts.contains(options.concept),
      let verdict = Verdict(on: start, under: options.concept, in: solution, control)
    else { return }
    if let first = verdict.leaving.first, isOpen {
      let others = verdict.leaving.count - 1
      let who: Sentence =
        others == 0 ? names.actor(first) : "\(names.actors(verdict.leaving)), each by a move of its own"
      lead.add(
        "\(name(of: start)) would be left by \(who).",
        orShorter: "\(name(of: start)) would be left by \(names.actors(verdict.leaving)).")
      return
    }
    names.add(verdict, called: name(of: start), isBrief: true, to: &lead)
  }

  /// What a start is called; after ``Names/openPresent`` where it is one of several.
  private func name(of start: State) -> Sentence {
    if options.target == nil {
      if answer.origin != nil { return "That one" }
      if isOpen { return names.presentAgain(start) }
    }
    return names.called(start)
  }

  private func addReach(_ section: Section, to lead: inout Lead) {
    let reached = reached(section).map { $0.position }
    let start = section.reach.start
    addOutOfReach(section, to: &lead)
    addReach(reached.count, hasOthers: reached.contains { $0 != start }, from: start, to: &lead) {
      nearestWays(section)
    }
  }

  /// How many situations that could last are reached, the start included, and the ways to them.
  func addReach(
    _ reachedCount: Int, hasOthers: Bool, from position: Int, to lead: inout Lead,
    _ ways: () -> (told: [Way], more: Int)
  ) {
    guard let equilibria else { return }
    if equilibria.isEmpty {
      lead.add("Nothing lasts in this sense, wherever it leads.")
    } else if !hasOthers {
      let others = isOpen ? ", from whichever it is," : ""
      lead.add(
        "Nothing else that could last can be reached\(others) by steps each of which is a gain for whoever takes it."
      )
    } else {
      let kind: Sentence =
        options.kind == .moves
        ? "by moves, whether or not they gain" : "each step a gain at once for whoever takes it"
      let whole: Sentence =
        equilibria.count == 1
        ? "is the only situation"
        : reachedCount == equilibria.count
          ? "are \(equilibria.count == 2 ? "both" : "all \(Prose.grouped(equilibria.count))") situations"
          : "\(reachedCount == 1 ? "is" : "are") \(Prose.grouped(reachedCount)) of the \(Prose.grouped(equilibria.count)) situations"
      let few: Sentence = options.kind == .moves ? "by moves" : "by steps that gain at once"
      let start: Sentence =
        !isOpen
        ? "In reach"
        : names.hasManyPresents
          ? "In reach\(from(position))"
          : "In reach \(names.caseOfPresentAlone(state(position)).inLowerCase)"
      lead.add(
        leading: "\(start) (\(kind)) \(whole) that could last:",
        orShorter: "\(start) (\(few)) \(whole) that could last:")
      let (told, more) = ways()
      for (name, way, brief, short) in told {
        lead.item("\(name): \(way).", orShorter: "\(name): \(brief).", called: short)
      }
      lead.leaveOut(more)
    }
  }

  /// What a situation is called and the way there, each at length and in few words.
  typealias Way = (name: Sentence, way: Sentence, brief: Sentence, short: Sentence)

  /// The nearest lasting situation of each outcome with the way there; what the start is called, too,
  /// after what is called otherwise.
  private func nearestWays(_ section: Section) -> (told: [Way], more: Int) {
    let kinds = lastingKinds(section).compactMap { kind in
      section.reach.path(to: kind.nearest).map { (kind: kind, path: $0) }
    }
    return nearestWays(kinds, from: section.reach.start) { outcome in
      members(of: subject.outcomes[outcome]).compactMap { section.reach.distance(to: $0) }.min()
    }
  }

  /// Kinds with the way to each in words.
  ///
  /// - Parameter distance: The fewest steps to an outcome, by index.
  func nearestWays(
    _ kinds: [(kind: ReachedKind, path: [Step])], from position: Int, distance: (Int) -> Int?
  ) -> (told: [Way], more: Int) {
    let start = state(position)
    let others = kinds.filter { !isForm($0.kind, of: start) }
    let sorted = others + kinds.filter { isForm($0.kind, of: start) }
    let told: [Way] = sorted.prefix(Self.mostNamed).map { kind, path in
      (
        name: title(of: kind, from: start), way: names.story(path, from: start),
        brief: briefly(path) + firstArrival(in: kind, path.count, distance),
        short: title(of: kind, from: start, names.inShort)
      )
    }
    return (told, sorted.count - told.count)
  }

  /// What a situation that could last is called; another form of what the start is called, too.
  func title(of kind: ReachedKind, from start: State, _ names: Names? = nil) -> Sentence {
    let names = names ?? self.names
    if names.isGraph, let title = names.title(of: state(kind.nearest)) { return title }
    if kind.outcomes.isEmpty {
      return kind.count == 1
        ? names.called(state(kind.nearest)) : "Situations that no outcome names"
    }
    let title = Prose.list(kind.outcomes.map { names.outcome($0) })
    return isForm(kind, of: start) ? "\(title), in another form" : title
  }

  /// Whether a kind goes by a name that the start has, too.
  private func isForm(_ kind: ReachedKind, of start: State) -> Bool {
    !names.isGraph && !kind.outcomes.isEmpty
      && Set(kind.outcomes).isSubset(of: subject.outcomes(of: start))
  }

  /// Where an outcome is reached earlier than one of its situations that could last, when that is.
  private func firstArrival(in kind: ReachedKind, _ steps: Int, _ distance: (Int) -> Int?) -> Sentence {
    // Of several outcomes each may be reached at another time.
    guard !names.isGraph, kind.outcomes.count == 1, let earliest = distance(kind.outcomes[0]),
      earliest > 0, earliest < steps
    else { return "" }
    return "; after \(earliest) in a form that could not last"
  }

  /// Who would begin, and how far it is.
  func briefly(_ path: [Step]) -> Sentence {
    guard let first = path.first else { return "here" }
    return "\(Prose.count(path.count, "step")), \(names.actor(first.actor)) first"
  }

  private func addOutOfReach(_ section: Section, to lead: inout Lead) {
    if section.obstacles.limit != nil { return }
    let closed = subject.outcomes.indices.filter { index in
      let members = members(of: subject.outcomes[index])
      // From none of the situations that the present may be.
      return !members.isEmpty
        && members.allSatisfy { member in sections.allSatisfy { $0.reach.distance(to: member) == nil } }
    }
    addOutOfReach(
      closed.map { ($0, reluctance(to: members(of: subject.outcomes[$0]), section) ?? "") }, to: &lead)
  }

  /// Outcomes, by index, that are out of reach, each with why as a clause or "".
  func addOutOfReach(_ closed: [(outcome: Int, why: Sentence)], to lead: inout Lead) {
    if closed.isEmpty { return }
    var reasons: [(outcomes: [Sentence], why: Sentence)] = []
    for (index, why) in closed {
      if let known = reasons.firstIndex(where: { $0.why == why }) {
        reasons[known].outcomes.append(names.outcome(index))
      } else {
        reasons.append(([names.outcome(index)], why))
      }
    }
    let each: [Sentence] = reasons.map { reason in
      "\(Prose.list(reason.outcomes, atMost: 4))\(reason.why.isEmpty ? "" : ", \(reason.why)")"
    }
    let all = Prose.list(closed.map { names.outcome($0.outcome) }, atMost: 4)
    let start = "Out of reach while each acts alone"
    lead.add(
      "\(start): \(each.joined(separator: "; ")).", rank: 1,
      orShorter: "\(start): \(each[0])\(rest(reasons)).",
      "\(start): \(all).")
  }

  /// The outcomes of all reasons but the first, without why.
  private func rest(_ reasons: [(outcomes: [Sentence], why: Sentence)]) -> Sentence {
    let others = reasons.dropFirst().flatMap { $0.outcomes }
    return others.isEmpty ? "" : "; so \(others.count == 1 ? "is" : "are") \(Prose.list(others, atMost: 4))"
  }

  /// Whose wish stands in the way, as a clause.
  func reluctance(to positions: [Int], _ section: Section) -> Sentence? {
    section.obstacles.obstacle(to: positions, by: options.kind).flatMap {
      reluctance(in: $0, from: section.reach.start)
    }
  }

  /// The same of an obstacle that is known.
  func reluctance(in obstacle: Obstacle, from start: Int) -> Sentence? {
    guard case .reluctance(_, let path) = obstacle, let first = path.reluctant.first else { return nil }
    let before = first == 0 ? state(start) : path.steps[first - 1].state
    let step = path.steps[first]
    let wish = names.wish(conflict.compare(step.actor, step.state, with: before))
    if wish.isEmpty { return nil }
    let act = names.change(from: before, to: step.state, atMost: 2)
    let but: Sentence = "but \(wish.replacingStart { $0.hasPrefix("I") ? "i" + $0.dropFirst() : $0 })"
    let count = path.reluctant.count
    return count == 1
      ? "because every way takes a step that its mover gains nothing by; on the plainest \(names.actor(step.actor)) would take it by \(act), \(but)"
      : "because every way takes at least \(Prose.number(count)) steps that their movers gain nothing by; on the plainest \(names.actor(step.actor)) would take the first by \(act), \(but)"
  }

  /// That another form of what is asked about could last, farther away than where the shortest way ends.
  func laterForm(_ section: Section, _ steps: Int) -> Sentence {
    let lasting = section.targets.filter { isEquilibrium($0) }
    return laterForm(section.reach.nearest(of: lasting).flatMap { section.reach.distance(to: $0) }, steps)
  }

  /// The same where it is known how far that is.
  func laterForm(_ far: Int?, _ steps: Int) -> Sentence {
    guard let far, far > steps else { return "" }
    return "; a form of it that could is \(Prose.count(far, "step")) away"
  }
}
