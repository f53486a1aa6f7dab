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
      if !separation.pairs.isEmpty {
        lead.goOn(
          "\(Prose.capitalized(Prose.count(separation.pairCount, "pair"))) of them do\(separation.pairCount == 1 ? "es" : ""), seen together. \(key)"
        )
        for pair in separation.pairs.prefix(3) { lead.item(sentence(pair)) }
      }
      return lead.blocks
    }
    lead.add(
      "The readings differ on \(Prose.grouped(differ)) of \(Prose.count(all, "thing")) that can be seen once nobody moves any more."
    )
    lead.goOn(key)
    lead.goOn("What to look for then:")
    for (sentence, brief) in zip(signs, signs(atMost: 3)).prefix(6) { lead.item(sentence, orShorter: brief) }
    return lead.blocks
  }

  /// Which reading each letter stands for; empty where they are many.
  private var key: Sentence {
    if readings.count > 4 { return "" }
    let each = readings.indices.map { index -> Sentence in
      let name = title(of: index)
      let file = name.text.split(separator: "/").last.map { Sentence(String($0)) } ?? name
      return "\(letter(index)) is \(file.text == name.text ? name : file)"
    }
    return "Reading \(Prose.list(each))."
  }
}
