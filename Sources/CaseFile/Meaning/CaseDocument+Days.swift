public import Notation

extension EventText {
  /// Whether anything is said of when it holds.
  public var hasDates: Bool { since != nil || until != nil || !history.isEmpty }

  /// Whether the event holds on a day, and which of its dates says so.
  ///
  /// `since` begins what ``holds`` says on the first day of its date, `until` ends
  /// it with the last day of its date, and an observation sets its own value from
  /// the first day of its date on. The last of these that is not after the day
  /// decides. Before the first of them, what ``holds`` says is true unless there is
  /// a `since`.
  func standing(on day: Day) -> (value: Bool, ground: DatedEvent.Ground?) {
    let beginning = since.map { (date: $0, day: PartialDate.firstDay(of: $0)) }
    let end = until.map { (date: $0, day: PartialDate.lastDay(of: $0)) }
    var value = beginning == nil ? holds : !holds
    var ground: DatedEvent.Ground? = beginning.map { .before($0.date) }
    // The changes up to the day, in the order of time; an end is later than all
    // else on its day.
    var latest: Day?
    for entry in history {
      let date = PartialDate.firstDay(of: entry.date)
      if date <= day { (value, latest, ground) = (entry.holds, date, .observed(entry.date)) }
    }
    if let beginning, beginning.day <= day, latest.map({ $0 < beginning.day }) ?? true {
      (value, latest, ground) = (holds, beginning.day, nil)
    }
    if let end, end.day < day, latest.map({ $0 <= end.day }) ?? true {
      (value, ground) = (!holds, .after(end.date))
    }
    return (value, ground)
  }

  /// Whether the event holds on a day.
  func value(on day: Day) -> Bool { standing(on: day).value }

  /// Whether the event holds as of a date, a month or a year that leaves it open taken as nothing;
  /// without a date, as it is written.
  package func value(asOf date: String?) -> Bool { settledValue(asOf: date) ?? holds }

  /// The same; nil where it has dates and these, or the date, leave it open.
  func settledValue(asOf date: String?) -> Bool? {
    guard hasDates, let date, PartialDate.isValid(date) else { return holds }
    var document = CaseDocument()
    document.events = [self]
    document.events[0].chosen = nil
    return document.reading(asOf: date, isAsked: false).values[id]
  }

  /// The last observation that is before a day, or on it.
  func lastObservation(before day: Day, orOnIt: Bool = false) -> ObservationText? {
    history.last { entry in
      let date = PartialDate.firstDay(of: entry.date)
      return date < day || (orOnIt && date == day)
    }
  }

  /// The dates that are a month or a year around the days, and would make the event another
  /// thing on them if they were read from their other end.
  fileprivate func partialDates(from first: Day, to last: Day) -> [String] {
    func surrounds(_ date: String) -> Bool {
      let span = (PartialDate.firstDay(of: date), PartialDate.lastDay(of: date))
      return span.0 <= first && last <= span.1 && (span.0 < first || last < span.1)
    }
    func turns(_ date: String, _ change: (inout EventText, String) -> Void, _ day: Day) -> Bool {
      guard surrounds(date) else { return false }
      var other = self
      change(&other, day.text)
      return other.value(on: first) != value(on: first)
    }
    var dates: [String] = []
    if let since, turns(since, { $0.since = $1 }, PartialDate.lastDay(of: since)) { dates.append(since) }
    if let until, turns(until, { $0.until = $1 }, PartialDate.firstDay(of: until)) { dates.append(until) }
    for (index, entry) in history.enumerated()
    where turns(entry.date, { $0.history[index].date = $1 }, PartialDate.lastDay(of: entry.date)) {
      dates.append(entry.date)
    }
    return dates
  }

  /// The dates, as they are written, from which on the value may be another.
  fileprivate var changes: [(date: String, day: Day)] {
    var changes = history.map { (date: $0.date, day: PartialDate.firstDay(of: $0.date)) }
    if let since { changes.append((since, PartialDate.firstDay(of: since))) }
    if let until { changes.append((until, PartialDate.lastDay(of: until).next)) }
    return changes
  }
}

/// The day as of which the events of a case are read.
package struct CaseDay: Sendable, Hashable {
  /// The day, or a month or a year, as it is written.
  package var date: String
  /// Whether it was asked for; else it is the `as_of` of the case.
  package var isAsked: Bool
  /// The events whose dates make them another thing on the day than their `holds`
  /// says, in the order of the file.
  package var changed: [DatedEvent]
  /// The events that change within the month or year, with the dates on which they
  /// do; they are taken as they are written.
  package var open: [Open]

  /// The events of which a date is a month or a year that has begun by the day and is not
  /// over, with these dates: read from another day of theirs, they would make the event
  /// another thing.
  package var loose: [Open] = []

  /// An event that changes within a month or a year.
  package struct Open: Sendable, Hashable {
    /// The event, by its place in the file.
    package var event: Int
    /// Its dates in between.
    package var dates: [String]
  }
}

extension CaseDay {
  /// The same without events that were set in another way.
  func withoutEvents(_ isSet: (Int) -> Bool) -> CaseDay {
    var rest = self
    rest.changed.removeAll { isSet($0.event) }
    rest.open.removeAll { isSet($0.event) }
    rest.loose.removeAll { isSet($0.event) }
    return rest
  }
}

/// An event that is not, on the day of the case, what its `holds` says.
package struct DatedEvent: Sendable, Hashable {
  /// The event, by its place in the file.
  package var event: Int
  /// Whether it holds on the day.
  package var value: Bool
  /// Which of its dates says so.
  package var ground: Ground

  /// Why an event is not what its `holds` says.
  package enum Ground: Sendable, Hashable {
    /// What `holds` says begins only on the first day of this date.
    case before(String)
    /// What `holds` says ended with the last day of this date.
    case after(String)
    /// It was observed to be so from the first day of this date on.
    case observed(String)
  }
}

extension CaseDocument {
  /// The values of the events that have dates, as of a date that is one, with what a
  /// reader should know of it. An event that changes within the date has no value.
  ///
  /// Events whose value was chosen before keep it.
  func reading(asOf date: String, isAsked: Bool) -> (values: [String: Bool], day: CaseDay) {
    let (first, last) = (PartialDate.firstDay(of: date), PartialDate.lastDay(of: date))
    var values: [String: Bool] = [:]
    var day = CaseDay(date: date, isAsked: isAsked, changed: [], open: [])
    for (index, event) in events.enumerated() where event.hasDates && event.chosen == nil {
      let standing = event.standing(on: first)
      let changes = event.changes.filter { $0.day > first && $0.day <= last }
      if changes.contains(where: { event.value(on: $0.day) != standing.value }) {
        day.open.append(CaseDay.Open(event: index, dates: changes.map { $0.date }))
        continue
      }
      values[event.id] = standing.value
      let loose = event.partialDates(from: first, to: last)
      if !loose.isEmpty { day.loose.append(CaseDay.Open(event: index, dates: loose)) }
      if standing.value != event.holds, let ground = standing.ground {
        day.changed.append(DatedEvent(event: index, value: standing.value, ground: ground))
      }
    }
    return (values, day)
  }

  /// The values on a day of the events that have dates, to be given to a case.
  ///
  ///     let given = try document.events(on: "2024-11-20")
  ///     let later = try Case(document, given: given)
  ///
  /// An event without dates keeps its value. For a month or a year the value has to
  /// be the same on every day of it. A ``Case`` reads its events as of its `as_of`
  /// by itself; this is for other days.
  ///
  /// - Parameter date: A day, or a month or a year: YYYY-MM-DD, YYYY-MM or YYYY.
  ///
  /// - Throws: `SyntaxError` when it is no date, when no event has dates, or when
  ///   an event changes within the month or year.
  public func events(on date: String) throws(SyntaxError) -> [String: Bool] {
    try asked(date).values
  }

  /// The values of events on a day that was asked for.
  func asked(_ date: String) throws(SyntaxError) -> (values: [String: Bool], day: CaseDay) {
    let argument = ArgumentPlace("on", date)
    guard PartialDate.isValid(date) else {
      throw SyntaxError(Diagnostic(.wrongValue, PartialDate.refusal(of: date), at: .none)).about(argument)
    }
    guard events.contains(where: { $0.hasDates }) else {
      throw SyntaxError(
        Diagnostic(
          .unknownArgument, "no event of this case has dates, so all days are alike", at: .none,
          hint: "give events 'since', 'until' or a 'history', or set them with --given")
      ).about(argument)
    }
    let reading = reading(asOf: date, isAsked: true)
    if reading.day.open.isEmpty { return reading }
    throw SyntaxError(
      reading.day.open.map { open in
        Diagnostic(
          .changesWithin, "'\(events[open.event].id)' is not the same on all days of \(date)",
          at: events[open.event].place,
          hint: "name a day; its dates in between are \(open.dates.joined(separator: ", "))")
      })
  }

  /// The values of events on the case's own day, if it says one.
  func readingOfItsDay() -> (values: [String: Bool], day: CaseDay)? {
    guard let asOf, PartialDate.isValid(asOf), events.contains(where: { $0.hasDates }) else { return nil }
    return reading(asOf: asOf, isAsked: false)
  }
}
