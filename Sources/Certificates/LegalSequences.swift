/// The ends of the legal sequences of a focal actor's opponents from one state:
/// each state they can bring about, with each of those who can move last.
///
/// Followed forward over pairs of a state and who moved last; whoever did does
/// not move next. Kept between searches so that its memory is used again.
struct LegalSequences: Sendable {
  /// The pairs found by the latest search, in the order they were found.
  private(set) var ends: [(state: Int, lastMover: Int)] = []

  private let actorCount: Int
  /// For each pair, the search that last found it; and the one in which the
  /// actor's moves from the state were last followed.
  private var found: [UInt32] = []
  private var followed: [UInt32] = []
  private var search: UInt32 = 0

  init(actorCount: Int) {
    self.actorCount = actorCount
  }

  /// Whether the latest search found the pair.
  func contains(_ state: Int, _ lastMover: Int) -> Bool {
    let pair = state * actorCount + lastMover
    return pair < found.count && found[pair] == search
  }

  /// Finds all ends of sequences from `start` in which `focal` takes no part.
  mutating func follow(
    from start: Int, without focal: Int, areCredible: Bool, _ known: inout KnownStates
  ) {
    search += 1
    ends.removeAll(keepingCapacity: true)
    followMoves(from: start, without: focal, and: focal, areCredible, &known)
    var next = 0
    while next < ends.count {
      let (state, lastMover) = ends[next]
      followMoves(from: state, without: focal, and: lastMover, areCredible, &known)
      next += 1
    }
  }

  private mutating func followMoves(
    from state: Int, without focal: Int, and lastMover: Int, _ areCredible: Bool,
    _ known: inout KnownStates
  ) {
    for mover in 0..<actorCount where mover != focal && mover != lastMover {
      makeRoom(for: state)
      if followed[state * actorCount + mover] == search { continue }
      followed[state * actorCount + mover] = search
      let targets =
        areCredible
        ? known.improvements(of: mover, from: state) : known.moves(of: mover, from: state)
      for target in targets {
        makeRoom(for: target)
        if found[target * actorCount + mover] == search { continue }
        found[target * actorCount + mover] = search
        ends.append((target, mover))
      }
    }
  }

  private mutating func makeRoom(for state: Int) {
    while found.count < (state + 1) * actorCount {
      found.append(0)
      followed.append(0)
    }
  }
}
