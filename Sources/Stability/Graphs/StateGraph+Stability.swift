package import ConflictModel
internal import StateSets

extension StateGraph {
  private func tables(_ orders: [Order]) -> Tables {
    precondition(orders.count == moves.count, "every actor needs an order")
    return Tables(slots: slots, ranks: orders.map { $0.table }, moves: moves)
  }

  /// The positions where one actor is stable under the concept, when the actors
  /// have the given orders; nil when `control` said stop.
  ///
  /// Under `nash`, `gmr` and `smr` only the actor's own order matters; under the
  /// others the rest matter by their ``improvements(of:under:)`` alone.
  package func stable(
    _ concept: Concept, actor: Int, under orders: [Order], control: Control = Control()
  ) -> Selection? {
    precondition(concept.isDefined(in: conflict.form), "the concept is not defined here")
    var engine = ReferenceEngine(
      tables: tables(orders), stateCount: states.count, conceptCount: 1, pace: Pace(control))
    return engine.stable(concept, actor: actor).map { Selection($0, of: states) }
  }

  /// The positions where every actor is stable under the concept, when the actors
  /// have the given orders; nil when `control` said stop.
  package func equilibria(
    _ concept: Concept, under orders: [Order], control: Control = Control()
  ) -> Selection? {
    var all = Selection(StateSet(allOf: states.count), of: states)
    for actor in moves.indices {
      guard let stable = stable(concept, actor: actor, under: orders, control: control) else { return nil }
      all = all.intersection(stable)
      if all.isEmpty { break }
    }
    return all
  }

  /// Asks about single positions, when the actors have the given orders.
  package func inquiry(under orders: [Order], control: Control = Control()) -> Inquiry {
    inquiry(under: orders, notes: Inquiry.Notes(), control: control)
  }

  /// The same with notes that another inquiry is done with.
  package func inquiry(under orders: [Order], notes: Inquiry.Notes, control: Control) -> Inquiry {
    Inquiry(self, orders, tables(orders), notes, control)
  }
}
