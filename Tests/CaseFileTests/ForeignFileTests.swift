import CaseFile
import Notation
import Testing

@Suite("Files of another kind")
struct ForeignFileTests {
  func found(_ bytes: [UInt8], _ file: String) -> [Diagnostic] {
    do {
      _ = try CaseDocument(bytes: bytes, file: file, files: source([:]))
      return []
    } catch { return error.diagnostics }
  }

  static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0]

  static func office(_ folder: String) -> [UInt8] {
    zip + Array("[Content_Types].xml".utf8) + [0xFF, 0xFE] + Array("\(folder)/document.xml".utf8)
  }

  /// The name of a file, what is in it, and a part of what it is said to be.
  struct File: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var kind: String
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ kind: String) {
      (self.name, self.bytes, self.kind) = (name, bytes, kind)
    }

    init(_ name: String, _ text: String, _ kind: String) { self.init(name, Array(text.utf8), kind) }
  }

  static let files: [File] = [
    File("game.nfg", "NFG 1 R \"A game\" { \"a\" } { 2 }\n1 2\n", "strategic form for Gambit"),
    File("case.yaml", "NFG 1 R \"A game\" { \"a\" } { 2 }\n1 2\n", "strategic form for Gambit"),
    File("tree.efg", "EFG 2 R \"A tree\" { \"a\" }\n", "extensive form for Gambit"),
    File("x.scw", "$ ScenarioWizard 4.0\r\nx.scw\r\n&A\r\n -a\r\n", "ScenarioWizard"),
    File("old.scw", "something else\n", "ScenarioWizard"),
    File("book.xlsx", office("xl"), "Excel workbook"),
    File("book", office("xl"), "Excel workbook"),
    File("memo.docx", office("word"), "Word document"),
    File("talk.pptx", office("ppt"), "PowerPoint"),
    File(
      "memo.odt", zip + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8), "OpenDocument text"),
    File("case.yaml", zip + [1, 2, 3], "zip archive"),
    File("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "Excel workbook"),
    File("memo.pdf", Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3], "PDF"),
    File("memo.yaml", "%PDF-1.4\n", "PDF"),
    File("page.html", "<!DOCTYPE html>\n<html></html>", "web page"),
    File("saved.yaml", "\n  <html lang=en><body>", "web page"),
    File("table.csv", "state,a,b\n1,Y,N\n2,N,N\n", "comma-separated"),
    File("table.txt", "state;a;b\n1;Y;N\n2;N;N\n", "comma-separated"),
    File("graph.graphml", "<?xml version=\"1.0\"?>\n<graphml></graphml>", "graph"),
    File("model.json", "{\"options\": [], \"decisionMakers\": []}", "GMCR+"),
    File("answer.json", "{\"format\": \"entente.solution\", \"version\": 1}", "entente.solution"),
    File("other.json", "{\"a\": 1}", "JSON of another program"),
    File("cases.tar.gz", [0x1F, 0x8B, 8, 0], "gzip archive"),
    File("map.png", [0x89, 0x50, 0x4E, 0x47], "picture"),
    File("entente", [0x7F, 0x45, 0x4C, 0x46, 2], "program"),
    File("runs.db", "SQLite format 3\0", "database"),
    File("memo.rtf", "{\\rtf1 text}", "RTF"),
  ]

  @Test("are known by what is in them or, failing that, by their name", arguments: files)
  func recognised(file: File) {
    let problems = found(file.bytes, file.name)
    #expect(problems.map(\.code) == [.foreignFile])
    #expect(problems.first?.message.contains(file.kind) == true, "\(problems.first?.message ?? "")")
    #expect(problems.first?.hint?.isEmpty == false)
  }

  @Test(
    "a case is a case whatever it is called",
    arguments: [
      ("case.csv", "entente: 1\nactors: {a: {prefers: indifferent}}\n"),
      ("case.json", "{\"entente\": 1, \"actors\": {\"a\": {\"prefers\": \"indifferent\"}}}"),
      ("case.txt", "{entente: 1, actors: {a: {prefers: indifferent}}}"),
      ("case.nfg", "# a remark\nentente: 1\nactors: {a: {prefers: indifferent}}\n"),
      ("case", "actors: {a: {prefers: indifferent}}\nentente: 1\n"),
    ])
  func cases(name: String, text: String) {
    #expect(found(Array(text.utf8), name) == [])
  }

  @Test("what a case extends is looked at, too")
  func base() {
    let found = problems("entente: 1\nextends: table.csv", files: ["table.csv": "a,b\n1,2\n"])
    #expect(found.map(\.code) == [.foreignFile])
    #expect(found.first?.place.file == "table.csv")
  }
}
