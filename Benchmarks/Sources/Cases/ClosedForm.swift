import Entente
import Dispatch
import Synchronization

/// The answers to `nash`, `gmr` and `smr` where options can be combined freely,
/// from closed forms and without the engines.
///
/// There the others can answer a move with any combination of their options, so
/// that with *r(o, x)* an actor's rank where its own options are *o* and the
/// others' are *x*, the actor is stable
///
/// - under `gmr` where *r* is at least its *maximin*, the greatest over *o* of the
///   least over *x*: what it can secure by moving first;
/// - under `smr` where *r* is at least its *minimax*, the least over *x* of the
///   greatest over *o*, or where it is Nash stable: what it can secure by moving last;
/// - under `nash` where *r(o, x)* is the greatest over *o*.
///
/// (Nash stable states reach the minimax anyhow.) It looks at every state twice,
/// 64 at a time.
public struct ClosedForm: Sendable {
  private let actors: [Secured]
  private let wordCount: Int

  /// Looks at all states once, an actor on each core.
  ///
  /// It is a programming error if the space has rules or fewer than six options.
  public init(_ randomCase: RandomCase) {
    let space = randomCase.space
    precondition(space.rules.isEmpty && space.owners.count >= 6, "there is no closed form")
    let wordCount = 1 << (space.owners.count - 6)
    let found = Mutex<[Int: Secured]>([:])
    DispatchQueue.concurrentPerform(iterations: space.actorCount) { actor in
      let statements = randomCase.statements[actor].map { ReadyStatement($0, space.facts) }
      let secured = Secured(statements, own: space.options(of: actor), wordCount: wordCount)
      found.withLock { $0[actor] = secured }
    }
    self.wordCount = wordCount
    actors = found.withLock { found in (0..<space.actorCount).map { found[$0]! } }
  }

  /// The counts, from a second look at all states.
  public func counts() -> Counts {
    let partCount = min(64, wordCount)
    let wordsPerPart = wordCount / partCount
    let total = Mutex(Tally(actorCount: actors.count))
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      var tally = Tally(actorCount: actors.count)
      for index in part * wordsPerPart..<(part + 1) * wordsPerPart {
        var all = SIMD3<UInt64>(repeating: .max)
        for actor in actors.indices {
          let stable = actors[actor].stable(at: index)
          tally.stable[actor] &+= stable.nonzeroBitCount
          all &= stable
        }
        tally.equilibria &+= all.nonzeroBitCount
      }
      let found = tally
      total.withLock { $0.add(found) }
    }
    return total.withLock { $0.counts }
  }
}

/// What one actor can secure.
private struct Secured {
  private let statements: [ReadyStatement]
  /// Which bits of a word's index are the actor's own.
  private let own: Range<Int>
  /// For each combination of the others' options, the best that the actor can
  /// answer; found by the others' part of a word's index.
  private var best: [RankSlices]
  private var maximin = RankSlices.lowest
  private var minimax = RankSlices.highest

  init(_ statements: [ReadyStatement], own options: Range<Int>, wordCount: Int) {
    self.statements = statements
    own = max(options.lowerBound, 6) - 6..<max(options.upperBound, 6) - 6
    best = [RankSlices](repeating: .lowest, count: wordCount >> own.count)
    var worst = [RankSlices](repeating: .highest, count: 1 << own.count)
    for index in 0..<wordCount {
      let ranks = RankSlices(statements, at: index)
      worst[index >> own.lowerBound & (worst.count - 1)].keepLesser(ranks)
      best[othersPart(of: index)].keepGreater(ranks)
    }
    // What differs within a word.
    let (mine, others) = ((0..<6).filter(options.contains), (0..<6).filter { !options.contains($0) })
    for part in worst.indices {
      for option in others { worst[part].keepLesser(worst[part].exchanged(along: option)) }
      maximin.keepGreater(worst[part])
    }
    for part in best.indices {
      for option in mine { best[part].keepGreater(best[part].exchanged(along: option)) }
      minimax.keepLesser(best[part])
    }
    for option in 0..<6 {
      maximin.keepGreater(maximin.exchanged(along: option))
      minimax.keepLesser(minimax.exchanged(along: option))
    }
  }

  private func othersPart(of index: Int) -> Int {
    index & ((1 << own.lowerBound) - 1) | (index >> own.upperBound) << own.lowerBound
  }

  /// Where the actor is stable in a word of states: under `nash`, `gmr` and `smr`.
  func stable(at index: Int) -> SIMD3<UInt64> {
    let ranks = RankSlices(statements, at: index)
    return SIMD3(
      ranks.compared(with: best[othersPart(of: index)]).same, ~ranks.compared(with: maximin).less,
      ~ranks.compared(with: minimax).less)
  }
}

/// How many states were counted so far, under `nash`, `gmr` and `smr`.
private struct Tally {
  private static let concepts: [Concept] = [.nash, .gmr, .smr]
  /// For each actor, where it is stable.
  var stable: [SIMD3<UInt64>]
  /// Where all actors are.
  var equilibria = SIMD3<UInt64>(repeating: 0)

  init(actorCount: Int) {
    stable = [SIMD3<UInt64>](repeating: SIMD3(repeating: 0), count: actorCount)
  }

  mutating func add(_ other: Tally) {
    for actor in stable.indices { stable[actor] &+= other.stable[actor] }
    equilibria &+= other.equilibria
  }

  var counts: Counts {
    var concepts: [Concept: Counts.OfConcept] = [:]
    for (index, concept) in Self.concepts.enumerated() {
      concepts[concept] = Counts.OfConcept(
        stable: stable.map { Int($0[index]) }, equilibria: Int(equilibria[index]))
    }
    return Counts(concepts)
  }
}
