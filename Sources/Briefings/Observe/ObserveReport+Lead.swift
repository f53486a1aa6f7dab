internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What to look for, in a few lines.
extension ObserveReport {
  /// The lead: on how much the readings differ, and the sharpest signs.
  var lead: [Block] {
    var lead = Lead()
    let silent = separation.counts.indices.filter { separation.counts[$0] == 0 }
    if readings.count - silent.count < 2 {
      lead.add("Nothing lasts in all but one of the readings, so no observation tells them apart.")
      return lead.blocks
    }
    let (all, differ) = (separation.matters.count, separation.singles.count)
    if differ == 0 {
      lead.add(
        "\(separation.pairs.isEmpty ? "Nothing that can be seen" : "No single thing that can be seen") tells the readings apart: of \(Prose.count(all, "thing")) they all expect the same."
      )
      return lead.blocks
    }
    lead.add(
      "The readings differ on \(Prose.grouped(differ)) of \(Prose.count(all, "thing")) that can be seen once nobody moves any more."
    )
    lead.goOn("What to look for then:")
    for (sentence, brief) in zip(signs, signs(atMost: 3)).prefix(6) { lead.item(sentence, orShorter: brief) }
    return lead.blocks
  }
}
