/// Sets tried where another engine could do it as well: they go on as long as it looks as if they were the quicker.
///
/// All is counted in steps, so that two runs take the same engine. What is decided first is a small part of the
/// work, and where that takes as long as a good part of what the other engine would, the rest is not begun; from then
/// on each verdict tells how long the others will take.
struct EngineTrial {
  /// So many steps take as long as the other engine.
  private let other: UInt64
  /// Where `seq` and `sseq` began.
  private var begin: UInt64 = 0

  init(against other: UInt64) { self.other = max(other, 1 << 14) }

  /// Before anything is made: of wishes that fit diagrams, next to nothing comes of it.
  func beginning(_ brake: Brake) { brake.allow(other / 8) }

  /// Before `nash`, `gmr` and `smr`.
  func prepared(_ brake: Brake) { brake.allow(other / 4) }

  /// Before `seq` and `sseq`.
  mutating func beginningCredible(_ brake: Brake) {
    begin = brake.used
    brake.allow(brake.used + other / 4)
  }

  /// After so many verdicts of these of so many; false where the rest would take longer than the other engine.
  func goesOn(after done: Int, of count: Int, _ brake: Brake) -> Bool {
    let spent = brake.used - begin
    let rest = spent / UInt64(max(done, 1)) * UInt64(count - done)
    if rest > other - other / 4 { return false }
    brake.allow(brake.used + other / 4)
    return true
  }
}
