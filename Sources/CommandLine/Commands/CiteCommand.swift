internal import ArgumentParser
import CaseFile
import Notation
import Questions
import Briefings

/// `entente cite`
struct CiteCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "List the places in a text that judgements can point to.",
    usage: "entente cite <file> [<place>] [<options>]",
    discussion: """
      Numbers the sentences of a text as paragraph.sentence and gives each its fingerprint, twelve digits \
      that prove the place without reprinting the text. In a case, write \
      because: {source: memo, at: 3.2, fingerprint: f00ba4f00ba4}.

      Examples:
        entente cite memo.txt
        entente cite memo.txt 3.2
        entente cite memo.txt 3 --json

      Exit codes: 0 listed, 2 the file cannot be read or has no such place, 64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("A text, or - for standard input.", valueName: "file"), completion: .file())
  var path: String

  @Argument(
    help: ArgumentHelp("One place, such as 3.2, or a whole paragraph, such as 3.", valueName: "place"))
  var place: String?

  @Flag(help: "Print JSON.")
  var json = false

  var answerForm: AnswerForm { json ? .json : .table }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let text: String
    do { text = try TextInput.text(of: path, in: environment) } catch { throw .wrong(error) }
    let index = SourceIndex(text: text)
    var entries = index.entries
    if let place {
      guard let wanted = Self.place(place) else {
        throw .usage("'\(place)' is not a place; write 3.2, or 3 for a whole paragraph.")
      }
      entries = entries.filter {
        $0.place.paragraph == wanted.paragraph
          && (wanted.sentence == nil || $0.place.sentence == wanted.sentence)
      }
      if entries.isEmpty { throw Self.missing(wanted, in: index, path) }
    }
    // Only an overview for people is cut to fit; other programs get it whole.
    let isCut = place == nil && environment.outputIsTerminal
    return Response(
      output: json ? Self.json(entries, path) : Self.lines(entries, isCut ? environment.width : .max))
  }

  private static func place(_ text: String) -> SentencePlace? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let paragraph = parts[0], paragraph > 0 else { return nil }
    if parts.count == 1 { return SentencePlace(paragraph: paragraph, sentence: nil) }
    guard let sentence = parts[1], sentence > 0 else { return nil }
    return SentencePlace(paragraph: paragraph, sentence: sentence)
  }

  private static func missing(_ place: SentencePlace, in index: SourceIndex, _ path: String) -> Failure {
    let sentences = index.sentenceCount(inParagraph: place.paragraph)
    let hint =
      sentences == 0
      ? "it has \(index.paragraphCount) \(index.paragraphCount == 1 ? "paragraph" : "paragraphs")"
      : "paragraph \(place.paragraph) has \(sentences) \(sentences == 1 ? "sentence" : "sentences")"
    let where_ = Place(file: path, line: 0, column: 0)
    return .wrong(
      SyntaxError(Diagnostic(.unknownPlace, "the text has no place \(place)", at: where_, hint: hint)))
  }

  /// One sentence to a line, cut at the width.
  private static func lines(_ entries: [SourceIndex.Entry], _ width: Int) -> String {
    let places = entries.map(\.place.description)
    let longest = places.map(\.count).max() ?? 0
    return zip(entries, places).map { entry, place in
      let start = place + String(repeating: " ", count: longest - place.count) + "  #\(entry.fingerprint)  "
      let room = max(width - start.count, 20)
      let shown = entry.text.printable
      let text = shown.count > room ? shown.prefix(room - 1) + "…" : shown[...]
      return start + text + "\n"
    }.joined()
  }

  private static func json(_ entries: [SourceIndex.Entry], _ path: String) -> String {
    let places = entries.map { entry -> JSONValue in
      [
        "at": .string(entry.place.description), "fingerprint": .string(entry.fingerprint),
        "text": .string(entry.text),
      ]
    }
    let document: JSONValue = [
      "format": "entente.places", "version": 1, "path": .string(path), "places": .array(places),
    ]
    return document.text(pretty: true) + "\n"
  }
}
