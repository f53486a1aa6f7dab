public import Analyses
internal import CaseFile

/// What became of a merge of two cases, for people.
public struct MergeReport: Sendable {
  private let merge: Merge
  private let first: String
  private let second: String

  /// A report on a merge of the cases called `first` and `second`.
  public init(_ merge: Merge, first: String, second: String) {
    self.merge = merge
    self.first = first
    self.second = second
  }

  /// What was taken over, and each dispute with what both say.
  public func text(_ style: Style = Style()) -> String {
    var builder = TextBuilder(style)
    if merge.isDisputed {
      let count = merge.disputes.count + merge.disputedSources.count
      builder.paragraph(
        style.warning("\(Prose.count(count, "dispute")):")
          + " the case written says what \(first.printable) says.")
      for dispute in merge.disputes { builder.item(words(dispute)) }
      for source in merge.disputedSources {
        builder.item("The source \(source.printable) is described differently.")
      }
    } else {
      builder.paragraph(style.good("They agree:") + " nothing is disputed.")
    }
    if !merge.taken.isEmpty {
      let taken = merge.taken.map {
        "\($0.key.kind.rawValue) \(Prose.quoted(($0.after ?? $0.before)?.text ?? $0.key.id))"
      }
      builder.paragraph("Taken over from \(second.printable): \(Prose.list(taken, atMost: 12)).")
    }
    return builder.text
  }

  private func words(_ dispute: Difference) -> String {
    let owner = dispute.key.actor.map { "\($0.printable), " } ?? ""
    let kind = dispute.key.kind == .statusQuo ? "status quo" : dispute.key.kind.rawValue
    return
      "\(owner)\(kind): \(said(dispute.before, dispute, first)); \(said(dispute.after, dispute, second))."
  }

  private func said(_ wording: Difference.Wording?, _ dispute: Difference, _ file: String) -> String {
    guard let wording else { return "\(file.printable) has none" }
    let place =
      wording.place.isKnown ? "\(wording.place.file.printable):\(wording.place.line)" : file.printable
    let order = dispute.change == .moved ? " in place \((wording.index ?? 0) + 1)" : ""
    return "\(place) has \(Prose.quoted(wording.text))\(order)"
  }
}

extension MergeReport {
  /// The `entente.merge` document, as Documentation/JSON.md describes it.
  public func json() -> JSONValue {
    [
      "format": "entente.merge", "version": 1, "first": .string(first), "second": .string(second),
      "disputes": .array(merge.disputes.map(json)), "disputedSources": JSONValue(merge.disputedSources),
      "taken": .array(merge.taken.map(json)), "document": .string(merge.document.printed()),
    ]
  }

  private func json(_ difference: Difference) -> JSONValue {
    [
      "kind": .string(difference.key.kind.rawValue), "actor": JSONValue(difference.key.actor),
      "id": .string(difference.key.id), "change": .string(difference.change.rawValue),
      "first": JSONValue(difference.before?.text), "second": JSONValue(difference.after?.text),
    ]
  }
}
