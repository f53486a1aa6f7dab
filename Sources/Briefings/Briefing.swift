package import CaseFile
package import ConflictModel
package import Documents
package import Notation
package import Questions

/// What can be told to people, in every face.
package protocol Documented: Sendable {
  /// What there is to tell, without notes, which a terminal does not show.
  func bareDocument() -> Document

  /// What is known of the things that phrases point to.
  func notes(on references: [Reference]) -> [Note]
}

extension Documented {
  /// What there is to tell, with a note on each thing that its phrases point to.
  package func document() -> Document { withNotes(bareDocument()) }

  /// The document with a note on each thing that its phrases point to.
  package func withNotes(_ document: Document) -> Document {
    var document = document
    document.notes = notes(on: document.references)
    return document
  }

  /// Of what any report may point to, the concepts, which mean the same in every case.
  package func notes(on references: [Reference]) -> [Note] { references.compactMap { Concept.note(on: $0) } }
}

/// What is said of an answer: to people as a document, to programs as JSON, and perhaps as rows
/// or as a graph. How a document looks is no matter of a briefing.
package protocol Briefing: Documented {
  /// The question whose answer it tells of.
  associatedtype Asked: Question

  /// The forms in which the answer can be had besides those that every answer has.
  static var furtherForms: [AnswerForm] { get }

  /// The forms that another program makes of the page, where the answer is meant for paper. Only
  /// who can run programs offers them.
  static var paperForms: [AnswerForm] { get }

  /// The form in which the answer comes when none is asked for. Where that is no document, people
  /// are told beside it.
  static var usualForm: AnswerForm { get }

  /// A briefing on an answer; `work` says how long there is to tell it, and what it took.
  init(_ answer: Asked.Answer, _ work: Work)

  /// The document without notes, to be set in a form, and the limit at which it was ended early,
  /// if it was: a long table takes more time and memory in one form than in another.
  func told(for form: AnswerForm) -> (document: Document, limit: Limit?)

  /// Writes the answer as JSON; the limit at which it had lists ended early, if it had.
  func write(to reader: TextReader) -> Limit?

  /// Why the answer cannot be had in a form that it has otherwise, if it cannot.
  func refusal(of form: AnswerForm) -> Failure?

  /// The answer as records, where it can be had in a form made of them.
  func records(for form: AnswerForm) -> Records?

  /// The answer as a case, where it can be had as one.
  var written: CaseDocument? { get }

  /// The answer as one picture, where it can be had as a graph.
  var diagram: (figure: Figure, caption: Sentence)? { get }

  /// The limit that telling the answer reached, if any.
  var limit: Limit? { get }

  /// The JSON when a limit was reached before there was an answer; nil where that is the format, the
  /// case and the limit, and nothing else.
  static func unanswered(_ limit: Limit, about document: CaseDocument) -> JSONValue?
}

extension Briefing {
  package static var furtherForms: [AnswerForm] { [] }

  package static var paperForms: [AnswerForm] { [] }

  package static var usualForm: AnswerForm { .table }

  /// All forms in which the answer can be had.
  package static var forms: [AnswerForm] { AnswerForm.ofEveryAnswer + furtherForms }

  package func told(for form: AnswerForm) -> (document: Document, limit: Limit?) { (bareDocument(), nil) }

  package func refusal(of form: AnswerForm) -> Failure? { nil }

  package func records(for form: AnswerForm) -> Records? { nil }

  package var written: CaseDocument? { nil }

  package var diagram: (figure: Figure, caption: Sentence)? { nil }

  package var limit: Limit? { nil }

  package static func unanswered(_ limit: Limit, about document: CaseDocument) -> JSONValue? { nil }
}

/// Somebody who does the same for each question: makes a command of it, or an entry of a table.
package protocol BriefingVisitor {
  /// Hears of a question and what is said of its answer.
  mutating func visit<Told: Briefing>(_ briefing: Told.Type)
}

/// Questions in an order.
package protocol BriefingList: Sendable {
  /// Tells the visitor of each.
  static func visit(_ visitor: inout some BriefingVisitor)
}

/// Every question that there is, in the order of help: a new one needs a line here and nothing
/// anywhere else.
package enum AllBriefings: BriefingList {
  package static func visit(_ visitor: inout some BriefingVisitor) {
    visitor.visit(SolveReport.self)
    visitor.visit(ExplainReport.self)
    visitor.visit(PathsReport.self)
    visitor.visit(CoalitionsReport.self)
    visitor.visit(SensitivityReport.self)
    visitor.visit(RequireReport.self)
    visitor.visit(WorldsReport.self)
    visitor.visit(DoubtsReport.self)
    visitor.visit(WordsReport.self)
    visitor.visit(ObserveReport.self)
    visitor.visit(CompareReport.self)
    visitor.visit(HypergameReport.self)
    visitor.visit(ShowReport.self)
    visitor.visit(BriefReport.self)
    visitor.visit(MergeReport.self)
    visitor.visit(CheckReport.self)
  }
}

extension JSONValue {
  /// Writes the value as ``JSONDraft`` does.
  func write(to reader: TextReader) -> Limit? { JSONDraft.value(self).write(to: reader) }
}
