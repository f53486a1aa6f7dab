internal import Questions
internal import CaseFile
package import ConflictModel
package import Documents
internal import Notation
internal import Stability

extension SolveReport {
  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The report for people: the answer in a few lines, what is taken where it lasts, and on request
  /// the status quo's fate, what always holds, the equilibria as a table, findings, cautions and
  /// the ledger of assumptions.
  package func bareDocument() -> Document { told(for: .table).document }

  /// The same, and why parts of it were left out, if any were: what was found out is
  /// told for as long as the control lets it.
  package func told(for form: AnswerForm) -> (document: Document, limit: Limit?) {
    let meter = TableMeter(options.tables, for: form, names)
    let ledger = hasReasons ? ledgerOfDocument ?? Ledger(solved, control: options.control) : nil
    let lead = lead(ledger)
    var body = DocumentBuilder()
    var leftOut: [String] = []
    var limit = options.control.shouldStop()
    for part in parts(ledger, meter) {
      var longer = body
      if limit == nil || part.isBrief {
        if part.isMore {
          longer.more(Sentence(Prose.capitalized(part.title)), part.add)
        } else {
          part.add(&longer)
        }
      }
      limit = limit ?? meter.limit ?? options.control.shouldStop()
      // A part that was under way may lack something, and is not told.
      if limit == nil || part.isBrief { body = longer } else { leftOut.append(part.title) }
    }
    var builder = DocumentBuilder()
    builder.title(names.title)
    builder.about([], headed: "What can last")
    if leftOut.isEmpty { limit = nil }
    addLimit(to: &builder, limit, leavingOut: leftOut)
    if limit != nil { builder.pause() }
    builder.add(
      lead, seeing: options.isOnPaper ? "" : names.further([.explain, .sensitivity], isBrief: true))
    if let chosen = chosenSentence {
      builder.paragraph(chosen)
      builder.pause()
    }
    builder.add(body.blocks)
    return (builder.document, limit)
  }

  /// In how many of the states that last, and of all, the condition holds that was asked for.
  private var chosenSentence: Sentence? {
    guard let filter = options.filter, let words = options.filterText, let sense, solution.hasAllStates
    else { return nil }
    let (members, lasting) = (solution.states(where: filter), solution.equilibria(sense))
    let both = members.intersection(lasting).count
    let some: Sentence =
      both == 0
      ? "none that could last" : "\(Prose.share(both, of: lasting.count, "situation")) that could last"
    return
      "\(names.capitalized(names.asked(words))) holds in \(some), and in \(Prose.share(members.count, of: solution.states.count, "situation")) in all. What could last is told of all."
  }

  /// A part of the report.
  private struct Part {
    /// What it is about.
    var title: String
    /// Whether it takes no time.
    var isBrief = false
    /// Whether it is told on request.
    var isMore = true
    var add: (inout DocumentBuilder) -> Void
  }

  /// The parts that there are in this case, in order; long tables keep to the meter.
  private func parts(_ ledger: Ledger?, _ meter: TableMeter) -> [Part] {
    let isListing = options.sortActor != nil || options.limit != nil || options.drawn != nil
    var parts = [
      Part(title: "what becomes of each present", isBrief: !names.hasManyPresents, isMore: false) {
        addFates(to: &$0)
      },
      Part(title: "what lasts by what some options are", isBrief: options.projection == nil, isMore: false) {
        addProjection(to: &$0, meter)
      },
      Part(title: "what is taken in what lasts", isMore: options.projection != nil) { addOutcomes(to: &$0) },
      Part(title: "what lasting means here", isBrief: true, isMore: false) { addSenses(to: &$0) },
      Part(title: "the setting", isBrief: true, isMore: false) { addSetting(to: &$0) },
      Part(title: "what was verified", isBrief: true, isMore: false) { builder in
        if let sample = options.sample { builder.paragraph(Sentence(sample.sentence)) }
      },
      Part(title: "what becomes of the status quo", isBrief: subject.statusQuo == nil) {
        addStatusQuo(to: &$0)
      },
    ]
    if !solution.concepts.isEmpty {
      parts += [
        Part(title: "in which sense states last", isBrief: true) { addConcepts(to: &$0) },
        Part(title: "what holds where nobody leaves") { addHoldings(to: &$0) },
        Part(title: "the states that last", isMore: !isListing) { addTable(to: &$0, meter) },
        Part(title: "findings") { addSection("Findings", findings, to: &$0) },
        Part(title: "words and deeds", isBrief: subject.declarations.isEmpty) {
          addSection("Words and deeds", declarations, to: &$0)
        },
        Part(title: "cautions") { addSection("Cautions", cautions, to: &$0) },
        Part(title: "what the answer assumes") { builder in
          if let ledger { addLedger(ledger, to: &builder) }
        },
      ]
    } else if !leftOutSentences.isEmpty {
      parts.append(
        Part(title: "", isBrief: true, isMore: false) { builder in
          builder.pause()
          for sentence in leftOutSentences { builder.paragraph(sentence) }
        })
    }
    return parts + [
      Part(title: "size and work", isBrief: true) { addWork(to: &$0) },
      Part(
        title: "what was asked for besides", isBrief: !options.allStates && options.with.isEmpty,
        isMore: false
      ) { addExtras(to: &$0, meter) },
    ]
  }

  // MARK: Header

  /// What is taken as given.
  private func addSetting(to builder: inout DocumentBuilder) {
    var sentences: [Sentence] = []
    if let date = subject.document.asOf { sentences.append("Judgements as of \(date.printable).") }
    let isLong = eventsSentence(isBrief: false).text.displayWidth > Self.longEvents
    if !conflict.events.isEmpty { sentences.append(eventsSentence(isBrief: isLong)) }
    sentences += subject.dayNotes
    if !subject.profiles.isEmpty {
      let chosen = subject.profiles.sorted { $0.key < $1.key }.compactMap {
        names.words(Assignment(name: $0.key, value: $0.value))
      }
      sentences.append("Taken as: \(Prose.list(chosen)).")
    }
    if sentences.isEmpty { return }
    builder.paragraph(sentences.joined(separator: " "))
    if isLong { builder.more("What is given") { $0.paragraph(eventsSentence(isBrief: false)) } }
  }

  /// Of events whose names take more columns the first screen has the ids.
  private static let longEvents = 160

  /// How large the case is, and how the answer was found.
  private func addWork(to builder: inout DocumentBuilder) {
    builder.heading("Size and work")
    builder.remark(([sizeSentence] + engineSentences).joined(separator: " "))
  }

  private var sizeSentence: Sentence {
    let actors = Prose.count(conflict.actors.count, "actor")
    guard case .options = conflict.form else {
      return "\(actors), \(Prose.count(solution.states.count, "state"))."
    }
    let rows = names.groups.reduce(0) { $0 + $1.rows.count }
    let possible: UInt64 = 1 << UInt64(conflict.options.count)
    var text: Sentence = "\(actors), \(Prose.count(rows, "option")), \(Prose.grouped(possible)) possible "
    text += possible == 1 ? "state" : "states"
    if solution.hasAllStates { text += ", \(Prose.grouped(solution.states.count)) of them feasible" }
    return text + "."
  }

  /// The events above the states, with what was changed for this run; in brief by their ids alone.
  private func eventsSentence(isBrief: Bool) -> Sentence {
    let events: [Sentence] = conflict.events.map { event in
      let value = event.holds ? "yes" : "no"
      let isGiven = subject.given[event.id] != nil
      let isAlone = isBrief || event.name == event.id
      let name = isAlone ? event.id : "\(event.id) (\(event.name.printable))"
      return "\(Sentence(name, to: .event(event.id))) = \(value)\(isGiven ? ", as asked" : "")"
    }
    return "Given: \(events.joined(separator: "; "))."
  }

  // MARK: The status quo

  private func addStatusQuo(to builder: inout DocumentBuilder) {
    guard let statusQuo = subject.statusQuo else {
      return
    }
    builder.heading("The status quo")
    let isSure = statusQuo.completions.count < 2
    if !isSure {
      builder.paragraph(
        "The case leaves open which of \(Prose.count(statusQuo.completions.count, "state")) it is; here is the fate of each."
      )
    }
    let shown = statusQuo.completions.isEmpty ? [statusQuo.state] : Array(statusQuo.completions.prefix(8))
    for state in shown {
      let fate = fate(of: state)
      let words: Sentence = "\(description(of: state)) \(fate.verdict)"
      let addReasons = { (builder: inout DocumentBuilder) in
        for reason in fate.reasons { builder.item(reason) }
      }
      if isSure {
        builder.paragraph(words)
        addReasons(&builder)
      } else {
        builder.item(words, mark: .star, addReasons)
      }
    }
    addDepartures(from: shown, to: &builder)
    if shown.count < statusQuo.completions.count {
      builder.paragraph(
        "\(Prose.count(statusQuo.completions.count - shown.count, "further state")) not shown.")
    }
  }

  /// A state with what is taken in it, in one or two sentences.
  func description(of state: State) -> Sentence {
    let name = names.capitalized(names.full(state))
    return names.isGraph ? "\(name)." : "\(name). \(names.capitalized(names.content(of: state)))."
  }

  // MARK: Concepts

  private func addConcepts(to builder: inout DocumentBuilder) {
    builder.heading("In which sense a state can last")
    var list = Table(head: ["", "states", ""])
    for concept in strongestFirst {
      let count = solution.equilibria(concept).count
      list.add([
        concept.word, count == 0 ? "none" : "\(Prose.grouped(count))",
        Sentence(concept.gloss(beside: strongestFirst), to: .concept(concept.rawValue)),
      ])
    }
    builder.table(list)
    for sentence in leftOutSentences { builder.remark(sentence) }
  }

  /// Which concepts were asked for and are not decided, though no limit was reached.
  var leftOutSentences: [Sentence] {
    var sentences: [Sentence] = []
    if !solution.notDefined.isEmpty {
      sentences.append(
        "Not defined where states are listed instead of made of options: \(solution.notDefined.words).")
    }
    if !solution.passedOver.isEmpty {
      if !solution.isListed {
        sentences.append(solution.passedOver.sentencePassingOver)
        return sentences
      }
      let ids = solution.passedOver.map { $0.rawValue }.joined(separator: ",")
      sentences.append(
        "Passed over: \(solution.passedOver.words). Above \(Prose.grouped(Self.simLimit)) states it is decided only when asked for by name: \(Sentence(ids, to: .again([Argument("concepts", ids)])))."
      )
    }
    return sentences
  }

  private func addSection(_ title: Sentence, _ sentences: [Sentence], to builder: inout DocumentBuilder) {
    if sentences.isEmpty { return }
    builder.heading(title)
    for sentence in sentences { builder.item(sentence) }
  }
}
