internal import Documents
internal import Notation

/// What the rules of a style sheet come to for each element of a picture, so that these can be
/// written down at the element: for readers that know no style sheets, or no variables in them.
///
/// It knows what our rules are made of and no more: classes, names of elements and what stands within
/// what; variables; the short form of fonts.
struct Looks {
  /// Part of a selector: `rect`, `.card`, `.tag.a6`.
  private struct Part {
    var name: Substring
    var classes: [Substring]

    init(_ text: Substring) {
      var pieces = text.split(separator: ".", omittingEmptySubsequences: false)
      name = pieces.removeFirst()
      classes = pieces
    }

    func fits(_ element: Element) -> Bool {
      (name.isEmpty || name == element.name) && classes.allSatisfy { element.classes.contains($0) }
    }
  }

  private struct Rule {
    var selector: [Part]
    var weight: Int
    var declarations: [(name: Substring, value: Substring)]
  }

  private struct Element {
    var name: Substring
    var classes: [Substring]
  }

  private var rules: [Rule] = []
  private let colors: [Substring: Substring]
  private let fonts: [Substring: String]

  init(rules: String, colors: String, fonts: [Substring: String]) {
    var known: [Substring: Substring] = [:]
    for (name, value) in Self.declarations(colors[...]) { known[name] = value }
    (self.colors, self.fonts) = (known, fonts)
    for piece in rules.split(separator: "}") {
      let halves = piece.split(separator: "{")
      if halves.count != 2 { continue }
      let declarations = Self.declarations(halves[1])
      for selector in halves[0].split(separator: ",") {
        let parts = selector.split { $0.isWhitespace }.map { Part($0) }
        let weight = parts.reduce(0) { $0 + 10 * $1.classes.count + ($1.name.isEmpty ? 0 : 1) }
        self.rules.append(Rule(selector: parts, weight: weight, declarations: declarations))
      }
    }
  }

  private static func declarations(_ text: Substring) -> [(name: Substring, value: Substring)] {
    text.split(separator: ";").compactMap { piece in
      guard let colon = piece.firstIndex(of: ":") else { return nil }
      return (trimmed(piece[..<colon]), trimmed(piece[piece.index(after: colon)...]))
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  // MARK: Elements

  /// The elements with attributes for classes; `place` is what they stand in.
  func written(_ source: String, in place: String) -> String {
    var open: [Element] = [Element(name: "svg", classes: [place[...]])]
    var text = ""
    for (index, piece) in source.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        text += piece
        continue
      }
      guard let end = piece.firstIndex(of: ">") else { continue }
      var tag = piece[..<end]
      if tag.hasPrefix("/") {
        open.removeLast()
        text += "<\(piece)"
        continue
      }
      let isClosed = tag.last == "/"
      if isClosed { tag.removeLast() }
      let element = Self.element(tag)
      open.append(element.element)
      text +=
        "<\(element.element.name)\(attributes(open))\(element.attributes)\(isClosed ? "/" : "")\(piece[end...])"
      if isClosed { open.removeLast() }
    }
    return text
  }

  /// What an element is called and is, and the rest of what is said of it.
  private static func element(_ tag: Substring) -> (element: Element, attributes: Substring) {
    let name = tag.prefix { $0 != " " }
    let rest = tag[name.endIndex...]
    let mark = " class=\""
    guard rest.hasPrefix(mark) else { return (Element(name: name, classes: []), rest) }
    let list = rest.dropFirst(mark.count).prefix { $0 != "\"" }
    return (
      Element(name: name, classes: list.split(separator: " ")), rest[rest.index(after: list.endIndex)...]
    )
  }

  private func attributes(_ open: [Element]) -> String {
    guard let name = open.last?.name, name != "g", name != "a" else { return "" }
    var values: [(name: Substring, value: Substring, weight: Int)] = []
    for rule in rules where Self.fits(rule.selector, open) {
      for (name, value) in rule.declarations {
        for (part, value) in Self.longhand(name, value) {
          if let known = values.firstIndex(where: { $0.name == part }) {
            if values[known].weight <= rule.weight { values[known] = (part, value, rule.weight) }
          } else {
            values.append((part, value, rule.weight))
          }
        }
      }
    }
    return values.map { " \($0.name)=\"\(resolved($0.value, open).xmlEscaped)\"" }.joined()
  }

  private static func fits(_ selector: [Part], _ open: [Element]) -> Bool {
    guard let own = selector.last, let element = open.last, own.fits(element) else { return false }
    var left = selector.dropLast()
    for element in open.dropLast().reversed() {
      guard let next = left.last else { return true }
      if next.fits(element) { left = left.dropLast() }
    }
    return left.isEmpty
  }

  /// A font in its parts; what belongs to pages is left out.
  private static func longhand(
    _ name: Substring, _ value: Substring
  ) -> [(name: Substring, value: Substring)] {
    if name.hasPrefix("--") || name.hasPrefix("text-decoration") || name.hasPrefix("text-underline") {
      return []
    }
    if name != "font" { return [(name, value)] }
    let parts = value.split(separator: " ", maxSplits: 2)
    if parts.count < 3 { return [] }
    let size = parts[1].hasSuffix("px") ? parts[1].dropLast(2) : parts[1]
    return [("font-weight", parts[0]), ("font-size", size), ("font-family", parts[2])]
  }

  /// A value without variables.
  private func resolved(_ value: Substring, _ open: [Element]) -> String {
    guard value.hasPrefix("var("), value.last == ")" else {
      return String(value.hasSuffix("px") ? value.dropLast(2) : value)
    }
    let name = value.dropFirst(4).dropLast()
    if let font = fonts[name] { return font }
    if let color = colors[name] { return String(color) }
    // A variable that is set where the element stands, the innermost first.
    for depth in open.indices.reversed() {
      for rule in rules.reversed() where Self.fits(rule.selector, Array(open[...depth])) {
        if let own = rule.declarations.first(where: { $0.name == name }) { return resolved(own.value, open) }
      }
    }
    return "none"
  }
}
