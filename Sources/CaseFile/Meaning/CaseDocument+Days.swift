extension EventText {
  /// Whether anything is said of when it holds.
  public var hasDates: Bool { since != nil || until != nil || !history.isEmpty }

  /// Whether the event holds on a day.
  ///
  /// `since` begins what ``holds`` says on the first day of its date, `until` ends
  /// it with the last day of its date, and an observation sets its own value from
  /// the first day of its date on. The last of these that is not after the day
  /// decides. Before the first of them, what ``holds`` says is true unless there is
  /// a `since`.
  func value(on day: Day) -> Bool {
    let beginning = since.map { PartialDate.firstDay(of: $0) }
    let end = until.map { PartialDate.lastDay(of: $0) }
    var value = beginning == nil ? holds : !holds
    // The changes up to the day, in the order of time; an end is later than all
    // else on its day.
    var latest: Day?
    for entry in history {
      let date = PartialDate.firstDay(of: entry.date)
      if date <= day { (value, latest) = (entry.holds, date) }
    }
    if let beginning, beginning <= day, latest.map({ $0 < beginning }) ?? true {
      (value, latest) = (holds, beginning)
    }
    if let end, end < day, latest.map({ $0 <= end }) ?? true { value = !holds }
    return value
  }

  /// The last observation that is before a day, or on it.
  func lastObservation(before day: Day, orOnIt: Bool = false) -> ObservationText? {
    history.last { entry in
      let date = PartialDate.firstDay(of: entry.date)
      return date < day || (orOnIt && date == day)
    }
  }

  /// The dates, as they are written, from which on the value may be another.
  fileprivate var changes: [(date: String, day: Day)] {
    var changes = history.map { ($0.date, PartialDate.firstDay(of: $0.date)) }
    if let since { changes.append((since, PartialDate.firstDay(of: since))) }
    if let until { changes.append((until, PartialDate.lastDay(of: until).next)) }
    return changes
  }
}

extension CaseDocument {
  /// The values on a day of the events that have dates, to be given to a case.
  ///
  ///     let given = try document.events(on: "2024-11-20")
  ///     let later = try Case(document, given: given)
  ///
  /// An event without dates keeps its value. For a month or a year the value has to
  /// be the same on every day of it.
  ///
  /// - Parameter date: A day, or a month or a year: YYYY-MM-DD, YYYY-MM or YYYY.
  ///
  /// - Throws: ``SyntaxError`` when it is no date, when no event has dates, or when
  ///   an event changes within the month or year.
  public func events(on date: String) throws(SyntaxError) -> [String: Bool] {
    guard PartialDate.isValid(date) else {
      throw SyntaxError(
        Diagnostic(
          .wrongValue, "a day is YYYY-MM-DD, or a month YYYY-MM or a year YYYY, not '\(date)'", at: .none))
    }
    guard events.contains(where: \.hasDates) else {
      throw SyntaxError(
        Diagnostic(
          .unknownArgument, "no event of this case has dates, so all days are alike", at: .none,
          hint: "give events 'since', 'until' or a 'history', or set them with --given"))
    }
    let (first, last) = (PartialDate.firstDay(of: date), PartialDate.lastDay(of: date))
    var given: [String: Bool] = [:]
    var problems: [Diagnostic] = []
    for event in events where event.hasDates {
      let value = event.value(on: first)
      let changes = event.changes.filter { $0.day > first && $0.day <= last }
      if changes.contains(where: { event.value(on: $0.day) != value }) {
        let dates = changes.map(\.date)
        problems.append(
          Diagnostic(
            .changesWithin, "'\(event.id)' is not the same on all days of \(date)", at: event.place,
            hint: "name a day; its dates in between are \(dates.joined(separator: ", "))"))
      } else {
        given[event.id] = value
      }
    }
    if !problems.isEmpty { throw SyntaxError(problems) }
    return given
  }
}
