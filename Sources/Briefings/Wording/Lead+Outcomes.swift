internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

extension Lead {
  /// Adds a sentence that lists outcomes. Where there is no room for their names, those that have a
  /// short one go by that, and only then some are left out.
  ///
  /// - Parameters:
  ///   - outcomes: The outcomes, by index.
  ///   - names: What they are called.
  ///   - known: Those that have been called by their whole names before, which keep them if they can.
  ///   - kept: So many are never left out.
  ///   - word: What stands before the last.
  ///   - isNewLine: Whether it begins a line of its own.
  ///   - aside: What follows the name of an outcome.
  ///   - sentence: The sentence with the list in it.
  mutating func add(
    outcomes: [Int], _ names: Names, known: Set<Int> = [], sparing kept: Int = 1, word: String = "and",
    isNewLine: Bool = true, aside: (Int) -> Sentence = { _ in "" }, as sentence: (Sentence) -> Sentence
  ) {
    func list(_ name: (Int) -> Sentence, _ count: Int) -> Sentence {
      sentence(Prose.list(outcomes.map { name($0) + aside($0) }, atMost: count, word))
    }
    let all = outcomes.count
    let short = names.inShort
    // The longest names give way first.
    let widths = outcomes.map { short.outcome($0).text.displayWidth }
    let byWidth = outcomes.indices.sorted { (widths[$0], $0) < (widths[$1], $1) }
    func fewer(_ count: Int) -> Sentence {
      let told = byWidth.prefix(count).sorted().map { short.outcome(outcomes[$0]) + aside(outcomes[$0]) }
      return sentence(Prose.list(first: told, of: all, atMost: count, word))
    }
    add(
      list: list({ names.outcome($0) }, all),
      orShorter: [
        list({ (known.contains($0) ? names : short).outcome($0) }, all), list({ short.outcome($0) }, all),
      ],
      orFewer: all > kept ? (kept..<all).reversed().map { fewer($0) } : [],
      isNewLine: isNewLine)
  }
}
