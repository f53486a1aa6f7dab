package import CaseFile
internal import ConflictModel
package import Documents
import Notation

extension Case {
  /// What a reader should know of the day as of which events are read: each event
  /// that is not what the file says of it, and each that the day leaves open.
  ///
  /// Empty when no event has dates, or all are as written.
  package var dayNotes: [Sentence] {
    guard let day else { return [] }
    let date = day.date.printable
    return day.changed.map { event in
      let lead = day.isAsked ? "On \(date), as asked," : "As of \(date), the day of the case,"
      return "\(lead) \(name(ofEvent: event.event)) \(event.words(document.events[event.event]))."
    }
      + day.open.map { open in
        let value = document.events[open.event].isSo ? "yes" : "no"
        let dates = Prose.list(open.dates.map { $0.printable })
        return
          "As of \(date) it is open whether \(name(ofEvent: open.event)) holds, which changes on \(dates): taken as written, \(value). A full date in 'as_of', or \(Sentence.parameter("on", "a day to ask about")), settles it."
      }
      + day.loose.map { loose in
        let event = document.events[loose.event]
        let dates = Prose.list(loose.dates.map { $0.printable })
        let value = event.isSo ? "holds" : "does not hold"
        return
          "On \(date) it is open whether \(name(ofEvent: loose.event)) holds, since it changes in \(dates), on a day that is not told: a beginning counts from the first day on and an end from the last, so it \(value). A full date there settles it."
      }
  }

  private func name(ofEvent index: Int) -> Sentence {
    Prose.quoted(conflict.events[index].name, to: .event(conflict.events[index].id))
  }

  /// The day with what it changes, for programs; nil when no event has dates.
  var dayJSON: JSONValue? {
    guard let day else { return nil }
    return [
      "date": .string(day.date), "asked": .bool(day.isAsked),
      "changed": .array(
        day.changed.map { event in
          let (reason, date) = event.ground.parts
          return [
            "event": .string(conflict.events[event.event].id), "value": .bool(event.value),
            "reason": .string(reason), "date": .string(date),
          ]
        }),
      "open": .array(
        day.open.map { open in
          ["event": .string(conflict.events[open.event].id), "dates": JSONValue(open.dates)]
        }),
      "loose": .array(
        day.loose.map { loose in
          ["event": .string(conflict.events[loose.event].id), "dates": JSONValue(loose.dates)]
        }),
    ]
  }
}

extension DatedEvent {
  /// What it is on the day and why, as the end of a sentence.
  fileprivate func words(_ text: EventText) -> String {
    switch ground {
    case .before(let date):
      return value
        ? "still holds: it does not from \(date.printable) on"
        : "does not hold yet: it does from \(date.printable) on"
    case .after(let date):
      return value
        ? "holds again: it did not until \(date.printable)"
        : "no longer holds: it did until \(date.printable)"
    case .observed(let date):
      return "\(value ? "holds" : "does not hold"): so it was observed from \(date.printable) on"
    }
  }
}

extension DatedEvent.Ground {
  /// The reason as a word for programs, and its date.
  fileprivate var parts: (reason: String, date: String) {
    switch self {
    case .before(let date): ("notYet", date)
    case .after(let date): ("noLonger", date)
    case .observed(let date): ("observed", date)
    }
  }
}

extension DocumentBuilder {
  /// What a reader should know of the day of a case, a paragraph each; see
  /// ``Case/dayNotes``.
  mutating func add(dayOf subject: Case, afterGap: Bool = false) {
    let notes = subject.dayNotes
    if notes.isEmpty { return }
    if afterGap { pause() }
    for note in notes { paragraph(note) }
  }
}
