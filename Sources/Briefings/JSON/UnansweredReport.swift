internal import CaseFile
package import ConflictModel
package import Documents
package import Notation
package import Questions

extension CaseDocument {
  /// Which case it is, for programs.
  var identity: JSONValue {
    ["title": JSONValue(title), "path": .string(file), "sha256": .string(sha256)]
  }
}

/// What is told when a limit was reached before a question had any answer: to people a sentence,
/// to programs the question's document, without what was asked.
package struct UnansweredReport: Documented {
  private enum Cause {
    case limit(Limit)
    case bound(Bound)
  }

  private let cause: Cause
  private let document: CaseDocument
  private let table: QuestionTable

  /// What is told of a failure that is a limit; nil for one that is a fault of the input.
  package init?(_ failure: Failure, asking table: QuestionTable) {
    switch failure {
    case .wrong, .usage: return nil
    case .limit(let limit, let document): (cause, self.document) = (.limit(limit), document)
    case .bound(let bound, let document): (cause, self.document) = (.bound(bound), document)
    }
    self.table = table
  }

  /// The limit, unless the question itself does not go through so much.
  package var limit: Limit? {
    if case .limit(let limit) = cause { limit } else { nil }
  }

  /// What ended it, and when, as a clause.
  package var words: String {
    switch cause {
    case .limit(let limit):
      if case .memoryNeeded = limit { limit.words } else { "\(limit.words) \(table.moment)" }
    case .bound(let bound): Prose.grouping(numbersIn: bound.words)
    }
  }

  /// What to ask instead, if that can be said.
  package var remedy: String? {
    guard case .bound(let bound) = cause else { return nil }
    if bound.remedy != nil || bound.kind != .listedStates || table.needsNoList { return bound.remedy }
    var words = Collector()
    AllBriefings.visit(&words)
    return "these need no list of states: \(words.found.joined(separator: ", "))"
  }

  /// The questions that are answered where there are more states than can be listed.
  private struct Collector: BriefingVisitor {
    var found: [String] = []

    mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
      if Told.Asked.table.needsNoList { found.append(Told.Asked.table.word) }
    }
  }

  package func bareDocument() -> Document {
    let advice = remedy.map { " \($0.printable)." } ?? ""
    let sentence: Sentence = "\(Sentence("Undetermined:", .caution)) \(words.printable).\(advice)"
    var told = Document(title: "", blocks: [.paragraph(sentence)])
    told.heading = "Undetermined"
    if let title = document.title { told.about = [Sentence(title.printable)] }
    return told
  }

  /// The question's document, without what was asked.
  package var json: JSONValue {
    switch cause {
    case .limit(let limit):
      var finder = Finder(word: table.word, limit: limit, document: document)
      AllBriefings.visit(&finder)
      return finder.found ?? unanswered(limit.json)
    case .bound(let bound):
      return unanswered([
        "kind": .string(bound.kind.rawValue), "count": JSONValue(bound.count), "most": .integer(bound.most),
      ])
    }
  }

  private func unanswered(_ limit: JSONValue) -> JSONValue {
    [
      "format": .string(table.format), "version": 1, "case": document.identity, "complete": false,
      "limit": limit,
    ]
  }

  /// Asks the briefing of the question how its document looks without an answer.
  private struct Finder: BriefingVisitor {
    let word: String
    let limit: Limit
    let document: CaseDocument
    var found: JSONValue?

    mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
      if Told.Asked.table.word == word { found = Told.unanswered(limit, about: document) }
    }
  }
}
