public import Notation

/// A fact that nobody in the case controls.
public struct EventText: Sendable, Hashable {
  /// The name used in conditions.
  public var id: String
  /// The name shown to people; the id when nil.
  public var name: String?
  /// Whether it holds, unless a day is asked for.
  public var holds: Bool
  /// When what ``holds`` says began, on the first day of this date.
  public var since: String?
  /// When what ``holds`` says ended, on the last day of this date.
  public var until: String?
  /// What was observed, in the order of time.
  public var history: [ObservationText]
  /// What would settle whether it holds.
  public var resolves: String?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place
  /// The value put in for one run, by a day or by hand; nil while what ``holds``
  /// says is in force. It is no part of what is written.
  public var chosen: Bool?

  /// Whether it holds in this run.
  public var isSo: Bool { chosen ?? holds }

  /// An event that holds or does not.
  public init(
    id: String, name: String? = nil, holds: Bool = false, since: String? = nil, until: String? = nil,
    history: [ObservationText] = [], resolves: String? = nil, because: [Evidence] = [],
    place: Place = .none
  ) {
    self.id = id
    self.name = name
    self.holds = holds
    self.since = since
    self.until = until
    self.history = history
    self.resolves = resolves
    self.because = because
    self.place = place
  }
}

extension EventText {
  /// Whether two events are written alike; a value that was chosen is not written.
  public static func == (left: EventText, right: EventText) -> Bool {
    left.id == right.id && left.name == right.name && left.holds == right.holds && left.since == right.since
      && left.until == right.until && left.history == right.history && left.resolves == right.resolves
      && left.because == right.because && left.place == right.place
  }

  /// Feeds the id and what is written of its value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(holds)
    hasher.combine(history)
  }
}

/// An observation of an event: from the first day of its date on, it holds or
/// does not.
public struct ObservationText: Sendable, Hashable {
  /// When: YYYY, YYYY-MM or YYYY-MM-DD.
  public var date: String
  /// Whether the event holds from then on.
  public var holds: Bool
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// An observation of a date.
  public init(date: String, holds: Bool, because: [Evidence] = [], place: Place = .none) {
    self.date = date
    self.holds = holds
    self.because = because
    self.place = place
  }
}
