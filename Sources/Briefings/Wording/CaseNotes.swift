internal import ConflictModel
internal import Documents
internal import Notation

/// What is known of the things of several cases that one document is about: of what they
/// have in common once, of the rest whose it is.
struct CaseNotes {
  /// What each of the cases is called, and what there is to be known of it; nil where it is not known
  /// what it means.
  private let cases: [(name: String, notebook: Notebook?)]

  init(_ cases: [(name: String, names: Names?)]) {
    self.cases = cases.map { (name: $0.name.printable, notebook: $0.names.map { Notebook($0) }) }
  }

  /// A note on each of the references that a case knows, and on what these notes point to in turn.
  func notes(on references: [Reference]) -> [Note] {
    var notes: [Note] = []
    var seen = Set(references)
    // Those of the first case, and of all, before those of others.
    for isOther in [false, true] {
      var open = references.filter { $0.isOfOther == isOther }
      while !open.isEmpty {
        let found = open.compactMap { note(on: $0) }
        notes += found
        open = Document(title: "", blocks: found.map { .lead([$0.title] + $0.sentences) }).references
          .filter { seen.insert($0).inserted }
      }
    }
    return notes
  }

  private func note(on reference: Reference) -> Note? {
    switch reference {
    case .otherJudgement(let id, let number):
      guard cases.indices.contains(number - 1), var note = note(on: .judgement(id), in: number - 1) else {
        return nil
      }
      note.reference = reference
      note.title += " (\(cases[number - 1].name))"
      return note
    case .actor, .option, .event, .outcome, .state: return sharedNote(on: reference)
    case .judgement, .concept, .question, .again, .parameter:
      for index in cases.indices { if let note = note(on: reference, in: index) { return note } }
      return nil
    }
  }

  /// What one of the cases knows; what it points to are judgements of its own.
  private func note(on reference: Reference, in index: Int) -> Note? {
    guard var note = cases[index].notebook?.note(on: reference) else { return nil }
    if index > 0 { note.sentences = note.sentences.map { $0.pointing(intoCase: index + 1) } }
    return note
  }

  /// What the cases know of a thing, and which of them where that is not all of them alike.
  private func sharedNote(on reference: Reference) -> Note? {
    var groups: [(cases: [Int], note: Note)] = []
    for index in cases.indices {
      guard let note = note(on: reference, in: index) else { continue }
      if let place = groups.firstIndex(where: { $0.note.says(thatOf: note) }) {
        groups[place].cases.append(index)
      } else {
        groups.append((cases: [index], note: note))
      }
    }
    guard var note = groups.first?.note else { return nil }
    if groups.count == 1, groups[0].cases.count == cases.count { return note }
    note.sentences = groups.flatMap { group in
      let owners = Prose.list(group.cases.map { cases[$0].name })
      let called =
        group.note.title.text == note.title.text ? "" : ", as \(Prose.quoted(group.note.title.text).text)"
      return ["In \(owners)\(called): \(group.note.sentences.first ?? "")"] + group.note.sentences.dropFirst()
    }
    return note
  }
}

extension Reference {
  /// Whether it points into another case than the first.
  fileprivate var isOfOther: Bool { if case .otherJudgement = self { true } else { false } }
}

extension Note {
  /// Whether another says the same in the same words.
  fileprivate func says(thatOf other: Note) -> Bool {
    title.text == other.title.text && sentences.map { $0.text } == other.sentences.map { $0.text }
  }
}

extension Sentence {
  /// The same words; those that pointed to a judgement point to that of the case of this number.
  fileprivate func pointing(intoCase number: Int) -> Sentence {
    var result = Sentence()
    for var phrase in phrases {
      if case .judgement(let id) = phrase.reference { phrase.reference = .otherJudgement(id, of: number) }
      result.append(phrase)
    }
    return result
  }
}
