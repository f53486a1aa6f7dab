internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents

// Doubts, questions and shares in words.
extension DoubtsReport {
  /// What is in doubt, in a sentence.
  func sentence(_ doubt: Doubt) -> Sentence {
    let who = names.actor(doubt.actor)
    switch doubt.content {
    case .absence(let index):
      let source = subject.statements(of: doubt.actor)[index]
      return
        "\(names.capitalized(names.wishAlone(index, of: doubt.actor))) may be absent (\(source.because.citation(hedge: source.hedge)))."
    case .order(let statements, let unsure):
      func wanted(_ indices: [Int]) -> [Sentence] { indices.map { names.wanted($0, of: doubt.actor) } }
      let absent: Sentence =
        unsure.isEmpty
        ? "" : "; \(Prose.list(wanted(unsure), atMost: Self.namedStates)) may be absent"
      return
        "It is not known which of these \(who) wants more: \(Prose.list(wanted(statements), atMost: Self.namedStates, "or"))\(absent) (\(Prose.grouped(doubt.wayCount)) ways)."
    case .pairs(let pairs, let settled):
      let open = pairs.filter { !settled.contains($0) }
      let ways = "(\(Prose.count(doubt.wayCount, "way")))"
      var sentences: [Sentence] = []
      if open.count == 1 {
        sentences.append("\(who), ranking: it is not known which is better, \(words(open, "or")) \(ways).")
      } else if !open.isEmpty {
        sentences.append(
          "\(who), ranking: it is not known which one of each pair is better, \(words(open, "or")) \(ways).")
      }
      if !settled.isEmpty {
        sentences.append(
          "\(open.isEmpty ? "\(who), ranking: the" : "The") order of \(words(settled, "and")) is said not to be known, but what the ranking says of the states between settles it."
        )
      }
      return sentences.joined(separator: " ")
    }
  }

  /// Pairs of states: `s2 or s3; s2 or s7`.
  private func words(_ pairs: [Case.UnknownPair], _ word: String) -> Sentence {
    func called(_ state: State) -> Sentence { names.title(of: state) ?? names.oneWithoutName(state) }
    let words: [Sentence] = pairs.map { "\(called($0.first)) \(word) \(called($0.second))" }
    let shown = Array(words.prefix(Self.namedStates)).joined(separator: "; ")
    return words.count > Self.namedStates
      ? "\(shown); and \(Prose.grouped(words.count - Self.namedStates)) more" : shown
  }

  /// The answer yes to a question, as a condition.
  func condition(_ question: DoubtQuestion) -> Sentence {
    let who = names.actor(question.actor)
    switch question.content {
    case .inForce(let index):
      return "\(names.wishAlone(index, of: question.actor)) counts"
    case .before(let index, let other):
      return
        "\(names.wishAlone(index, of: question.actor)) weighs more than \(names.wishAlone(other, of: question.actor))"
    case .better(let state, let other):
      return "\(names.again(state)) is better for \(who) than \(names.again(other))"
    }
  }

  /// The share in words: `all`, `62 %`, `none`; with the interval in a sample.
  func words(_ share: DoubtsCount.Share, of examined: UInt64) -> Sentence {
    switch Holding(share, of: examined) {
    case .all: return isExact ? "all" : "all drawn (\(interval(share, examined)))"
    case .none: return isExact ? "none" : "none drawn (\(interval(share, examined)))"
    case .some:
      let percent = Self.percent(Double(share.count) / Double(examined))
      return isExact
        ? "\(Prose.grouped(share.count)) (\(percent))" : "\(percent) (\(interval(share, examined)))"
    }
  }

  private func interval(_ share: DoubtsCount.Share, _ examined: UInt64) -> String {
    let interval = Interval(share.count, of: examined)
    return "\(Self.tenths(interval.low))–\(Self.tenths(interval.high)) %"
  }

  /// A fraction in hundredths; never none or all of it when it is neither.
  static func percent(_ fraction: Double) -> String {
    if fraction > 0, fraction < 0.005 { return "< 1 %" }
    if fraction < 1, fraction > 0.995 { return "> 99 %" }
    return "\(Int((fraction * 100).rounded())) %"
  }

  private static func tenths(_ fraction: Double) -> String {
    Prose.decimal(thousandths: UInt64((fraction * 1000).rounded()) * 100)
  }

  /// What a share hangs on most, or nothing when no question makes a difference
  /// worth telling.
  func hangsOn(_ share: DoubtsCount.Share, in count: DoubtsCount) -> Sentence {
    // Part of all completions, in no particular order, tells nothing of the kind.
    if isExact && !isComplete(count) { return "" }
    guard Holding(share, of: count.examined.count) == .some, let found = count.mostTelling(share),
      abs(found.yes - found.no) >= 0.1
    else { return "" }
    let condition = condition(doubts.questions[found.question])
    let observed = isExact ? "" : " in the sample"
    switch (found.yes, found.no) {
    case (1, 0): return "if \(condition), and not otherwise\(observed)"
    case (0, 1): return "unless \(condition)\(observed)"
    default:
      return
        "\(Self.percent(found.yes)) of the ways in which \(condition), \(Self.percent(found.no)) of the others"
    }
  }
}
