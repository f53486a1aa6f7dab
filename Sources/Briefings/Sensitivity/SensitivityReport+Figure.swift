internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension SensitivityReport {
  private typealias Marks = Figure.Marks

  /// The most judgements that the picture shows, and that it shows at first.
  private static let most = (all: 40, first: 8)
  /// The most kinds of edit that it shows at first.
  private static let changesAtFirst = 4

  /// Which edit of which judgement turns the claim; at first only the judgements that do in the
  /// fewest edits, and the kinds of edit that matter there.
  func marks(isShort: Bool) -> (figure: Figure.Marks, caption: Sentence)? {
    var order: [Judgement] = []
    var edits: [Judgement: [Int]] = [:]
    for (index, edit) in answer.edits.enumerated() {
      if edits[edit.judgement] == nil { order.append(edit.judgement) }
      edits[edit.judgement, default: []].append(index)
    }
    let alone = Set(answer.minimalSets.filter { $0.count == 1 }.joined())
    let together = Set(answer.minimalSets.filter { $0.count > 1 }.joined())
    let all = order.filter { edits[$0]!.contains { alone.contains($0) || together.contains($0) } }
    let smallest = Set(answer.minimalSets.filter { $0.count == answer.smallestSize }.joined())
    let nearest = all.filter { edits[$0]!.contains { smallest.contains($0) } }
    let deciding = isShort ? Array(nearest.prefix(Self.most.first)) : all
    if deciding.isEmpty || deciding.count > Self.most.all { return nil }
    var changes = Edit.Change.allCases.filter { change in
      deciding.contains { judgement in
        edits[judgement]!.contains {
          answer.edits[$0].change == change && (!isShort || smallest.contains($0))
        }
      }
    }
    // The first of them are those that are nearest at hand, and fit side by side.
    if isShort { changes = Array(changes.prefix(Self.changesAtFirst)) }
    let names = isShort ? self.names.inShort : self.names
    var rows: [Marks.Row] = []
    var owner: Int?
    // Judgements of which every edit is of a kind that is not shown at first.
    var unseen = 0
    for judgement in deciding.sorted(by: { ($0.actor ?? .max) < ($1.actor ?? .max) }) {
      let signs = changes.map { change -> Marks.Sign in
        let own = edits[judgement]!.filter { answer.edits[$0].change == change }
        if own.isEmpty { return .blank }
        if own.contains(where: { alone.contains($0) }) { return .diamond }
        return own.contains { together.contains($0) } ? .half : .dot
      }
      if signs.allSatisfy({ $0 == .blank }) {
        unseen += 1
        continue
      }
      if rows.isEmpty || owner != judgement.actor {
        owner = judgement.actor
        rows.append(.init(owner.map { names.actor($0) } ?? "Besides"))
      }
      let words = names.brief(of: answer.edits[edits[judgement]![0]])
      rows.append(.init(words.pointing(to: .judgement(judgement.id)), signs))
    }
    let caption =
      isShort
      ? shortCaption(nearest.count, all.count, order.count, unseen: unseen) : caption(all.count, order.count)
    let signs = Set(rows.flatMap { $0.signs })
    let legend: [Marks.Entry] = [
      .init(.diamond, "turns it alone"), .init(.half, "only with another"), .init(.dot, "does not"),
    ].filter { signs.contains($0.sign) }
    let marks = Marks(
      columns: changes.map { Sentence($0.word) }, rows: rows, legend: legend)
    return (marks, caption)
  }

  private func caption(_ deciding: Int, _ all: Int) -> Sentence {
    "Which edit turns the claim, of the \(Prose.count(deciding, "judgement")) that can"
      + (all > deciding
        ? "; of the other \(Prose.grouped(all - deciding)) no edit that was tried does." : ".")
  }

  private func shortCaption(
    _ nearest: Int, _ deciding: Int, _ all: Int, unseen: Int
  ) -> Sentence {
    let size = answer.smallestSize ?? 1
    let how = size == 1 ? "alone" : "in \(Prose.number(size)) changes"
    var words: Sentence =
      "The \(nearest == 1 ? "one judgement" : Prose.count(nearest, "judgement")) of \(Prose.grouped(all)) that \(nearest == 1 ? "turns" : "turn") the claim \(how)"
    if nearest > Self.most.first { words += ", the first \(Self.most.first)" }
    if deciding > nearest {
      words +=
        "; \(Prose.grouped(deciding - nearest)) more \(Prose.verb(deciding - nearest, "does", "do")) only with another"
    }
    if unseen > 0 { words += "; \(Prose.number(unseen)) only by changes not shown here" }
    return words + "."
  }
}

extension Names {
  /// What is edited, in words short enough for a label.
  func brief(of edit: Edit) -> Sentence {
    switch edit.target {
    case .statement(let actor, let index):
      "Wants \(words(subject.statements(of: actor)[index].that, of: actor))"
    case .event, .move: capitalized(judged(edit))
    case .weight: "Weight of \(weight(edit.judgement))"
    case .rule, .requirement: capitalized(rule(edit.judgement))
    case .options(let bits) where edit.judgement.kind == .joint:
      "\(capitalized(Sentence(name(ofOption: bits[0]).printable))), together"
    case .options, .cannot:
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
