package import ConflictModel
package import Stability

/// What holds the equilibria that are not `nash`: at each of them somebody could
/// improve and is kept from it by what the others could answer.
///
/// An improvement is held *weakly* when no answer spoils it in which every step
/// makes its mover better off from where it moves: whoever gives the answer would
/// itself rather stay. Exactly: the improvement of actor *i* from *s* to *q* is
/// held weakly under `gmr` when no state of *R⁺_{N-i}(q)* is a sanction, though
/// one of *R_{N-i}(q)* is; under `smr` the same with sanctions that no move of
/// *i* mends. Under `seq`, `sseq` and `sim` none is, by their definitions. So an
/// equilibrium under `gmr` rests on some weak answer just when it is none under
/// `seq`, and one under `smr` when it is none under `sseq`.
package struct Holds: Sendable {
  /// The concept.
  package let concept: Concept
  /// The equilibria under it at which somebody could improve.
  package let held: Selection
  /// How many of them were gone through, the lowest first, or where states are not
  /// listed the nearest to the present; all of them unless
  /// there are more than was allowed, or the work was stopped.
  package private(set) var looked = 0
  /// Those gone through where some improvement is held only weakly.
  package let weak: Selection
  /// What holds whom, those that hold the most improvements first.
  package private(set) var groups: [Group] = []

  /// Improvements of one actor that are spoiled by the same actors in the same order.
  package struct Group: Sendable, Hashable {
    /// Who is held, by index.
    package var actor: Int
    /// Who answers, in the order of the steps, as the certificate has it.
    package var answerers: [Int]
    /// Whether the improvements are held only weakly.
    package var isWeak: Bool
    /// How many improvements.
    package var improvements: Int
    /// From how many equilibria.
    package var states: Int
    /// One of them: the equilibrium, by position.
    package var example: Int
    /// And of those from there the improvement that changes least, with an answer.
    package var deterrence: Deterrence
  }

  /// Goes through the equilibria under a concept; the solution decides it and `nash`.
  ///
  /// - Parameters:
  ///   - concept: A concept other than `nash`.
  ///   - solution: What lasts, with moves and preferences worked out.
  ///   - limit: The most equilibria to go through.
  ///   - now: The present, if there is any.
  ///   - control: When to stop.
  ///
  /// - Complexity: O(legal sequences' moves) for each improvement from them.
  package init(
    under concept: Concept, in solution: Solution, limit: Int = .max, near now: State? = nil,
    control: Control = Control()
  ) {
    precondition(concept != .nash, "no answer holds anybody under nash")
    self.concept = concept
    let actors = solution.conflict.actors.indices
    held = solution.equilibria(concept).subtracting(solution.equilibria(.nash))
    var answers = CredibleAnswers(solution, mendable: concept.allowsCounterMove, control)
    let meter = ChangeMeter(solution.conflict)
    var found: [Key: Group] = [:]
    var weak: [Int] = []
    // What is said of a state is said of all its actors, so these come first.
    var certificates: [Certificate] = []
    for position in held.goneThrough(near: now, atMost: limit) {
      if control.shouldStop() != nil { break }
      certificates.removeAll(keepingCapacity: true)
      for actor in actors {
        if let found = try? solution.certificate(concept, actor: actor, position: position, control: control)
        {
          certificates.append(found)
        }
      }
      if certificates.count < actors.count { break }
      guard let held = try? Self.credibly(certificates, &answers, at: position) else { break }
      looked += 1
      var isWeak = false
      for actor in actors {
        let certificate = certificates[actor]
        guard case .stable(let deterrences) = certificate.finding, !deterrences.isEmpty else { continue }
        var counted: Set<Key> = []
        for (place, deterrence) in deterrences.enumerated() {
          let key = Key(
            actor: actor, answerers: deterrence.sanction.steps.map { $0.actor },
            isWeak: concept.admitsWeakAnswers && !held[actor][place])
          isWeak = isWeak || key.isWeak
          var group =
            found[key]
            ?? Group(
              actor: actor, answerers: key.answerers, isWeak: key.isWeak, improvements: 0, states: 0,
              example: position, deterrence: deterrence)
          group.improvements += 1
          if group.example == position,
            solution.isPlainer(
              deterrence.improvement, than: group.deterrence.improvement, from: certificate.state,
              of: actor, meter)
          {
            group.deterrence = deterrence
          }
          if counted.insert(key).inserted { group.states += 1 }
          found[key] = group
        }
      }
      if isWeak { weak.append(position) }
    }
    self.weak = Selection(at: weak, of: solution.states)
    groups = found.values.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    for index in groups.indices where control.shouldStop() == nil {
      groups[index].deterrence = plainest(groups[index], in: solution, control)
    }
  }

  /// For each actor, for each of its improvements, whether somebody would spoil it to its own advantage; asked only
  /// where answers count that nobody would rather give.
  private static func credibly(
    _ certificates: [Certificate], _ answers: inout CredibleAnswers, at position: Int
  ) throws(StateGraph.Stopped) -> [[Bool]] {
    var held: [[Bool]] = []
    for certificate in certificates {
      var own: [Bool] = []
      if certificate.concept.admitsWeakAnswers, case .stable(let deterrences) = certificate.finding {
        for deterrence in deterrences {
          own.append(try answers.spoil(deterrence.improvement, of: certificate.actor, from: position))
        }
      }
      held.append(own)
    }
    return held
  }

  /// The example of a group with the answer whose steps change least, where the same
  /// actors give it in the same order.
  private func plainest(_ group: Group, in solution: Solution, _ control: Control) -> Deterrence {
    let certificate = try? solution.certificate(
      concept, actor: group.actor, position: group.example, choosing: .plainest, control: control)
    guard case .stable(let deterrences) = certificate?.finding,
      let same = deterrences.first(where: { $0.improvement == group.deterrence.improvement }),
      same.sanction.steps.map({ $0.actor }) == group.answerers
    else { return group.deterrence }
    return same
  }

  private struct Key: Hashable {
    var actor: Int
    var answerers: [Int]
    var isWeak: Bool
  }

  /// Whether every such equilibrium was gone through.
  package var isComplete: Bool { looked == held.count }
}

extension Holds.Group {
  /// Most improvements first; the rest only makes the order the same in every run.
  fileprivate var order: [Int] { [-improvements, actor, example, isWeak ? 1 : 0] + answerers }
}

extension Concept {
  /// Whether an answer counts under the concept that its giver would rather not give.
  package var admitsWeakAnswers: Bool { isSequential && !needsCredibleAnswers }
}

extension Sanction {
  /// The moves that make it up.
  package var steps: [Step] {
    switch self {
    case .sequence(let steps, _), .together(let steps, _): steps
    }
  }
}

/// Whether the others would spoil an improvement to their own advantage, each
/// improvement's answers searched once.
struct CredibleAnswers {
  private let solution: Solution
  private let isMendable: Bool
  /// For each actor, for each state that its improvements lead to, the least that
  /// the actor can be left with: the lowest rank among the answers and, where the
  /// actor may mend them, the best that it can make of each.
  private var least: [[Int: Int]]
  /// Who is asked where there are too many states for that, once somebody was.
  private var asked: Asked?
  private let control: Control

  init(_ solution: Solution, mendable: Bool, _ control: Control) {
    self.solution = solution
    self.control = control
    isMendable = mendable
    least = solution.conflict.actors.map { _ in [:] }
  }

  /// Whether some legal sequence of the others' improvements after the actor's
  /// move to `improvement` leaves it no better off than at `position`.
  mutating func spoil(
    _ improvement: State, of actor: Int, from position: Int
  ) throws(StateGraph.Stopped) -> Bool {
    guard let target = solution.states.position(of: improvement) else { return false }
    if !solution.isListed {
      return try spoilUnlisted(improvement, of: actor, from: solution.states[position])
    }
    let rank = least[actor][target] ?? search(actor, target)
    least[actor][target] = rank
    return rank <= solution.rank(of: actor, at: position)
  }

  private mutating func spoilUnlisted(
    _ improvement: State, of actor: Int, from state: State
  ) throws(StateGraph.Stopped) -> Bool {
    let asked =
      if let asked { asked } else {
        Asked(
          try SetInquiry.ready(
            solution.conflict, like: solution.states, memory: 1 << 32, control: control))
      }
    self.asked = asked
    return try asked.inquiry.isSpoiled(
      improvement, of: actor, from: state, isMendable ? .sseq : .seq,
      under: solution.conflict.actors.map { _ in 0 })
  }

  /// Something that cannot be copied, in a place of its own.
  private final class Asked {
    var inquiry: SetInquiry

    init(_ inquiry: consuming SetInquiry) { self.inquiry = inquiry }
  }

  private struct Arrival: Hashable {
    var position: Int
    var mover: Int
  }

  private func search(_ focal: Int, _ target: Int) -> Int {
    var lowest = Int.max
    var seen: Set<Arrival> = []
    var open = [Arrival(position: target, mover: focal)]
    while let arrival = open.popLast() {
      for mover in solution.conflict.actors.indices where mover != focal && mover != arrival.mover {
        for reached in solution.improvements(of: mover, from: arrival.position) {
          let next = Arrival(position: reached, mover: mover)
          guard seen.insert(next).inserted else { continue }
          lowest = min(lowest, worth(of: reached, to: focal))
          open.append(next)
        }
      }
    }
    return lowest
  }

  private func worth(of position: Int, to actor: Int) -> Int {
    let rank = solution.rank(of: actor, at: position)
    if !isMendable { return rank }
    return solution.moves(of: actor, from: position).reduce(rank) {
      max($0, solution.rank(of: actor, at: $1))
    }
  }
}
