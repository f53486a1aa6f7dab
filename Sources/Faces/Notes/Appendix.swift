internal import Documents
internal import Notation

/// The notes of a document in the order in which they are printed, and the place in the
/// text that leads to each.
struct Appendix {
  /// Notes on things of one kind.
  struct Group {
    let kind: Kind
    var entries: [Entry] = []
  }

  /// A note, or the command for a question that has none.
  struct Entry {
    let anchor: String
    let title: Sentence
    let sentences: [Sentence]
    let command: String?
  }

  /// What a phrase may point to.
  enum Kind: CaseIterable {
    case judgement, state, outcome, actor, option, event, concept, question
  }

  private(set) var groups: [Group] = []
  /// Whether the document is meant to be handed out on paper.
  let isOnPaper: Bool
  private var anchors: [Reference: String] = [:]
  private var taken: Set<String> = []

  /// The notes of the document.
  ///
  /// - Parameters:
  ///   - subject: What a command names as the case.
  ///   - carried: What each command is given besides its own arguments.
  ///   - asksQuestions: Whether questions have an entry where no note is about them.
  init(
    _ document: Document, about subject: String, with carried: [Argument] = [], asksQuestions: Bool
  ) {
    isOnPaper = document.paper != nil
    // Who is handed a paper has the case somewhere else, if at all.
    let subject = isOnPaper ? subject.fileName : subject
    let asked = document.asked.map { asked in
      isOnPaper
        ? AskedQuestion(asked.word, about: asked.subjects.map { $0.fileName }, asked.arguments) : asked
    }
    var notes = document.notes
    if asksQuestions {
      var known: Set<Reference> = []
      for note in notes { known.insert(note.reference) }
      for reference in document.allReferences where reference.kind == .question && !known.contains(reference)
      {
        if reference.command(about: subject, with: carried, after: asked) == nil { continue }
        notes.append(Note(about: reference, title: "", sentences: []))
      }
    }
    for kind in Kind.allCases {
      var group = Group(kind: kind)
      for note in notes where note.reference.kind == kind && anchors[note.reference] == nil {
        let anchor = freeAnchor(note.reference.anchor)
        anchors[note.reference] = anchor
        group.entries.append(
          Entry(
            anchor: anchor, title: note.title, sentences: note.sentences,
            command: note.reference.command(about: subject, with: carried, after: asked)))
      }
      if !group.entries.isEmpty { groups.append(group) }
    }
  }

  /// The name of the place where the note on it stands, if there is one.
  func anchor(of reference: Reference?) -> String? {
    guard let reference else { return nil }
    return anchors[reference]
  }

  private mutating func freeAnchor(_ wanted: String) -> String {
    var anchor = wanted
    var count = 2
    while !taken.insert(anchor).inserted {
      anchor = wanted + "-" + String(count)
      count += 1
    }
    return anchor
  }
}

extension Appendix.Kind {
  /// The heading over the notes of this kind.
  var title: String {
    switch self {
    case .judgement: "Judgements"
    case .state: "States"
    case .outcome: "Outcomes"
    case .actor: "Actors"
    case .option: "Options"
    case .event: "Events"
    case .concept: "Solution concepts"
    case .question: "Further questions"
    }
  }
}

extension Document {
  /// What its phrases and those of its notes point to, each once.
  fileprivate var allReferences: [Reference] {
    var text = self
    for note in notes {
      text.blocks.append(.paragraph(note.title))
      text.blocks.append(.lead(note.sentences))
    }
    return text.references
  }
}

extension Reference {
  var kind: Appendix.Kind {
    switch self {
    case .actor: .actor
    case .option: .option
    case .event: .event
    case .outcome: .outcome
    case .concept: .concept
    case .state: .state
    case .judgement, .otherJudgement: .judgement
    case .question, .again, .parameter: .question
    }
  }

  /// A name for its place in a page that can stand in an address as it is.
  fileprivate var anchor: String {
    switch self {
    case .actor(let id): "actor-" + id.inAddress
    case .option(let id): "option-" + id.inAddress
    case .event(let id): "event-" + id.inAddress
    case .outcome(let id): "outcome-" + id.inAddress
    case .concept(let id): "concept-" + id.inAddress
    case .state(let code): "state-" + String(code)
    case .judgement(let id): "judgement-" + id.inAddress
    case .otherJudgement(let id, let number): "judgement-" + id.inAddress + "-of-" + String(number)
    case .question(let word, _): "ask-" + word.inAddress
    case .again: "ask-again"
    case .parameter(let name): "parameter-" + name.inAddress
    }
  }
}

extension String {
  /// The text with a dash for whatever has a meaning in an address.
  fileprivate var inAddress: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".": text.unicodeScalars.append(scalar)
      default: if text.last != "-" { text += "-" }
      }
    }
    return text
  }
}
