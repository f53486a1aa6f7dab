internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension SensitivityReport {
  private typealias Marks = Figure.Marks

  /// The most judgements that the picture shows.
  private static let most = 40

  /// Which edit of which judgement turns the claim.
  func addFigure(to builder: inout DocumentBuilder) {
    var order: [Judgement] = []
    var edits: [Judgement: [Int]] = [:]
    for (index, edit) in answer.edits.enumerated() {
      if edits[edit.judgement] == nil { order.append(edit.judgement) }
      edits[edit.judgement, default: []].append(index)
    }
    let alone = Set(answer.minimalSets.filter { $0.count == 1 }.joined())
    let together = Set(answer.minimalSets.filter { $0.count > 1 }.joined())
    let deciding = order.filter { edits[$0]!.contains { alone.contains($0) || together.contains($0) } }
    if deciding.isEmpty || deciding.count > Self.most { return }
    let changes = Edit.Change.allCases.filter { change in
      deciding.contains { edits[$0]!.contains { answer.edits[$0].change == change } }
    }
    var rows: [Marks.Row] = []
    var owner: Int?
    for judgement in deciding.sorted(by: { ($0.actor ?? .max) < ($1.actor ?? .max) }) {
      if rows.isEmpty || owner != judgement.actor {
        owner = judgement.actor
        rows.append(.init(owner.map { names.actor($0) } ?? "Besides"))
      }
      let signs = changes.map { change -> Marks.Sign in
        let own = edits[judgement]!.filter { answer.edits[$0].change == change }
        if own.isEmpty { return .blank }
        if own.contains(where: { alone.contains($0) }) { return .diamond }
        return own.contains { together.contains($0) } ? .half : .dot
      }
      let words = names.brief(of: answer.edits[edits[judgement]![0]])
      rows.append(.init(words.pointing(to: .judgement(judgement.id)), signs))
    }
    let rest = order.count - deciding.count
    let caption: Sentence =
      "Which edit turns the claim, of the \(Prose.count(deciding.count, "judgement")) that can"
      + (rest > 0 ? "; of the other \(Prose.grouped(rest)) no edit that was tried does." : ".")
    let legend: [Marks.Entry] =
      [.init(.diamond, "turns it alone")]
      + (together.isEmpty ? [] : [.init(.half, "only with another")]) + [.init(.dot, "does not")]
    let marks = Marks(
      columns: changes.map { Sentence($0.word) }, rows: rows, legend: legend)
    builder.figure(.marks(marks), caption: caption)
  }
}

extension Names {
  /// What is edited, in words short enough for a label.
  fileprivate func brief(of edit: Edit) -> Sentence {
    switch edit.target {
    case .statement: "\(brief(edit)): \(edit.judgement.text.printable)"
    case .event, .options, .rule, .requirement, .cannot, .move, .weight:
      Prose.capitalized(Sentence(edit.judgement.text.printable))
    case .tier, .ranking: "the ranking of the states"
    }
  }
}

extension Edit.Change {
  /// The edit as the head of a column.
  fileprivate var word: String {
    switch self {
    case .dropped: "left out"
    case .negated: "turned round"
    case .first: "put first"
    case .last: "put last"
    case .swapped: "swapped"
    case .flipped: "the other way"
    case .takeOnly: "only taken"
    case .dropOnly: "only dropped"
    case .bothWays: "both ways"
    case .removed: "not there"
    }
  }
}
