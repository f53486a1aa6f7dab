import Notation

// What was meant by words and signs that the language does not have, with the
// user's own words put into the form that works.
extension ConditionParser {
  /// The fault at this token if it is part of a form of everyday English, and nil
  /// if it is not.
  func everydayForm() -> ConditionFault? {
    ifAndOnlyIf() ?? countInWords() ?? pair() ?? preference() ?? conditional() ?? joiningWord()
  }

  /// Whether a text is a condition; what is too long to be shown counts as none.
  static func works(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= 90, let tokens = try? ConditionLexer.tokens(of: text) else {
      return false
    }
    var parser = ConditionParser(tokens, places: ScalarPlaces(of: text, at: .none))
    parser.givesHints = false
    guard (try? parser.joined()) != nil else { return false }
    return parser.tokens[parser.index].kind == .end
  }

  /// The hint to write `text`, when that works, or else the general form.
  func write(_ text: String, or general: String) -> String {
    "write '\(Self.works(text) ? text : general)'"
  }

  func meant(_ message: String, from start: Int, through end: Int, _ hint: String) -> ConditionFault {
    var fault = fault(message, at: tokens[start], hint: hint)
    fault.length = tokens[end].offset + tokens[end].length - tokens[start].offset
    return fault
  }

  /// `A if and only if B`, also where the last word is forgotten
  func ifAndOnlyIf() -> ConditionFault? {
    guard index > 0, tokens[index - 1].kind == .keyword("if"), isKeyword("and"), isKeyword("only", ahead: 1)
    else { return nil }
    let last = isKeyword("if", ahead: 2) ? index + 2 : index + 1
    let left = words(groupStart(index - 1)..<index - 1)
    let right = words(last + 1..<max(last + 1, groupEnd(last + 1)))
    return meant(
      "'\(words(index - 1..<last + 1))' is one word here", from: index - 1, through: last,
      write("\(left) iff \(right)", or: "A iff B"))
  }

  /// `both A and B`, `either A or B`, `neither A nor B`
  func pair() -> ConditionFault? {
    guard index > 0, let opening = word(at: index - 1), beginsCondition else { return nil }
    // What is joined to the pair as a whole stays behind it.
    let end = first(from: index) { Self.joins.contains($0.kind) } ?? groupEnd(index)
    let body = index..<end
    let before = words(groupStart(index - 1)..<index - 1)
    let after = words(end..<groupEnd(end))
    func placed(_ text: String) -> String {
      [before, text, after].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let whole = placed(before.isEmpty ? words(body) : "(\(words(body)))")
    let hint: String
    switch opening {
    case "both": hint = write(whole, or: "A and B")
    case "either":
      let one = "exactly 1 of (\(split(body, at: ["or"]).joined(separator: ", ")))"
      hint = write(whole, or: "A or B") + ", or '\(placed(one))' if not both"
    case "neither": hint = write(placed(none(of: split(neither: body))), or: "not (A or B)")
    default: return nil
    }
    return meant(
      "'\(tokens[index - 1].text)' is no word of the condition language", from: index - 1, through: index - 1,
      hint)
  }

  static let numbersInWords = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
  ]

  /// `two of (A, B, C)`, `all of (…)`, `none of (…)`
  func countInWords() -> ConditionFault? {
    guard index > 0, isKeyword("of"), let opening = word(at: index - 1) else { return nil }
    let parts = list(at: index + 1)
    let shown = parts?.joined(separator: ", ") ?? "a, b, c"
    let enclosed = (parts ?? ["a", "b", "c"]).map(enclosed)
    let hint: String
    switch opening {
    case "all", "both", "each", "every": hint = write(enclosed.joined(separator: " and "), or: "a and b")
    case "any", "some", "either": hint = write(enclosed.joined(separator: " or "), or: "a or b")
    case "none", "neither", "no":
      hint = write(none(of: enclosed), or: "not (a or b)")
    default:
      guard let number = Self.numbersInWords[opening] else { return nil }
      hint =
        write("exactly \(number) of (\(shown))", or: "exactly \(number) of (a, b, c)")
        + ", or 'at least \(number) of (…)'"
    }
    return meant(
      "'\(tokens[index - 1].text) of' is not how a count is written", from: index - 1, through: index, hint)
  }

  /// The hint for a count whose number stands in words or is missing its bound.
  func countHint(_ bound: String, _ number: Int, listAt open: Int) -> String {
    let shown = list(at: open)?.joined(separator: ", ") ?? "a, b, c"
    return write("\(bound) \(number) of (\(shown))", or: "\(bound) \(number) of (a, b, c)")
  }

  // MARK: Words that join

  /// `if A then B`
  func conditional() -> ConditionFault? {
    guard isKeyword("if"), index == groupStart(index) else { return nil }
    let end = groupEnd(index + 1)
    var (left, right) = ("a", "b")
    if let then = find(["then"], from: index + 1), then + 1 < end {
      (left, right) = (words(index + 1..<then), words(then + 1..<end))
    }
    let forms = "\(right) if \(left)"
    let isFit = Self.works(forms)
    return fault(
      "a condition is due here, not 'if'", at: tokens[index],
      hint: isFit ? "write '\(forms)', or '\(left) implies \(right)'" : "write 'b if a', or 'a implies b'")
  }

  /// Words that join in everyday English: what to write for `A word B`.
  static func joined(_ left: String, by word: String, _ right: String) -> String? {
    switch word {
    case "xor": "exactly 1 of (\(left), \(right))"
    case "nor": "not (\(left) or \(right))"
    case "but": "\(left) and \(right)"
    case "then", "means": "\(left) implies \(right)"
    case "when", "whenever": "\(left) if \(right)"
    case "requires": "\(left) needs \(right)"
    case "except": "\(left) unless \(right)"
    case "equals": "\(left) iff \(right)"
    default: nil
    }
  }

  func joiningWord() -> ConditionFault? {
    guard index > 0, let word = word(at: index), let general = Self.joined("a", by: word, "b") else {
      return nil
    }
    let left = words(groupStart(index)..<index)
    let right = words(index + 1..<max(index + 1, groupEnd(index + 1)))
    return fault(
      "a word such as 'and' or 'or' is due before '\(tokens[index].text)'", at: tokens[index],
      hint: write(Self.joined(left, by: word, right) ?? general, or: general))
  }

  // MARK: Signs

  /// What to write for a comparison of something that has no levels.
  static func comparison(_ left: String, _ sign: ConditionText.Comparison, _ right: String) -> String? {
    let isTrue = ["yes", "true", "taken", "on"].contains(right.lowercased())
    if isTrue || ["no", "false", "off"].contains(right.lowercased()) {
      guard sign == .equal || sign == .notEqual, works(left) else { return nil }
      return isTrue == (sign == .equal) ? "write '\(left)'" : "write 'not \(enclosing(left))'"
    }
    guard works(left), works(right) else { return nil }
    switch sign {
    case .equal: return "write '\(enclosing(left)) iff \(enclosing(right))'"
    case .notEqual: return "write 'not (\(enclosing(left)) iff \(enclosing(right)))'"
    case .greater, .atLeast: return order(left, right)
    case .less, .atMost: return order(right, left)
    }
  }

  /// The hint at a sign between two conditions, of which the left one has been read.
  func comparisonHint(at sign: Int, _ comparison: ConditionText.Comparison) -> String? {
    var start = sign - 1
    if start >= 0, tokens[start].kind == .close {
      start = groupStart(start) - 1
    }
    guard start >= 0, start < sign else { return nil }
    // A single operand stands behind the sign: a name, or what is in parentheses.
    var end = sign + 1
    if tokens[end].kind == .open { end = first(from: end + 1) { _ in false } ?? end }
    if tokens[end].kind == .end { return nil }
    return Self.comparison(bare(start..<sign), comparison, bare(sign + 1..<end + 1))
  }
}
