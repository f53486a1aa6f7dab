import Notation

// Whether an event holds on the day of its case is what a case judges of it; `holds`, the
// dates and the day are how it is written.
extension Blend {
  /// The differences, of which those in an event, its dates and the day of a case are
  /// judgements as far as they make the event another thing on the day of each case: by
  /// them, and by nothing else in which an event differs, the first becomes the second.
  ///
  /// - Parameters:
  ///   - second: The document that is laid beside the first.
  ///   - asked: The day as of which both are read, in place of their own.
  ///   - set: Events that were set by hand, of which it is not told what they are on the day.
  package func differences(
    from second: CaseDocument, on asked: String?, besides set: Set<String> = []
  ) -> [Difference] {
    var reading = DayReading(blend: self, second: second, asked: asked, set: set)
    for event in reading.events where reading.differs(event) { reading.judge(event) }
    // Where the day is another, what made up for that in an event counts as well.
    for event in reading.events where reading.isMadeUpFor(event) { reading.judge(event) }
    for event in reading.events where reading.differs(event) { reading.tellOnlyWhatMatters(of: event) }
    return reading.differences
  }
}

/// The differences of two documents, as the day of each lets them count.
private struct DayReading {
  /// How many differences in an event are tried in every combination.
  private static let most = 8

  let blend: Blend
  let asked: String?
  private(set) var differences: [Difference]
  /// The events of both that are not written alike or not read as of one day.
  private(set) var events: [Event] = []
  /// The difference in the day.
  private let day: Int?

  /// An event of both documents.
  struct Event {
    let id: String
    /// The differences in how it is written.
    let parts: [Int]
    /// Whether it holds in each.
    let values: (first: Bool, second: Bool)
  }

  init(blend: Blend, second: CaseDocument, asked: String?, set: Set<String>) {
    (self.blend, self.asked, differences) = (blend, asked, blend.differences)
    day =
      asked == nil
      ? differences.firstIndex { $0.key.kind == .document && $0.key.part == Language.asOf.key } : nil
    let (firstDay, secondDay) = (asked ?? blend.first.asOf, asked ?? second.asOf)
    for old in blend.first.events {
      guard let new = second.events.first(where: { $0.id == old.id }) else { continue }
      let parts = differences.indices.filter { differences[$0].isValue(ofEvent: old.id) }
      if parts.isEmpty, day == nil { continue }
      let event = Event(
        id: old.id, parts: parts, values: (old.value(asOf: firstDay), new.value(asOf: secondDay)))
      events.append(event)
      // What a month leaves open is told of the case itself.
      let isSettled = old.settledValue(asOf: firstDay) != nil && new.settledValue(asOf: secondDay) != nil
      let isDated = old.hasDates && firstDay != nil || new.hasDates && secondDay != nil
      let isTold = isSettled && isDated && !set.contains(old.id)
      for part in parts {
        if isTold {
          differences[part].standing = Difference.Standing(
            before: event.values.first, after: event.values.second, dayBefore: firstDay, dayAfter: secondDay)
        }
        if differences[part].role == .judgement { differences[part].role = .remark }
      }
    }
  }

  func differs(_ event: Event) -> Bool { event.values.first != event.values.second }

  /// Whether an event that holds in both or in neither would be another thing on the day of the second.
  func isMadeUpFor(_ event: Event) -> Bool {
    guard let day, differences[day].role == .judgement, !differs(event) else { return false }
    return value(event, taking: [day]) != event.values.second
  }

  /// Makes judgements of the differences on which it depends whether the event holds.
  mutating func judge(_ event: Event) {
    let open = event.parts + (day.map { [$0] } ?? [])
    defer {
      // Where not every combination is a case, the way from one to the other may lead through none.
      let judged = open.filter { differences[$0].role == .judgement }
      if judged.isEmpty || value(event, taking: Set(judged)) != event.values.second {
        for index in open { differences[index].role = .judgement }
      }
    }
    if open.count > Self.most { return }
    let values = (0..<(1 << open.count)).map { bits in
      value(event, taking: Set(open.indices.filter { bits & (1 << $0) != 0 }.map { open[$0] }))
    }
    for (place, index) in open.enumerated() {
      let matters = values.indices.contains { bits in
        guard bits & (1 << place) == 0, let without = values[bits], let with = values[bits | 1 << place]
        else { return false }
        return with != without
      }
      if matters { differences[index].role = .judgement }
    }
  }

  /// Of an event that is another thing on the day, only what makes it so is told with what it is.
  mutating func tellOnlyWhatMatters(of event: Event) {
    for index in event.parts where differences[index].role == .remark { differences[index].standing = nil }
  }

  /// Whether the event holds when some of the differences are made; nil when they do not go together.
  private func value(_ event: Event, taking taken: Set<Int>) -> Bool? {
    guard let document = try? blend.document(taking: taken, withAnswers: false) else { return nil }
    return document.events.first { $0.id == event.id }?.value(asOf: asked ?? document.asOf)
  }
}

extension Difference {
  /// Whether the event holds in each of the cases as of its day.
  package struct Standing: Sendable, Hashable {
    /// Whether it holds in the first.
    package var before: Bool
    /// Whether it holds in the second.
    package var after: Bool
    /// The day of the first, if it has one.
    package var dayBefore: String?
    /// The day of the second.
    package var dayAfter: String?
  }

  /// Whether it is in where a judgement of an event comes from.
  package func isSource(ofEvent id: String) -> Bool {
    role == .source
      && (key.kind == .event && key.id == id || key.kind == .history && key.id.hasPrefix("\(id) "))
  }

  /// Whether it is in what an event of both cases says of whether it holds, and when.
  package func isValue(ofEvent id: String) -> Bool {
    switch key.kind {
    case .event:
      key.id == id && role != .source
        && (key.part == nil || key.part == Language.since.key || key.part == Language.until.key)
    case .history: key.id.hasPrefix("\(id) ") && role != .source
    default: false
    }
  }
}
