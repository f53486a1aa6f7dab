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
