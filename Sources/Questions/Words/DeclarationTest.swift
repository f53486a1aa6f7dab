package import ConflictModel
package import Stability

/// What a threat or promise is worth: whether its author could and would carry
/// it out, whom that would hurt or help, and where the words are kept.
///
///     let solution = subject.conflict.solve()
///     for declaration in subject.declarations {
///       let test = DeclarationTest(declaration, in: solution)
///       test.gaining     // of test.able states, so many where it would gain by its deed
///     }
///
/// *Due* is the declaration at every feasible state where its condition holds and
/// what it announces does not. A *deed* there is a move of the declarer to a state
/// where what it announces holds, and a bare one: no other such move changes only
/// some of the same options. In graph form every such move is a deed.
package struct DeclarationTest: Sendable {
  /// The words.
  package let declaration: Declaration
  /// The states where the condition holds.
  package let applies: Selection
  /// Of them, those where what is announced does not hold.
  package let due: Selection
  /// How many of the due states were gone through, the lowest first, or where states
  /// are not listed the nearest to the present; all of them unless there are more
  /// than was allowed, or the work was stopped.
  package private(set) var looked = 0
  /// The states from which a deed is open to the declarer.
  package let able: Selection
  /// Of ``able``, those where some deed makes the declarer better off.
  package let gaining: Selection
  /// Of ``able``, those where every deed makes the declarer worse off.
  package let losing: Selection
  /// What the deeds do to each actor, by index.
  package private(set) var effects: [Effect]
  /// The same for all targets together: a deed hurts them when it hurts one of them,
  /// and helps them when it helps one of them, so that it may do both.
  package private(set) var onTargets = Effect()

  /// In how many states deeds make somebody worse or better off.
  package struct Effect: Sendable, Hashable {
    /// From so many states some deed makes it worse off.
    package var hurt = 0
    /// From so many of those every deed does.
    package var surelyHurt = 0
    /// From so many states some deed makes it better off.
    package var helped = 0
  }

  /// Tests the words at the states of a solution that is worked out.
  ///
  /// - Parameters:
  ///   - declaration: The words.
  ///   - solution: Moves and preferences; it need not decide any concept.
  ///   - limit: The most due states to go through.
  ///   - now: The present, if there is any.
  ///   - control: When to stop.
  ///
  /// - Complexity: O(due states · moves of the declarer · actors)
  package init(
    _ declaration: Declaration, in solution: Solution, limit: Int = .max, near now: State? = nil,
    control: Control = Control()
  ) {
    self.declaration = declaration
    applies = solution.states(where: declaration.condition)
    let kept = solution.states(where: declaration.then)
    due = applies.subtracting(kept)
    effects = solution.conflict.actors.map { _ in Effect() }
    let speaker = declaration.actor
    var tally = Tally(declaration, actorCount: effects.count)
    if solution.isListed {
      for position in due.prefix(limit) {
        if looked % 256 == 255, control.shouldStop() != nil { break }
        looked += 1
        let deeds = solution.barest(
          solution.moves(of: speaker, from: position).filter(kept.contains), from: position)
        tally.count(deeds.count, at: position) { solution.liking(of: $0, for: deeds[$1], over: position) }
      }
    } else {
      looked = Self.goThrough(due, in: solution, limit, near: now, &tally, control)
    }
    (effects, onTargets) = (tally.effects, tally.onTargets)
    let (able, gaining, losing) = (tally.able, tally.gaining, tally.losing)
    self.able = Selection(at: able, of: solution.states)
    self.gaining = Selection(at: gaining, of: solution.states)
    self.losing = Selection(at: losing, of: solution.states)
  }
}

extension DeclarationTest {
  /// The most deeds from a state that are told apart, where there are too many states to be listed.
  private static let mostDeeds = 64

  /// Goes through the due states nearest to the present, by sets of states; how many it went through.
  private static func goThrough(
    _ due: Selection, in solution: Solution, _ limit: Int, near now: State?, _ tally: inout Tally,
    _ control: Control
  ) -> Int {
    let (conflict, declaration) = (solution.conflict, tally.declaration)
    var looked = 0
    do throws(StateGraph.Stopped) {
      var inquiry = try SetInquiry.ready(
        conflict, like: solution.states, memory: 1 << 32, control: control)
      for position in due.goneThrough(near: now, atMost: limit) {
        if let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
        let state = solution.states[position]
        let deeds = try inquiry.barestTargets(
          of: declaration.actor, from: state, where: declaration.then, atMost: mostDeeds)
        looked += 1
        tally.count(deeds.count, at: position) { actor, deed in
          let now = conflict.standing(of: actor, in: state)
          let then = conflict.standing(of: actor, in: deeds[deed])
          return now == then ? 0 : now < then ? 1 : -1
        }
      }
    } catch {
      // What was gone through until then is told, and how much that is.
    }
    return looked
  }

  /// What was counted so far.
  private struct Tally {
    let declaration: Declaration
    var (able, gaining, losing): ([Int], [Int], [Int]) = ([], [], [])
    var effects: [Effect]
    var onTargets = Effect()

    init(_ declaration: Declaration, actorCount: Int) {
      self.declaration = declaration
      effects = (0..<actorCount).map { _ in Effect() }
    }

    /// Counts a state from which so many deeds are open; `change` tells whether an actor likes one of them more than
    /// the state, 1, or less, -1.
    mutating func count(_ deedCount: Int, at position: Int, change: (_ actor: Int, _ deed: Int) -> Int) {
      if deedCount == 0 { return }
      able.append(position)
      let deeds = 0..<deedCount
      if deeds.contains(where: { change(declaration.actor, $0) > 0 }) {
        gaining.append(position)
      } else if deeds.allSatisfy({ change(declaration.actor, $0) < 0 }) {
        losing.append(position)
      }
      for actor in effects.indices { effects[actor].count(deeds.map { [change(actor, $0)] }) }
      onTargets.count(deeds.map { deed in declaration.targets.map { change($0, deed) } })
    }
  }
}

extension Selection {
  /// The positions to go through, where not all can be: of a list the lowest, of a set the nearest to the present.
  func goneThrough(near now: State?, atMost most: Int) -> [Int] {
    states.isListed ? Array(prefix(most)) : positions(nearest: now ?? State(0), atMost: most)
  }
}

extension Solution {
  /// Of moves from a position, those that change as little as they can: none of
  /// the others changes only some of the same options.
  fileprivate func barest(_ targets: [Int], from position: Int) -> [Int] {
    guard case .options = conflict.form, targets.count > 1 else { return targets }
    let start = states[position].code
    let changes = targets.map { states[$0].code ^ start }
    return targets.indices.filter { index in
      !changes.contains { $0 != changes[index] && $0 & ~changes[index] == 0 }
    }.map { targets[$0] }
  }
}

extension DeclarationTest.Effect {
  /// Counts one state, by what each deed from it changes for each of those concerned.
  fileprivate mutating func count(_ deeds: [[Int]]) {
    let hurts = { (changes: [Int]) in changes.contains { $0 < 0 } }
    if deeds.contains(where: hurts) { hurt += 1 }
    if deeds.allSatisfy(hurts) { surelyHurt += 1 }
    if deeds.contains(where: { changes in changes.contains { $0 > 0 } }) { helped += 1 }
  }
}

extension DeclarationTest {
  /// What sort of words they are, by what the deeds do to those they are meant for.
  package enum Tone: String, Sendable, Hashable {
    /// Carrying them out would hurt some of those they are meant for and never help
    /// any of them.
    case threat
    /// It would help some of them and never hurt any.
    case promise
    /// It would hurt one and help another, or do now one and now the other.
    case mixed
    /// It would make no difference to any of them, or can nowhere be done.
    case neither
  }

  /// What sort of words they are.
  package var tone: Tone {
    switch (onTargets.hurt > 0, onTargets.helped > 0) {
    case (true, false): .threat
    case (false, true): .promise
    case (true, true): .mixed
    case (false, false): .neither
    }
  }

  /// Whether the declarer would do what it says.
  package enum Credibility: String, Sendable, Hashable {
    /// There is no state where the words are still to be carried out.
    case nothingDue
    /// No move of the declarer's own carries them out anywhere.
    case unable
    /// Wherever it can carry them out it would gain by that.
    case credible
    /// It would gain in some states and not in others.
    case partly
    /// It would gain nowhere.
    case empty
  }

  /// Whether the declarer would do what it says.
  package var credibility: Credibility {
    if due.isEmpty { return .nothingDue }
    if able.isEmpty { return .unable }
    if gaining.count == able.count { return .credible }
    return gaining.isEmpty ? .empty : .partly
  }

  /// Whether every due state was gone through.
  package var isComplete: Bool { looked == due.count }
}

extension DeclarationTest {
  /// Where the words stand at some states that last.
  package struct Keeping: Sendable {
    /// The condition holds, and what was announced does, too.
    package var kept: Selection
    /// The condition holds, and what was announced does not.
    package var broken: Selection
    /// The condition does not hold.
    package var idle: Selection

    /// The states where the condition holds.
    package var applying: Int { kept.count + broken.count }
  }

  /// Where the words are kept, broken and idle among the states.
  package func keeping(at states: Selection) -> Keeping {
    let applying = states.intersection(applies)
    return Keeping(
      kept: applying.subtracting(due), broken: applying.intersection(due), idle: states.subtracting(applies))
  }
}
