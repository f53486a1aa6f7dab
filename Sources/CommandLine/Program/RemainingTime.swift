/// When a phase of the work will be over, as far as can be told from its pace.
///
/// The end is where the work would arrive at the pace it has had since the phase
/// began. It moves only part of the way to each new estimate, so that what is
/// shown counts down calmly where the pace varies.
struct RemainingTime: Sendable, Hashable {
  private let start: Double
  private let startFraction: Double
  private var fraction: Double
  private var end: Double?

  /// How much of the way the end moves to a new estimate.
  private static let weight = 0.3
  /// Nothing is said before so much of the work is done, and so many seconds have passed.
  private static let least = (fraction: 0.02, seconds: 0.5)

  /// A phase that begins now, with so much of the work done already.
  init(start: Double, fraction: Double = 0) {
    self.start = start
    startFraction = fraction
    self.fraction = fraction
  }

  /// Takes note of how much is done.
  mutating func update(_ fraction: Double, at now: Double) {
    let gained = fraction - startFraction
    guard fraction > self.fraction, gained >= Self.least.fraction, now - start >= Self.least.seconds
    else { return }
    self.fraction = fraction
    let estimate = now + (now - start) * (1 - fraction) / gained
    end = end.map { $0 + (estimate - $0) * Self.weight } ?? estimate
  }

  /// How many seconds are left, or nil when it is too early to tell.
  func left(at now: Double) -> Double? {
    end.map { max($0 - now, 0) }
  }

  /// A length of time in words, rounded up: `3 s`, `2 min`, `1 h 20 min`.
  static func words(_ seconds: Double) -> String {
    let whole = max(Int(seconds.rounded(.up)), 1)
    if whole < 60 { return "\(whole) s" }
    let minutes = (whole + 59) / 60
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
