public import ConflictModel

extension Case {
  /// The case as the actor sees it: itself, unless the file says what the actor
  /// `perceives`.
  ///
  ///     let view = try suspects.seen(by: 0)
  ///     view.conflict.options.count == suspects.conflict.options.count   // true
  ///
  /// States have the same codes in both. An option that the actor does not see is
  /// one that nobody takes in the view. A ranking that the overlay does not replace
  /// keeps its order and loses the states that the view does not have.
  ///
  /// - Throws: ``CaseError`` when the overlay makes no sense, or a limit is reached.
  ///
  /// - Complexity: That of printing and reading the case.
  public func seen(
    by actor: Int, limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) throws(CaseError) -> Case {
    let text = document.actors[actor]
    if text.perceives == nil { return self }
    let coded = documentWithCodes
    do throws(CaseError) {
      var view: CaseDocument
      do { view = try coded.view(of: actor) } catch { throw .wrong(error) }
      try view.dropUnseenStates(rankedIn: coded, limits, control)
      // What the actor takes the dates of events to be is read as of the same day.
      let asked = view.events.contains { $0.hasDates } ? day.flatMap { $0.isAsked ? $0.date : nil } : nil
      return try Case(view, on: asked, limits: limits, control: control)
    } catch {
      if case .wrong(let problems) = error { throw .wrong(problems.seen(by: text)) }
      throw error
    }
  }

  /// The document with rankings by codes, which mean the same in every view.
  private var documentWithCodes: CaseDocument {
    var coded = document
    for index in coded.actors.indices {
      guard case .ranking(_, let because, let place) = coded.actors[index].preference,
        case .ranking(let tiers) = conflict.actors[index].preference
      else { continue }
      let references = tiers.map { tier in
        tier.map { state in
          StateReference(
            document.isGraphForm ? .id(document.states[Int(state.code)].id) : .code(state.code))
        }
      }
      coded.actors[index].preference = .ranking(references, because: because, place)
    }
    return coded
  }
}

extension CaseDocument {
  /// Takes the states that are not feasible here out of the rankings that come
  /// from `base` as they were.
  fileprivate mutating func dropUnseenStates(
    rankedIn base: CaseDocument, _ limits: EnumerationLimits, _ control: Control
  ) throws(CaseError) {
    let kept = actors.indices.filter { index in
      guard case .ranking = actors[index].preference else { return false }
      return actors[index].preference == base.actors[index].preference
    }
    if kept.isEmpty || isGraphForm { return }
    var probe = self
    for index in probe.actors.indices {
      probe.actors[index].preference = .indifferent
      probe.actors[index].unknown = []
    }
    let found = try Case(probe, limits: limits, control: control).conflict
      .feasibleStates(limits: limits, control: control)
    if let limit = found.limit { throw .limit(limit) }
    for index in kept {
      guard case .ranking(let tiers, let because, let place) = actors[index].preference else { continue }
      let seen = tiers.map { tier in
        tier.filter { reference in
          guard case .code(let code) = reference.form else { return true }
          return found.states.position(of: State(code)) != nil
        }
      }.filter { !$0.isEmpty }
      actors[index].preference = seen.isEmpty ? .indifferent : .ranking(seen, because: because, place)
    }
  }
}
