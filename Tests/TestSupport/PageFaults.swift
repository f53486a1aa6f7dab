/// Reads a page or a picture as a program for reading does, and says what is wrong with it.
///
/// It has to be well-formed XML, need nothing from outside and run nothing. A page has one title,
/// headings that go down one level at a time, names that are unique, links that lead somewhere,
/// and tables whose rows are equally wide.
public struct PageFaults {
  /// What is wrong, in the order of the text; links that lead nowhere at the end.
  public private(set) var faults: [String] = []
  /// The texts of its `code` elements.
  public private(set) var codes: [String] = []
  /// How many links it has.
  public private(set) var linkCount = 0

  private var rest: Substring
  private var open: [String] = []
  private var ids: Set<String> = []
  private var targets: [String] = []
  private var level = 0
  private var titles = 0
  private var headingText = ""
  private var code = ""
  /// Of each table that is open, the widths of its rows.
  private var tables: [[Int]] = []

  private static let page = Set(
    """
    html head meta title style body main section h1 h2 h3 h4 h5 h6 p div span a strong code pre ul ol li \
    table thead tbody tr th td details summary figure figcaption wbr
    """.split(separator: " ").map { String($0) })
  private static let picture: Set = [
    "svg", "tspan", "g", "rect", "text", "path", "a", "line", "circle", "style", "title", "desc",
  ]

  /// Reads a text; `isPage` is false for a picture alone.
  public init(_ text: String, isPage: Bool = true) {
    let doctype = "<!DOCTYPE html>\n"
    if isPage, !text.hasPrefix(doctype) { faults.append("no doctype") }
    rest = text.hasPrefix(doctype) ? text.dropFirst(doctype.count) : text[...]
    while !rest.isEmpty, faults.count < 20 { readPart() }
    if !open.isEmpty { faults.append("\(open) not closed") }
    if isPage, titles != 1 { faults.append("\(titles) headings of level 1") }
    linkCount = targets.count
    for target in targets where !target.hasPrefix("#") || !ids.contains(String(target.dropFirst())) {
      faults.append("a link to \(target), which is nowhere")
    }
  }

  private mutating func readPart() {
    if rest.first == "<" {
      readTag()
      return
    }
    let text = rest.prefix { $0 != "<" }
    rest = rest[text.endIndex...]
    let words = unescaped(text)
    if open.contains("code") { code += words }
    headingText += words
    if open.last == "style", words.contains("url(") || words.contains("@import") {
      faults.append("a style from outside")
    }
    if open.isEmpty, !words.allSatisfy({ $0.isWhitespace }) { faults.append("text outside: \(words)") }
  }

  private mutating func unescaped(_ text: Substring) -> String {
    var result = ""
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
    result += parts.removeFirst()
    let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    for part in parts {
      guard let end = part.firstIndex(of: ";"), let character = entities[String(part[..<end])] else {
        faults.append("&\(part.prefix(8)) is no entity")
        continue
      }
      result += character + part[part.index(after: end)...]
    }
    return result
  }

  private mutating func readTag() {
    guard let end = rest.firstIndex(of: ">") else {
      faults.append("a tag without end")
      rest = ""
      return
    }
    var tag = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("/") {
      close(String(tag.dropFirst()))
      return
    }
    let isEmpty = tag.hasSuffix("/")
    if isEmpty { tag = tag.dropLast() }
    let name = String(tag.prefix { $0 != " " })
    let inPicture = name == "svg" || open.contains("svg")
    if !(inPicture ? Self.picture : Self.page).contains(name) {
      faults.append("<\(name)> is not an element that there is")
    }
    let attributes = attributes(tag.dropFirst(name.count))
    begin(name, attributes)
    open.append(name)
    if isEmpty { close(name) }
  }

  private mutating func attributes(_ text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var parts = text.split(separator: "\"", omittingEmptySubsequences: false)[...]
    while parts.count > 1 {
      let key = parts.removeFirst()
      guard key.first == " ", key.last == "=", found[String(key.dropFirst().dropLast())] == nil else {
        faults.append("'\(key)' is no attribute")
        return found
      }
      found[String(key.dropFirst().dropLast())] = unescaped(parts.removeFirst())
    }
    if parts.first.map({ !$0.isEmpty }) ?? false { faults.append("'\(text)' are no attributes") }
    return found
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    for (key, value) in attributes {
      if key.hasPrefix("on") || key == "src" || key == "srcset" {
        faults.append("\(key)=\(value) runs or loads something")
      }
    }
    if let id = attributes["id"], !ids.insert(id).inserted { faults.append("the name \(id) stands twice") }
    if let target = attributes["href"] { targets.append(target) }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let own = Int(name.dropFirst())!
      if own == 1 { titles += 1 }
      if own > level + 1 { faults.append("<\(name)> follows a heading of level \(level)") }
      level = own
      headingText = ""
    case "table": tables.append([])
    case "tr" where !tables.isEmpty: tables[tables.count - 1].append(0)
    case "td", "th":
      let row = (tables.last?.count ?? 0) - 1
      if row >= 0 { tables[tables.count - 1][row] += attributes["colspan"].flatMap { Int($0) } ?? 1 }
    case "code": code = ""
    case "svg":
      if attributes["role"] != "img" || (attributes["aria-label"] ?? "").isEmpty {
        faults.append("a picture without a name")
      }
    default: break
    }
  }

  private mutating func close(_ name: String) {
    if open.popLast() != name { faults.append("</\(name)> closes nothing") }
    if name == "code" { codes.append(code) }
    if name == "table", let widths = tables.popLast(), Set(widths).count != 1 {
      faults.append("a table with rows of \(Set(widths).sorted()) cells")
    }
    if name.count == 2, name.first == "h", name.last!.isNumber, headingText.allSatisfy({ $0.isWhitespace }) {
      faults.append("an empty <\(name)>")
    }
  }
}
