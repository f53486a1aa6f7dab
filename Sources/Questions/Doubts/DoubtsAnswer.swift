package import ConflictModel
package import Stability

/// What lasts in all completions of a case, in some, or in none.
///
///     let answer = try Doubts(of: subject).count(DoubtsRequest(), in: graph)
///     answer.concepts[0].count(ofEquilibria: 34)   // 61440 of answer.examined
package struct DoubtsAnswer: Sendable {
  /// How completions were gone through.
  package enum Method: Sendable, Hashable {
    /// All of them: counts are exact.
    case all
    /// So many of them, drawn at random, each as likely as the others.
    case sample(size: UInt64, seed: UInt64)
  }

  /// How completions were gone through.
  package let method: Method
  /// For each concept that was decided, what was counted.
  package let concepts: [DoubtsCount]
  /// Why the work ended early, or nil.
  package let limit: Limit?
  /// For each actor, how many different orders of the states its completions come
  /// to (those that were drawn, in a sample).
  package let orderCounts: [Int]
  /// Whether there are more states than can be listed: then only the present and the outcomes are asked about, and
  /// "as written" is said of these.
  package var isOfSets = false
}

/// What to count, and how far to go for it.
package struct DoubtsRequest: Sendable {
  /// The concepts to decide; each must be defined in the case's form.
  package var concepts: [Concept]
  /// Up to so many completions are all gone through; of more, a sample is drawn.
  package var exactLimit: UInt64
  /// The size of the sample.
  package var samples: UInt64
  /// What determines the sample.
  package var seed: UInt64

  /// The most completions that are all gone through unless a request says otherwise.
  package static let exactLimit: UInt64 = 1_000_000
  /// The size of a sample unless a request says otherwise.
  package static let samples: UInt64 = 10_000

  /// A request for the given concepts.
  package init(
    concepts: [Concept] = [.seq], exactLimit: UInt64 = Self.exactLimit, samples: UInt64 = Self.samples,
    seed: UInt64 = 1
  ) {
    self.concepts = concepts
    self.exactLimit = exactLimit
    self.samples = samples
    self.seed = seed
  }
}

/// In how many completions things last under one concept.
package struct DoubtsCount: Sendable {
  /// In how many completions something holds.
  package struct Share: Sendable, Hashable {
    /// In so many of those examined.
    package let count: UInt64
    /// For each question, in so many of those in which the answer is yes.
    package let withYes: [UInt64]

    init(_ counts: [UInt64]) {
      count = counts[0]
      withYes = Array(counts.dropFirst())
    }
  }

  /// The concept.
  package let concept: Concept
  /// The equilibria of the case as written.
  package let asWritten: Selection
  /// The completions gone through: all of them, with how many of them answer each
  /// question with yes.
  package let examined: Share
  /// The states that are an equilibrium in some completion, by position.
  package let states: [Int: Share]
  /// For each outcome, the completions in which some state of it is an equilibrium.
  package let outcomes: [Share]
  /// The completions without any equilibrium.
  package let withoutEquilibrium: UInt64
  /// The completions whose equilibria are exactly those of the case as written.
  package let sameAsWritten: UInt64

  /// What a tally counted; where it counted a few states alone, these are at the given positions.
  init(_ concept: Concept, _ tally: DoubtTally, asWritten: Selection, at positions: [Int]? = nil) {
    self.concept = concept
    self.asWritten = asWritten
    examined = Share(tally.all)
    var states: [Int: Share] = [:]
    for (place, counts) in tally.states {
      guard let positions else {
        states[place] = Share(counts)
        continue
      }
      if place < positions.count { states[positions[place]] = Share(counts) }
    }
    self.states = states
    outcomes = tally.outcomes.map { Share($0) }
    withoutEquilibrium = tally.none
    sameAsWritten = tally.asWritten
  }

  /// In how many completions the state at a position is an equilibrium.
  package func share(at position: Int) -> Share {
    states[position] ?? Share([UInt64](repeating: 0, count: examined.withYes.count + 1))
  }

  /// The question whose answer makes the greatest difference to the share: its
  /// index, and the shares among the completions with a yes and with a no. Nil when
  /// no question makes any.
  package func mostTelling(_ share: Share) -> (question: Int, yes: Double, no: Double)? {
    var best: (question: Int, yes: Double, no: Double)?
    for question in share.withYes.indices {
      let yes = examined.withYes[question]
      let no = examined.count - yes
      if yes == 0 || no == 0 { continue }
      let (withYes, withNo) = (share.withYes[question], share.count - share.withYes[question])
      let found = (question, Double(withYes) / Double(yes), Double(withNo) / Double(no))
      if abs(found.1 - found.2) > best.map({ abs($0.yes - $0.no) }) ?? 0 { best = found }
    }
    return best
  }
}
