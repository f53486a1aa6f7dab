internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// What the case itself leaves open, and was taken as written.
extension BriefReport {
  /// The most things in doubt, and the most hedged ones, that are told of.
  private static let (mostOpen, mostHedged) = (BriefQuestion.Answer.doubtCount, 3)

  func addDoubts(to builder: inout DocumentBuilder) {
    var items = openPresent.isEmpty ? [] : [openPresent]
    let doubts = answer.doubts
    items += doubts.map { words($0) }
    if !items.isEmpty {
      builder.paragraph("Left open in the case, and taken here as written:")
      for item in items.prefix(Self.mostOpen) { builder.item(item) }
      if items.count > Self.mostOpen {
        builder.item("and \(Prose.number(items.count - Self.mostOpen)) more.")
      }
    }
    if !hedged(besides: doubts).isEmpty { builder.paragraph(hedged(besides: doubts)) }
  }

  /// Which situation the present is, and whether that makes a difference to whether it lasts.
  private var openPresent: Sentence {
    let presents = answer.solved.statusQuos
    if presents.count < 2 { return "" }
    let lasting = zip(presents, now.leaving).filter { $0.1?.isEmpty == true }.map { $0.0 }
    return "\(names.openPresent) \(names.lasting(lasting))."
  }

  /// What is in doubt about somebody's wishes.
  private func words(_ doubt: Doubt) -> Sentence {
    let actor = doubt.actor
    switch doubt.content {
    case .absence(let index):
      let effect = effect(ofLeavingOut: index, of: actor)
      let text = subject.statements(of: actor)[index]
      let source = Sentence(
        text.because.citation(hedge: text.hedge), to: names.reference(toStatement: index, of: actor))
      return "Whether \(names.wishAlone(index, of: actor)) counts at all (\(source))\(effect)."
    case .order(let statements, _):
      let wishes = statements.map { names.wanted($0, of: actor) }
      return "Which of these \(names.actor(actor)) wants more: \(Prose.list(wishes, atMost: 3, "or"))."
    case .pairs(let pairs, let settled):
      let open = pairs.filter { !settled.contains($0) }
      guard let pair = open.first else {
        return "What \(names.actor(actor)) likes better of situations that its ranking settles all the same."
      }
      let more: Sentence = open.count == 1 ? "" : ", and so of \(Prose.count(open.count - 1, "further pair"))"
      return
        "Which \(names.actor(actor)) likes better: \(called(pair.first)) or \(called(pair.second))\(more)."
    }
  }

  private func called(_ state: State) -> Sentence { names.title(of: state) ?? names.content(of: state) }

  /// What would be otherwise without a statement, where that was tried.
  private func effect(ofLeavingOut index: Int, of actor: Int) -> Sentence {
    let target = Edit.Target.statement(actor: actor, index: index)
    if !claimed.isEmpty { return effectOnClaim(ofLeavingOut: target) }
    guard let outlook = answer.doubted[target] else { return "" }
    let words = difference(to: outlook)
    return words.isEmpty
      ? "; it makes no difference to the present or to which outcomes could last" : ": without it \(words)"
  }

  private func effectOnClaim(ofLeavingOut target: Edit.Target) -> Sentence {
    guard let sensitivity = answer.sensitivity, let holds = sensitivity.holds,
      let edit = sensitivity.edits.firstIndex(where: { $0.target == target && $0.change == .dropped }),
      sensitivity.effects.indices.contains(edit)
    else { return "" }
    return switch sensitivity.effects[edit] {
    case .flips: ": without it what was claimed would be \(holds ? "false" : "true")"
    case .keeps, .idle: ": without it what was claimed would stay \(holds ? "true" : "false")"
    case .moot, .untried: ""
    }
  }

  /// Judgements behind what lasts that their sources hedge, in a sentence, but for what is in doubt anyway.
  private func hedged(besides doubts: [Doubt]) -> Sentence {
    let open = Set(
      doubts.flatMap { doubt -> [Edit.Target] in
        if case .absence(let index) = doubt.content {
          [.statement(actor: doubt.actor, index: index)]
        } else {
          []
        }
      })
    let entries = (answer.ledger?.entries ?? []).filter { entry in
      guard entry.hedge != nil else { return false }
      guard let actor = entry.judgement.actor, entry.judgement.kind == .statement else { return true }
      return !open.contains(.statement(actor: actor, index: entry.judgement.index))
    }
    if entries.isEmpty { return "" }
    let told = entries.map { entry -> Sentence in
      let hedge = Prose.quoted(entry.hedge?.rawValue ?? "").text
      let matter: Sentence =
        if let actor = entry.judgement.actor, entry.judgement.kind == .statement {
          names.wishAlone(entry.judgement.index, of: actor)
        } else {
          Prose.quoted(entry.judgement.text, to: .judgement(entry.judgement.id))
        }
      return "\(matter) (\(hedge))"
    }
    return "Hedged by its source, and taken here as certain: \(Prose.list(told, atMost: Self.mostHedged))."
  }
}
