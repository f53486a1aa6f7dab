internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where readings differ and what follows from that, in a few lines.
extension CompareReport {
  /// The lead: how many judgements differ, what they conclude differently, and what accounts for it.
  var lead: [Block] {
    var lead = Lead()
    for (index, comparison) in comparisons.enumerated() {
      let name: Sentence =
        comparisons.count == 1 ? "They" : "The first and \(title(of: index + 1))"
      add(comparison, name, index + 1, to: &lead)
    }
    return lead.blocks
  }

  /// What a reading is called: by its title where no other has the same, else by its file.
  private func title(of reading: Int) -> Sentence {
    let titles = readings.map { $0.subject.document.title ?? "" }
    let own = titles[reading]
    return own.isEmpty || titles.count(where: { $0 == own }) > 1
      ? Sentence(readings[reading].name.printable) : Prose.quoted(own.printable)
  }

  private func add(_ comparison: CaseComparison, _ name: Sentence, _ other: Int, to lead: inout Lead) {
    if comparison.differences.isEmpty {
      lead.add("\(name) say the same, judgement for judgement.")
      return
    }
    let telling = comparison.differences.filter { $0.role != .source && $0.role != .remark }
    if telling.isEmpty {
      lead.add("\(name) judge alike; only sources, names or words differ.")
      return
    }
    let differing = comparison.conclusions.filter { !$0.agrees }
    let all = comparison.conclusions.count
    let least = comparison.limit == nil ? "" : "at least "
    lead.add(
      "\(name) differ in \(Prose.count(telling.count, "judgement")), and \(differing.isEmpty ? "for all that conclude the same in \(Prose.all(all, "question")) that both readings can answer" : "conclude otherwise in \(least)\(Prose.grouped(differing.count)) of \(Prose.count(all, "question"))")."
    )
    if differing.isEmpty { addAlike(telling, comparison, other, to: &lead) }
    if let present = comparison.conclusions.first(where: { $0.question == .statusQuo }) {
      lead.goOn(fate(present))
    }
    let there = comparisons.count == 1 ? "the second" : "the other"
    let groups = groups(differing, comparison, other)
    let inShort = names.map { $0.inShort }
    // What accounts for all of them is told once.
    let isShared =
      groups.count > 1
      && Set(groups.map { words($0[0], comparison, other, names).account }).count == 1
    if isShared {
      func words(_ names: [Names]) -> Sentence {
        "What follows takes \(account(groups[0][0], comparison, other, names))."
      }
      lead.goOn(words(names), orShorter: words(inShort))
    }
    for group in groups.prefix(comparisons.count == 1 ? 4 : 2) {
      func item(_ most: Int, _ names: [Names]) -> Sentence {
        let words = words(group[0], comparison, other, names)
        let account: Sentence = isShared || words.account.isEmpty ? "" : "; it takes \(words.account)"
        let topics = Prose.list(group.map { topic($0.question, names[0]) }, atMost: most)
        return
          "\(Prose.capitalized(topics)): \(words.before) in the first, \(words.after) in \(there)\(account)."
      }
      let topics = Prose.list(group.map { topic($0.question, inShort[0]) }, atMost: 2)
      lead.item(
        item(4, names), orShorter: item(4, inShort), item(2, inShort), item(1, inShort), called: topics)
    }
  }

  /// What a question is about within a list.
  private func topic(_ question: Topic, _ names: Names) -> Sentence {
    if case .levels(let id) = question, let option = names.conflict.levelOptions.first(where: { $0.id == id })
    {
      return "the level of \(Prose.quoted(option.name, to: .option(id)))"
    }
    return question.words(names)
  }

  /// So many judgements that make no difference are named.
  private static let mostNamed = 3

  /// What differs though they conclude the same: how much lasts, and the judgements where they are few.
  private func addAlike(
    _ telling: [Difference], _ comparison: CaseComparison, _ other: Int, to lead: inout Lead
  ) {
    let counts = [0, other].map { readings[$0].solution.equilibria(comparison.concept).count }
    if counts[0] != counts[1] {
      lead.goOn(
        "But \(Prose.count(counts[1], "situation")) could last in the \(comparisons.count == 1 ? "second" : "other") instead of \(Prose.grouped(counts[0]))."
      )
    }
    if comparisons.count > 1 || telling.count > Self.mostNamed { return }
    for difference in telling {
      func item(_ names: [Names]) -> Sentence {
        "\(names[0].capitalized(difference.inNames(names[0], names[other], pair(other))))."
      }
      lead.item(item(names), orShorter: item(names.map { $0.inShort }))
    }
  }

  /// What becomes of the present in each.
  private func fate(_ conclusion: Conclusion) -> Sentence {
    func words(_ reply: Reply) -> Sentence {
      switch reply {
      case .truth(let lasts): lasts ? "lasts" : "does not last"
      default: "lasts \(reply.words(to: .statusQuo, names[0]))"
      }
    }
    return switch (conclusion.before, conclusion.after) {
    case (.truth(true), .truth(true)): "The present lasts in both."
    case (.truth(false), .truth(false)): "The present lasts in neither."
    case (.truth(true), .truth(false)): "The present lasts in the first and not in the other."
    case (.truth(false), .truth(true)): "The present lasts in the other and not in the first."
    case (let one, let other) where one == other: "In both the present \(words(one))."
    case (let one, let other): "In the first the present \(words(one)), in the other it \(words(other))."
    }
  }

  /// What is said of topics in the first, in the other, and what accounts for the difference.
  private struct Words: Hashable {
    var before: Sentence
    var after: Sentence
    var account: Sentence
  }

  private func words(
    _ conclusion: Conclusion, _ comparison: CaseComparison, _ other: Int, _ names: [Names]
  ) -> Words {
    Words(
      before: conclusion.before.words(to: conclusion.question, names[0]),
      after: conclusion.after.words(to: conclusion.question, names[other]),
      account: account(conclusion, comparison, other, names))
  }

  /// Conclusions that differ alike for the same reason are told of together.
  private func groups(
    _ differing: [Conclusion], _ comparison: CaseComparison, _ other: Int
  ) -> [[Conclusion]] {
    var groups: [(words: Words, conclusions: [Conclusion])] = []
    for conclusion in differing where conclusion.question != .statusQuo {
      let words = words(conclusion, comparison, other, names)
      if let place = groups.firstIndex(where: { $0.words == words }) {
        groups[place].conclusions.append(conclusion)
      } else {
        groups.append((words: words, conclusions: [conclusion]))
      }
    }
    return groups.map { $0.conclusions }
  }

  /// The smallest set of differences that accounts for a conclusion.
  private func account(
    _ conclusion: Conclusion, _ comparison: CaseComparison, _ other: Int, _ names: [Names]
  ) -> Sentence {
    guard let first = conclusion.accounts.first else { return "" }
    let parts = first.map { comparison.differences[$0].inNames(names[0], names[other], pair(other)) }
    return Prose.list(parts, atMost: 2)
  }
}
