package import Questions
package import ConflictModel
internal import CaseFile
package import Documents
internal import Notation
internal import Stability

/// Which observations would tell readings apart, for people and for programs.
package struct ObserveReport: Documented {
  /// The readings compared, at least two.
  package let readings: [Reading]
  /// How they differ.
  package let separation: Separation

  let names: Names

  /// A report on readings and what would tell them apart.
  package init(readings: [Reading], separation: Separation) {
    self.readings = readings
    self.separation = separation
    names = Names(readings[0].subject, states: nil)
  }

  /// The most observations of each kind told in text.
  private static let itemLimit = (singles: 16, pairs: 8)

  /// A letter for each reading, and numbers after them.
  func letter(_ reading: Int) -> String {
    reading < 26 ? String(UnicodeScalar(UInt8(65 + reading))) : "R\(reading + 1)"
  }

  private func letters(_ readings: [Int]) -> Sentence { Prose.list(readings.map { Sentence(letter($0)) }) }

  /// What a reading is called: by its file, or by what it is made of.
  func title(of reading: Int) -> Sentence {
    let name = readings[reading].name
    let choices = Assignment.list(in: name) ?? []
    let words = choices.compactMap { names.words($0) }
    return words.isEmpty || words.count < choices.count ? Sentence(name.printable) : Prose.list(words)
  }

  /// `reading A`, `readings A and B`.
  private func named(_ readings: [Int]) -> Sentence {
    "\(readings.count == 1 ? "reading" : "readings") \(letters(readings))"
  }
}

extension ObserveReport {
  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The report for people: the readings, where they differ, and what to look for.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title("What would tell the readings apart")
    builder.about(readings.map { $0.subject.title })
    builder.add(lead, seeing: names.further([.explain, .solve, .sensitivity]))
    addReadings(to: &builder)
    for reading in readings {
      for note in reading.subject.dayNotes { builder.paragraph("\(reading.name.printable): \(note)") }
    }
    if let limit = separation.limit {
      builder.pause()
      builder.paragraph(
        "\(Sentence("Not finished:", .caution)) \(limit.words). What follows was found by then.")
    }
    if !separation.singles.isEmpty {
      builder.heading("Where they differ")
      builder.remark(
        "(implied: it holds in everything that lasts there; permitted: in some of it; excluded: in none.)")
      builder.table(grid)
    }
    builder.more("What was compared") { inner in
      for sentence in extent { inner.paragraph(sentence) }
    }
    builder.more("What to look for") { addSigns(to: &$0) }
    return builder.document
  }

  private func addSigns(to builder: inout DocumentBuilder) {
    let told = signs
    if !told.isEmpty { builder.heading("What to look for") }
    for sentence in told.prefix(Self.itemLimit.singles) { builder.item(sentence) }
    addLeftOut(told.count - Self.itemLimit.singles, to: &builder)
    if !separation.pairs.isEmpty {
      builder.heading("Seen together")
      builder.remark(
        "Each of these rules out more than its two parts do when they are seen alone.")
      for pair in separation.pairs.prefix(Self.itemLimit.pairs) { builder.item(sentence(pair)) }
      addLeftOut(separation.pairCount - Self.itemLimit.pairs, to: &builder)
    }
  }

  private func addLeftOut(_ count: Int, to builder: inout DocumentBuilder) {
    if count > 0 {
      builder.remark("\(Prose.grouped(count)) more left out; \(Sentence.inJSON) lists them.")
    }
  }

  private func addReadings(to builder: inout DocumentBuilder) {
    let concept = separation.concept.word
    var list = Table(
      .list(wide: 1), head: ["", "reading", concept == "seq" ? "could last" : "lasts under \(concept)"])
    for index in readings.indices {
      let count = separation.counts[index]
      list.add([
        "\(letter(index))", title(of: index),
        count == 0 ? "nothing" : "\(Prose.count(count, "state"))",
      ])
    }
    builder.table(list)
  }

  /// What was compared and what could not be.
  private var extent: [Sentence] {
    var sentences: [Sentence] = []
    let silent = separation.counts.indices.filter { separation.counts[$0] == 0 }
    if !silent.isEmpty {
      sentences.append(
        "Nothing lasts in \(named(silent)), so \(silent.count == 1 ? "it expects" : "they expect") nothing, and no observation speaks for or against \(silent.count == 1 ? "it" : "them")."
      )
    }
    if readings.count - silent.count < 2 {
      return sentences + ["There are no two readings left to tell apart."]
    }
    let (all, differ) = (separation.matters.count, separation.singles.count)
    if differ == 0 {
      let tail =
        separation.pairs.isEmpty
        ? "No observation of this kind tells them apart." : "Only together do some of them tell more."
      sentences.append(
        all == 0
          ? "The readings have no option, outcome or state in common, so nothing can be compared."
          : "Of \(Prose.count(all, "thing")) that can be seen (what is taken, and named outcomes), every reading says the same. \(tail)"
      )
    } else {
      sentences.append(
        "Of \(Prose.count(all, "thing")) that can be seen (what is taken, and named outcomes), the readings differ on \(Prose.grouped(differ))."
      )
    }
    if !separation.reworded.isEmpty {
      sentences.append(
        "Left out, since the readings do not mean the same by \(separation.reworded.count == 1 ? "it" : "them"): \(Prose.list(separation.reworded))."
      )
    }
    if !separation.notShared.isEmpty {
      sentences.append(
        "Left out, since not every reading knows \(separation.notShared.count == 1 ? "it" : "them"): \(Prose.list(separation.notShared.map { $0.id }, atMost: 12))."
      )
    }
    return sentences
  }

  // MARK: The table

  private var grid: Table {
    var grid = Table(.grid, head: [""] + readings.indices.map { Sentence(letter($0)) })
    for group in names.groups {
      let own = Set(group.rows.flatMap { $0.options.map { names.conflict.options[$0].id } + [$0.id] })
      let rows = separation.singles.filter { observation in
        guard let id = observation.parts[0].matter.rowID else { return false }
        return own.contains(id)
          && !(group.rows.contains { $0.isJoint } && observation.parts[0].matter.isOption)
      }
      add(rows, under: names.title(of: group), to: &grid)
    }
    let halves = separation.singles.filter { observation in
      guard case .option(let id) = observation.parts[0].matter else { return false }
      return names.groups.flatMap { $0.rows }.contains { row in
        row.isJoint && row.options.contains { names.conflict.options[$0].id == id }
      }
    }
    add(halves, under: "One side of a joint option", to: &grid)
    add(separation.singles.filter { $0.parts[0].matter.isState }, under: "States", to: &grid)
    add(separation.singles.filter { $0.parts[0].matter.isOutcome }, under: "Outcomes", to: &grid)
    return grid
  }

  private func add(_ observations: [Observation], under title: Sentence, to grid: inout Table) {
    if observations.isEmpty { return }
    grid.rows.append(.heading(title))
    for observation in observations {
      grid.add(
        [names.label(observation.parts[0].matter)] + observation.expectations.map { "\($0?.rawValue ?? "")" })
    }
  }

  // MARK: Sentences

  /// What each matter would tell, seen and not seen; those that tell the same
  /// about the same readings together.
  var signs: [Sentence] { signs() }

  /// The same with so many of the matters that tell the same.
  func signs(atMost most: Int = .max) -> [Sentence] {
    var order: [[Modality?]] = []
    var groups: [[Modality?]: [Observation]] = [:]
    for observation in separation.singles {
      if groups[observation.expectations] == nil { order.append(observation.expectations) }
      groups[observation.expectations, default: []].append(observation)
    }
    return order.compactMap { groups[$0] }.map { sentence($0, most) }
  }

  private func sentence(_ alike: [Observation], _ most: Int) -> Sentence {
    let (seen, missed) = (alike[0].ruledOut, alike[0].ruledOutUnlessSeen)
    let matters = alike.map { $0.parts[0].matter }
    var clauses: [Sentence] = []
    if !seen.isEmpty { clauses.append(clause(matters, true, seen, most)) }
    if !missed.isEmpty { clauses.append(clause(matters, false, missed, most)) }
    return clauses.joined(separator: " ")
  }

  /// What is out when any of the matters is seen to hold, or not to.
  private func clause(_ matters: [Matter], _ holds: Bool, _ out: [Int], _ most: Int) -> Sentence {
    var words = matters.map { names.words($0, holds) }
    if words.count > most { words[most...] = ["\(Prose.grouped(words.count - most)) more"] }
    let verdict: Sentence = "\(named(out)) \(out.count == 1 ? "is" : "are") out"
    if words.count > 3 {
      return
        "\(names.capitalized(verdict)) if any of these is seen: \(words.joined(separator: "; ")).\(left(by: out))"
    }
    return "If \(Prose.list(words, "or")), \(verdict).\(left(by: out))"
  }

  /// The one reading that is left, when there is but one.
  private func left(by out: [Int]) -> Sentence {
    let left = readings.indices.filter { !out.contains($0) }
    return left.count == 1 && readings.count > 2 ? " Only \(named(left)) is left." : ""
  }

  /// What a pair of things seen together rules out.
  func sentence(_ pair: Observation) -> Sentence {
    let words = pair.parts.map { names.words($0.matter, $0.holds) }
    let out = pair.ruledOut
    return "If \(Prose.list(words)), \(named(out)) \(out.count == 1 ? "is" : "are") out.\(left(by: out))"
  }
}

extension ObserveReport: Briefing {
  package typealias Asked = ObserveQuestion

  package init(_ answer: ObserveQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, separation: answer.separation)
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
