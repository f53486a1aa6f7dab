internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Questions
internal import Stability

extension BriefReport {
  /// The briefing: the answer first, then how it would come about, on what it rests, and what it does
  /// not say.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title(names.title)
    builder.about(headed: "Briefing")
    if let limit = answer.limit {
      builder.paragraph(
        "\(Sentence("Not finished:", .caution)) \(limit.words). What follows was found by then.")
    }
    builder.add(solve.lead(answer.ledger, after: claimed))
    addQuestion(to: &builder)
    addOutcomes(to: &builder)
    addUpsets(to: &builder)
    addPivots(to: &builder)
    addChanges(to: &builder)
    addSigns(to: &builder)
    let cited = Document(title: "", blocks: builder.blocks.withoutFigures).references
    addSources(citedBy: cited, to: &builder)
    addMethod(to: &builder)
    addLimits(to: &builder)
    var document = builder.document
    document.paper = answer.paper == .letter ? .letter : .a4
    return document
  }

  // MARK: The question

  /// What was claimed and whether it is so, to begin with; empty where nobody claimed anything, and
  /// where that is what becomes of the present, with which every briefing begins.
  var claimed: Sentence {
    guard answer.isClaimed, let sensitivity, let holds = sensitivity.answer.holds else { return "" }
    if case .lasts(let state) = sensitivity.answer.claim.content, names.isPresent(state),
      sensitivity.answer.claim.concept == concept
    {
      return ""
    }
    let claim = sensitivity.claim(holds) + sensitivity.firmness(holds)
    if sensitivity.answer.claim.concept == concept { return claim }
    return "\(claim) What follows is told under \(concept.word), in which \(concept.brief)."
  }

  private func addQuestion(to builder: inout DocumentBuilder) {
    builder.heading("The question")
    let summary = Self.beginning(of: subject.document.summary ?? "")
    var sentences: [Sentence] = summary.isEmpty ? [] : [Sentence(summary)]
    sentences.append(question)
    if let date = subject.document.asOf { sentences.append("Judgements as of \(date.printable).") }
    if !conflict.events.isEmpty { sentences.append(given) }
    sentences += subject.dayNotes
    builder.paragraph(sentences.joined(separator: " "))
  }

  private var question: Sentence {
    if answer.isClaimed, let claim = answer.claim, !claimed.isEmpty {
      let words = names.words(claim, true) ?? Prose.quoted(claim.words)
      return "Asked whether this is so, and on which judgements it rests: \(words)."
    }
    let presents = answer.solved.statusQuos
    guard let state = presents.first else {
      let asked: Sentence = "Asked: what could last once everybody acts on what it wants?"
      guard let claim = answer.claim, case .some = claim.content, let first = subject.outcomes.indices.first
      else { return asked }
      return
        "\(asked) The case names no present, so what is tested below is whether \(names.outcome(first)), the first outcome that it names, is among it."
    }
    if presents.count > 1 {
      return
        "\(names.openPresent) Asked: does it last \(presents.count == 2 ? "either way" : "whichever it is"); who would end it; and what could last instead?"
    }
    let present = names.title(of: state).map { ", \($0)," } ?? ""
    return "Asked: does the present\(present) last; who would end it; and what could last instead?"
  }

  /// What is taken as given, in names.
  private var given: Sentence {
    let events: [Sentence] = conflict.events.map { event in
      "\(Prose.quoted(event.name, to: .event(event.id))) \(event.holds ? "holds" : "does not hold")"
    }
    return "Taken as given: \(events.joined(separator: "; "))."
  }

  /// So much of a text is told.
  private static let summaryLength = 320

  /// The first sentences of a text, as many as there is room for.
  static func beginning(of text: String) -> String {
    let words = text.split { $0 == " " || $0.isNewline }.map(String.init)
    var (told, pending) = ("", "")
    for word in words {
      pending += (told.isEmpty && pending.isEmpty ? "" : " ") + word
      if told.count + pending.count > summaryLength { break }
      if word.hasSuffix(".") || word.hasSuffix("!") || word.hasSuffix("?") {
        told += pending
        pending = ""
      }
    }
    if told.isEmpty { return pending.isEmpty ? "" : pending.printable + " …" }
    return told.printable
  }
}

extension [Block] {
  /// The blocks but for pictures, which point to everything that they show.
  fileprivate var withoutFigures: [Block] {
    compactMap { block in
      switch block {
      case .figure: nil
      case .section(let title, let blocks): .section(title: title, blocks.withoutFigures)
      default: block
      }
    }
  }
}
