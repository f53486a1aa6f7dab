internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Questions

// What the claim rests on, a box for each judgement.
extension SensitivityReport {
  /// The whole case at a glance: which judgements turn the claim, alone or with another, and how firm
  /// each is; nil where there is nothing to edit.
  package func judgementsFigure() -> (figure: Figure.Judgements, caption: Sentence)? {
    guard answer.holds != nil, let figure = JudgementStrip(names, answer).figure else { return nil }
    return (figure, stripCaption(figure))
  }

  private func stripCaption(_ figure: Figure.Judgements) -> Sentence {
    let boxes = figure.rows.flatMap { $0.boxes }
    let alone = boxes.count { $0.effect == .alone }
    let together = boxes.count { $0.effect == .together }
    var words: Sentence =
      "\(title): of \(Prose.count(boxes.count, "judgement")) \(alone == 0 ? "none turns it" : alone == 1 ? "1 turns it" : "\(Prose.grouped(alone)) turn it") alone"
    if together > 0 { words += ", \(Prose.grouped(together))\(alone > 0 ? " more" : "") only with another" }
    let sets = answer.setCounts.enumerated().map { place, count -> Sentence in
      switch place {
      case 0: "\(Prose.count(count, "edit"))"
      case 1: "\(Prose.count(count, "pair"))"
      default: "\(Prose.count(count, "set")) of \(Prose.number(place + 1))"
      }
    }
    if sets.isEmpty { return words + "." }
    let isWhole = answer.limit == nil
    return words + ". Tried: \(isWhole ? "" : "only ")\(Prose.list(sets))\(isWhole ? "" : " so far")."
  }
}

/// The strip on its way.
private struct JudgementStrip {
  typealias Strip = Figure.Judgements

  let names: Names
  let answer: Sensitivity
  let labels: Labels
  private var order: [Judgement] = []
  private var edits: [Judgement: [Int]] = [:]
  private let alone: Set<Int>
  private let together: Set<Int>

  init(_ names: Names, _ answer: Sensitivity) {
    (self.names, self.answer) = (names, answer)
    labels = Labels(names.subject)
    alone = Set(answer.minimalSets.filter { $0.count == 1 }.joined())
    together = Set(answer.minimalSets.filter { $0.count > 1 }.joined())
    for (index, edit) in answer.edits.enumerated() {
      if edits[edit.judgement] == nil { order.append(edit.judgement) }
      edits[edit.judgement, default: []].append(index)
    }
  }

  var figure: Strip? {
    if order.isEmpty { return nil }
    var rows: [Strip.Row] = []
    for actor in names.conflict.actors.indices {
      let own = order.filter { $0.actor == actor }
      if own.isEmpty { continue }
      rows.append(
        .init(
          labels.party(actor, names), statements: boxes(own.filter { $0.kind != .option }),
          options: boxes(own.filter { $0.kind == .option })))
    }
    let others = order.filter { $0.actor == nil }
    if !others.isEmpty {
      rows.append(
        .init(
          nil, title: "Events and rules", statements: boxes(others.filter { $0.kind != .joint }),
          options: boxes(others.filter { $0.kind == .joint })))
    }
    return Strip(rows: rows, isIllustration: true)
  }

  private func boxes(_ judgements: [Judgement]) -> [Strip.Box] {
    judgements.map { judgement in
      let own = edits[judgement] ?? []
      let words = own.first.map { names.brief(of: answer.edits[$0]) } ?? ""
      return Strip.Box(
        Self.label(judgement), Sentence(words.text, to: .judgement(judgement.id)),
        judgement.evidence.firmness, effect(own))
    }
  }

  private func effect(_ edits: [Int]) -> Strip.Effect {
    if edits.contains(where: { alone.contains($0) }) { return .alone }
    if edits.contains(where: { together.contains($0) }) { return .together }
    return edits.contains { answer.effects[$0] == .untried } ? .untried : .nothing
  }

  /// By what a judgement is known in its row.
  private static func label(_ judgement: Judgement) -> String {
    let number = judgement.index + 1
    switch judgement.kind {
    case .statement: return String(number)
    case .option: return letter(judgement.index)
    case .event: return "E\(number)"
    case .rule: return "R\(number)"
    case .joint: return "J\(number)"
    case .weight: return "W\(number)"
    case .move: return "M\(number)"
    default: return "\u{2217}"
    }
  }

  private static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(97 + place))) : "o\(place + 1)"
  }
}
