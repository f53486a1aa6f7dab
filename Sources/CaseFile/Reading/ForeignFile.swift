package import Notation

/// A file that is something else than a case: what it is, and what can be done.
struct ForeignFile {
  /// What it is, to follow "this is".
  var name: String
  /// What can be done about it.
  var advice: String

  /// What the bytes, or else the ending of the path, show a file to be; nil for
  /// what may be a case.
  ///
  /// - Complexity: O(*n*) for archives and JSON, else the first few lines.
  init?(bytes: [UInt8], path: String) {
    let ending = Self.ending(of: path)
    let head = Array(bytes.prefix(Self.headLength))
    if let kind = Self.binary(bytes, head, ending) ?? Self.text(bytes, head, ending) {
      self = kind
    } else {
      return nil
    }
  }

  private init(_ name: String, _ advice: String) {
    self.name = name
    self.advice = advice
  }

  /// The problem with the file at `path`.
  func problem(at path: String) -> Diagnostic {
    Diagnostic(
      .foreignFile, "this is \(name), not a case", at: Place(file: path, line: 0, column: 0), hint: advice)
  }

  /// What is wrong with a file that is named as one of GMCR+ when it is plainly something else.
  static func problem(withGMCR bytes: [UInt8], at path: String) -> Diagnostic? {
    // What may be JSON is for its reader to judge.
    guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{") else { return nil }
    return ForeignFile(bytes: bytes, path: path)?.problem(at: path)
  }

  private static let headLength = 4096

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  // MARK: What can be done

  private static let laterAdvice =
    "reading it comes later; 'entente new case.yaml' writes a case to start from, which is plain text"
  private static let documentAdvice =
    "to cite it, save its text as .txt and name that under 'sources' as 'file'; 'entente cite FILE' lists its sentences"
  private static let tableAdvice =
    "reading tables comes later, and 'entente convert CASE --to csv' writes them; 'entente new case.yaml' writes a case to start from"

  private static let gambit = ForeignFile(
    "a game in strategic form for Gambit",
    "reading it comes later, and 'entente convert CASE --to nfg' writes such files; 'entente new case.yaml' writes a case to start from"
  )
  private static let gambitTree = ForeignFile(
    "a game in extensive form for Gambit", laterAdvice)
  private static let scenarios = ForeignFile("a cross-impact matrix of ScenarioWizard", laterAdvice)
  private static let table = ForeignFile("a table of comma-separated values", tableAdvice)
  private static let workbook = ForeignFile("an Excel workbook", tableAdvice)
  private static let sheet = ForeignFile("an OpenDocument spreadsheet", tableAdvice)
  private static let word = ForeignFile("a Word document", documentAdvice)
  private static let openText = ForeignFile("an OpenDocument text", documentAdvice)
  private static let slides = ForeignFile("a PowerPoint presentation", documentAdvice)
  private static let pdf = ForeignFile("a PDF", documentAdvice)
  private static let richText = ForeignFile("an RTF document", documentAdvice)
  private static let page = ForeignFile("a web page", documentAdvice)
  private static let graph = ForeignFile(
    "a graph", "'entente convert' writes such files and does not read them; name the case it was made from")
  private static let picture = ForeignFile("a picture", "name the case that it belongs to")
  private static let program = ForeignFile("a program", "name a case; 'entente new case.yaml' writes one")
  private static let database = ForeignFile("a database", laterAdvice)
  private static let gmcr = ForeignFile(
    "a model of GMCR+", "give it a name that ends in .gmcr, and it is read")

  private static func archive(_ name: String) -> ForeignFile {
    ForeignFile(name, "unpack it, and name the case in it")
  }

  // MARK: Bytes

  /// How files begin that are no text.
  private static let beginnings: [(bytes: [UInt8], kind: ForeignFile)] = [
    (Array("%PDF-".utf8), pdf), (Array("{\\rtf".utf8), richText),
    (Array("SQLite format 3\0".utf8), database),
    ([0x1F, 0x8B], archive("a gzip archive")), (Array("BZh".utf8) + [0x31], archive("a bzip2 archive")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], archive("an xz archive")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], archive("a 7z archive")),
    (Array("Rar!".utf8) + [0x1A], archive("a RAR archive")),
    ([0x89, 0x50, 0x4E, 0x47], picture), ([0xFF, 0xD8, 0xFF], picture), (Array("GIF8".utf8), picture),
    ([0x7F, 0x45, 0x4C, 0x46], program), ([0xCF, 0xFA, 0xED, 0xFE], program),
    ([0x4D, 0x5A, 0x90, 0x00], program),
  ]

  private static func binary(_ bytes: [UInt8], _ head: [UInt8], _ ending: String) -> ForeignFile? {
    if let known = beginnings.first(where: { head.starts(with: $0.bytes) }) { return known.kind }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return zip(bytes, ending)
    }
    // Word, Excel and PowerPoint before 2007 share one form.
    guard head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
    return switch ending {
    case "xls": workbook
    case "ppt": slides
    case "doc": word
    default: ForeignFile("a document of an older Office", documentAdvice)
    }
  }

  /// Office documents are archives whose folders tell what they are.
  private static func zip(_ bytes: [UInt8], _ ending: String) -> ForeignFile {
    for (sign, kind) in [("xl/", workbook), ("word/", word), ("ppt/", slides)]
    where bytes.holds(sign) && bytes.holds("[Content_Types].xml") {
      return kind
    }
    if bytes.holds("opendocument.spreadsheet") { return sheet }
    if bytes.holds("opendocument.text") { return openText }
    return byEnding[ending] ?? archive("a zip archive")
  }

  // MARK: Text

  private static let byEnding: [String: ForeignFile] = [
    "nfg": gambit, "efg": gambitTree, "scw": scenarios, "csv": table, "tsv": table, "xlsx": workbook,
    "xls": workbook, "ods": sheet, "docx": word, "doc": word, "odt": openText, "pptx": slides, "pdf": pdf,
    "rtf": richText, "html": page, "htm": page, "dot": graph, "gv": graph, "graphml": graph,
  ]

  private static func text(_ bytes: [UInt8], _ head: [UInt8], _ ending: String) -> ForeignFile? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = head.starts(with: mark) ? head.dropFirst(3) : head[...]
    let text = String(decoding: content.drop { $0 <= 0x20 }, as: UTF8.self)
    if text.isEmpty { return nil }
    let lower = text.prefix(400).lowercased()
    if text.hasPrefix("NFG 1 ") { return gambit }
    if text.hasPrefix("EFG 2 ") { return gambitTree }
    if text.hasPrefix("$ ScenarioWizard") { return scenarios }
    if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") { return page }
    if lower.hasPrefix("<?xml") || lower.hasPrefix("<graphml") {
      return lower.holds("<graphml") ? graph : lower.holds("<html") ? page : byEnding[ending] ?? markup
    }
    if looksLikeCase(text) { return nil }
    if text.hasPrefix("{") { return json(bytes, text, ending) }
    return byEnding[ending] ?? (looksLikeTable(text) ? table : nil)
  }

  private static let markup = ForeignFile("an XML file", documentAdvice)

  /// Whether the line that makes a case is among the first.
  private static func looksLikeCase(_ text: String) -> Bool {
    text.split { $0.isNewline }.contains { line in
      let start = line.drop { " {\"'".contains($0) }
      return start.hasPrefix("entente:") || start.hasPrefix("entente\"") || start.hasPrefix("extends:")
    }
  }

  /// A case may be written as JSON; other JSON is known by its keys.
  private static func json(_ bytes: [UInt8], _ text: String, _ ending: String) -> ForeignFile? {
    let isJSON = text.dropFirst().drop { $0.isWhitespace }.hasPrefix("\"")
    guard isJSON || ending == "json" else { return nil }
    if bytes.holds("\"decisionMakers\"") { return gmcr }
    if let format = answerFormat(text) {
      return ForeignFile(
        "an answer of this program (\(format))", "name the case that it was made from")
    }
    if bytes.holds("\"entente\"") { return nil }
    return ending == "json"
      ? ForeignFile("JSON of another program", "a case in JSON has the key \"entente\" with the value 1")
      : nil
  }

  /// The format that an answer of this program names in its first lines.
  private static func answerFormat(_ text: String) -> Substring? {
    text.split(separator: "\"").first { $0.hasPrefix("entente.") }
  }

  /// Whether the first lines have as many columns each and no key: a case has keys.
  private static func looksLikeTable(_ text: String) -> Bool {
    let lines = text.split { $0.isNewline }.prefix(5)
    guard lines.count > 1 else { return false }
    for separator in [",", ";", "\t"] as [Character] {
      let counts = Set(lines.map { line in line.count { $0 == separator } })
      guard counts.count == 1, counts != [0] else { continue }
      return lines.allSatisfy { line in
        !line.holds(": ") && !line.hasSuffix(":") && !line.hasPrefix("- ") && !line.hasPrefix("#")
      }
    }
    return false
  }
}

extension Diagnostic {
  /// What is wrong with a file whose name ends in `.gmcr` when it is plainly something
  /// else, such as an archive or a PDF; nil for what may be one.
  package static func foreign(gmcr bytes: [UInt8], at path: String) -> Diagnostic? {
    ForeignFile.problem(withGMCR: bytes, at: path)
  }
}
