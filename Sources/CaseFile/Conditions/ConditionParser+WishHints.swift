// Wishes as one says them: what is preferred, and what is better than what.
extension ConditionParser {
  /// `prefer A to B`, `A rather than B`
  func preference() -> ConditionFault? {
    if index > 0, let verb = word(at: index - 1), ["prefer", "prefers", "like", "likes"].contains(verb),
      beginsCondition
    {
      let end = groupEnd(index)
      let than = find(["to", "over", "than"], from: index)
      let more = than.map { word(at: $0 - 1) == "more" || word(at: $0 - 1) == "rather" ? $0 - 1 : $0 }
      guard let than, let more, than + 1 < end else {
        return meant(
          "'\(tokens[index - 1].text)' is no word of the condition language", from: index - 1,
          through: index - 1,
          write(words(index..<end), or: "A") + "; that it is wished for goes without saying")
      }
      return meant(
        "'\(tokens[index - 1].text) … \(tokens[than].text)' is not how a wish is written", from: index - 1,
        through: index - 1, Self.order(words(index..<more), words(than + 1..<end)))
    }
    if let found = judged() { return found }
    switch word(at: index) {
    case "rather" where word(at: index + 1) == "than": return instead(from: index, through: index + 1)
    case "instead" where isKeyword("of", ahead: 1): return instead(from: index, through: index + 1)
    case "over": return instead(from: index, through: index)
    default: return nil
    }
  }

  /// `A is better than B`, `A worse than B`
  func judged() -> ConditionFault? {
    let start = index
    let verb = word(at: start).map { ["is", "are"].contains($0) } ?? false
    var end = verb ? start + 1 : start
    if word(at: end) == "much" || word(at: end) == "far" { end += 1 }
    guard let judgement = word(at: end), let than = word(at: end + 1), ["than", "to"].contains(than) else {
      return nil
    }
    let right = words(end + 2..<max(end + 2, groupEnd(end + 2)))
    let left = words(groupStart(start)..<start)
    let hint: String
    switch judgement {
    case "better", "preferred", "preferable": hint = Self.order(left, right)
    case "worse": hint = Self.order(right, left)
    default: return nil
    }
    let message = "'\(words(start..<end + 2))' is not how a wish is written"
    return meant(message, from: start, through: end + 1, hint)
  }

  func instead(from start: Int, through end: Int) -> ConditionFault {
    meant(
      "'\(words(start..<end + 1))' joins nothing", from: start, through: end,
      Self.order(words(groupStart(start)..<start), words(end + 1..<max(end + 1, groupEnd(end + 1)))))
  }

  /// How to say that one thing matters more than another.
  static func order(_ better: String, _ worse: String) -> String {
    guard works(better), works(worse) else {
      return "what is wished for more stands on a line of its own above what is wished for less"
    }
    let both = "\(enclosing(better)) and not \(enclosing(worse))"
    return "write '\(better)' on a line of its own above '\(worse)'" + (works(both) ? ", or '\(both)'" : "")
  }

  static func enclosing(_ text: String) -> String { text.contains(" ") ? "(\(text))" : text }

}
