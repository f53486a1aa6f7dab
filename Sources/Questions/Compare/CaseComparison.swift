package import CaseFile
package import ConflictModel
package import Stability

/// Two cases beside each other: what they judge differently, what they conclude
/// differently, and which judgements account for each conclusion.
///
///     let comparison = CaseComparison(base, overlay, under: .seq) { $0.solve() }
///     comparison.conclusions.filter { !$0.agrees }.first?.accounts    // [[3]]
///
/// Differences are made one by one in the first case as it is written, and every
/// set of them is tried, the smallest first: a set is *an account* of a conclusion
/// when with it the first case gives the second's answer, and no smaller set does.
/// What is added to a list stands behind what it follows in the second case.
/// Some sets make no case at all (a condition would name what is not there) and
/// account for nothing.
package struct CaseComparison: Sendable {
  /// The concept under which states last.
  package let concept: Concept
  /// What the cases judge differently.
  package let differences: [Difference]
  /// What each of them concludes, for every question that both can answer.
  package private(set) var conclusions: [Conclusion]
  /// Questions that only one of them can answer.
  package let notComparable: [Topic]
  /// Outcomes by which they mean different things.
  package let reworded: [String]
  /// Whether the status quo of one is another state than that of the other, where both have one.
  package let hasOtherStatusQuo: Bool
  /// How many sets of differences were tried.
  package private(set) var triedCount = 0
  /// How many of them made no case.
  package private(set) var meaninglessCount = 0
  /// Up to which size all sets were tried; a conclusion without an account has
  /// none up to this size. A larger account is smallest as well, though there may
  /// be others of its size.
  package private(set) var triedSize = 0
  /// Whether the search ended because as many sets were tried as may be.
  package private(set) var isCutOff = false
  /// Why the work ended early, or nil.
  package private(set) var limit: Limit?

  /// The differences that can change what lasts, by index.
  package let active: [Int]

  /// The day that both were asked to be read as of.
  private let askedDay: String?

  /// Compares two cases.
  ///
  /// - Parameters:
  ///   - old: The first case, with its solution.
  ///   - new: The second.
  ///   - concept: The concept under which states last.
  ///   - claims: Claims to ask about besides, in words.
  ///   - most: The most sets of differences to try.
  ///   - control: When to stop.
  ///   - solve: Solves a conflict for the concept and those of the claims.
  package init(
    _ old: Reading, _ new: Reading, under concept: Concept, claims: [String] = [], trying most: Int = 20_000,
    control: Control = Control(), solve: (Conflict) -> Solution
  ) {
    self.concept = concept
    let blend = Blend(old.subject.document, new.subject.document, moves: true)
    let asked = Topic.all(of: old.subject) + claims.map { .claim($0) }
    let others = Topic.all(of: new.subject)
    var conclusions: [Conclusion] = []
    var notComparable = others.filter { !asked.contains($0) }
    for question in asked where limit == nil {
      limit = control.shouldStop()
      if let before = question.reply(of: old.subject, old.solution, under: concept),
        let after = question.reply(of: new.subject, new.solution, under: concept)
      {
        conclusions.append(Conclusion(question: question, before: before, after: after))
      } else {
        notComparable.append(question)
      }
    }
    self.conclusions = conclusions
    self.notComparable = notComparable
    reworded = old.subject.outcomes.map { $0.id }.filter { id in
      new.subject.outcomes.contains { $0.id == id }
        && old.subject.document.wording(ofOutcome: id) != new.subject.document.wording(ofOutcome: id)
    }
    hasOtherStatusQuo = Self.statusQuosDiffer(old.subject, new.subject)
    // Names that only the second case gives change nothing by themselves, so they
    // are there from the start; unless they clash with a name of the first.
    let names = Set(
      blend.differences.indices.filter {
        blend.differences[$0].role == .vocabulary && blend.differences[$0].change == .added
      })
    let together = try? blend.document(taking: names, withAnswers: false)
    let isClash = together.flatMap { try? Case($0) } == nil
    askedDay = [old, new].compactMap { $0.subject.day }.first { $0.isAsked }?.date
    differences = blend.differences(
      from: new.subject.document, on: askedDay, besides: Set(old.subject.byHand.keys)
    ).map { difference in
      var difference = difference
      if isClash, difference.role == .vocabulary { difference.role = .judgement }
      return difference
    }
    active = differences.indices.filter { [differences] in differences[$0].role == .judgement }
    search(blend, isClash ? [] : names, old.subject, most, control, solve)
  }

  /// The case with some of the differences made, its events as they were set by hand for the first
  /// and else as of the day that was asked for, or of its own; nil
  /// when that makes none.
  private func trial(_ blend: Blend, _ made: Set<Int>, _ first: Case, _ control: Control) -> Case? {
    guard let document = try? blend.document(taking: made, withAnswers: false) else { return nil }
    let given = first.byHand.filter { value in document.events.contains { $0.id == value.key } }
    let day = document.events.contains { $0.hasDates } ? askedDay : nil
    return try? Case(document, given: given, on: day, control: control)
  }

  private static func statusQuosDiffer(_ first: Case, _ second: Case) -> Bool {
    guard let one = first.statusQuoInNames, let other = second.statusQuoInNames else { return false }
    return one != other
  }

  private mutating func search(
    _ blend: Blend, _ names: Set<Int>, _ first: Case, _ most: Int, _ control: Control,
    _ solve: (Conflict) -> Solution
  ) {
    var open = conclusions.indices.filter { [conclusions] in !conclusions[$0].agrees }
    let total = Subsets(of: active.count, size: active.count).count(upTo: most)
    for size in 1..<(active.count + 1) where !open.isEmpty {
      var found: Set<Int> = []
      var sets = Subsets(of: active.count, size: size)
      while let chosen = sets.next() {
        if triedCount >= most { isCutOff = true }
        limit = limit ?? control.shouldStop()
        if isCutOff || limit != nil { return }
        triedCount += 1
        let made = names.union(chosen.map { active[$0] })
        guard let subject = trial(blend, made, first, control.silent) else {
          // What was broken off is no case that makes no sense.
          limit = control.shouldStop()
          if limit != nil { return }
          meaninglessCount += 1
          continue
        }
        let solution = solve(subject.conflict)
        if let reached = solution.limit {
          limit = reached
          return
        }
        for index in open
        where conclusions[index].question.reply(of: subject, solution, under: concept)
          == conclusions[index].after
        {
          conclusions[index].accounts.append(chosen.map { active[$0] })
          found.insert(index)
        }
        control.report(
          Control.Progress(phase: .varying, done: UInt64(min(triedCount, total)), total: UInt64(total)))
      }
      triedSize = size
      open.removeAll(where: found.contains)
    }
  }
}

extension Case {
  /// The states that the status quo may be, each as what is taken in it.
  fileprivate var statusQuoInNames: [String]? {
    guard let statusQuo else { return nil }
    return statusQuo.completions.map { state in
      if document.isGraphForm { return document.states[Int(state.code)].id }
      return conflict.options.indices.filter { state.takes($0) }.map { conflict.options[$0].id }.sorted()
        .joined(separator: " ")
    }.sorted()
  }
}

/// The subsets of one size, in order.
private struct Subsets {
  private let total: Int
  private var following: [Int]?
  private let size: Int

  init(of total: Int, size: Int) {
    self.total = total
    self.size = size
    following = size <= total ? Array(0..<size) : nil
  }

  mutating func next() -> [Int]? {
    guard let current = following else { return nil }
    var next = current
    var place = size - 1
    while place >= 0, next[place] == total - size + place { place -= 1 }
    if place < 0 {
      following = nil
    } else {
      next[place] += 1
      for later in next.indices where later > place { next[later] = next[later - 1] + 1 }
      following = next
    }
    return current
  }

  /// How many subsets there are up to this size, or `most` when there are more.
  func count(upTo most: Int) -> Int {
    var sum = 0
    var binomial = 1.0
    for step in 0..<size {
      let step = step + 1
      binomial = binomial * Double(total - step + 1) / Double(step)
      if binomial + Double(sum) >= Double(most) { return most }
      sum += Int(binomial)
    }
    return sum
  }
}
