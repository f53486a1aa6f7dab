import Notation

// Events and when they hold.
extension DocumentReader {
  mutating func event(_ entry: Node.Entry) -> EventText {
    guard let fields = fields(entry.value, as: Language.event) else {
      return EventText(id: entry.key, place: entry.place)
    }
    let event = EventText(
      id: entry.key, name: name(fields["name"]?.value, as: "a name"),
      holds: boolean(fields["holds"]?.value, as: "holds") ?? false,
      since: date(fields["since"]?.value, as: "since"), until: date(fields["until"]?.value, as: "until"),
      history: items(fields["history"]?.value, as: "history").compactMap { observation($0) },
      resolves: text(fields["resolves"]?.value, as: "what resolves an event"), because: because(fields),
      place: entry.place)
    noteContradictions(of: event, fields)
    return event
  }

  private mutating func observation(_ node: Node) -> ObservationText? {
    guard let fields = fields(node, as: Language.observation) else { return nil }
    let evidence = because(fields)
    guard let date = date(fields["date"]?.value, as: "the date of an observation"),
      let holds = boolean(fields["holds"]?.value, as: "holds")
    else { return nil }
    return ObservationText(date: date, holds: holds, because: evidence, place: node.place)
  }

  /// Notes dates that cannot all be true.
  private mutating func noteContradictions(of event: EventText, _ fields: [String: Node.Entry]) {
    func place(_ key: String) -> Place { fields[key]?.place ?? event.place }
    for (earlier, later) in zip(event.history, event.history.dropFirst())
    where PartialDate.firstDay(of: earlier.date) >= PartialDate.firstDay(of: later.date) {
      note(
        .contradictoryDates, "the history of '\(event.id)' is not in the order of time", at: later.place,
        hint: "each date begins after the one before it",
        notes: [Diagnostic.Note("the date before is here", at: earlier.place)])
      return
    }
    let state = event.holds ? "holds" : "does not hold"
    if let since = event.since, let until = event.until {
      if PartialDate.firstDay(of: since) > PartialDate.lastDay(of: until) {
        note(
          .contradictoryDates, "'\(event.id)' ends before it begins", at: place("until"),
          notes: [Diagnostic.Note("it begins here", at: place("since"))])
        return
      }
      let inside = event.history.first { entry in
        let day = PartialDate.firstDay(of: entry.date)
        return entry.holds != event.holds && day >= PartialDate.firstDay(of: since)
          && day <= PartialDate.lastDay(of: until)
      }
      if let inside {
        note(
          .contradictoryDates,
          "'\(event.id)' \(state) from \(since) until \(until), and its history says otherwise",
          at: inside.place)
        return
      }
    }
    if let since = event.since, let before = event.lastObservation(before: PartialDate.firstDay(of: since)),
      before.holds == event.holds
    {
      note(
        .contradictoryDates, "'\(event.id)' \(state) since \(since), and by its history it did already",
        at: place("since"), notes: [Diagnostic.Note("the history says so here", at: before.place)])
    }
    if let since = event.since {
      let day = PartialDate.firstDay(of: since)
      if let entry = event.history.first(where: { PartialDate.firstDay(of: $0.date) == day }),
        entry.holds != event.holds
      {
        note(
          .contradictoryDates, "'\(event.id)' \(state) since \(since), and its history says otherwise",
          at: entry.place)
        return
      }
    }
    if let until = event.until, event.value(on: PartialDate.lastDay(of: until)) != event.holds {
      let last = event.lastObservation(before: PartialDate.lastDay(of: until), orOnIt: true)
      note(
        .contradictoryDates,
        "'\(event.id)' \(state) until \(until), and by its history it had changed before",
        at: place("until"),
        notes: last.map { [Diagnostic.Note("the history says so here", at: $0.place)] } ?? [])
    }
  }
}
