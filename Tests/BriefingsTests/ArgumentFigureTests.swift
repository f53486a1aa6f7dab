import CaseFile
import ConflictModel
import Documents
import EffectiveCounts
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

/// Whether pictures say what was found out.
@Suite("Figures of arguments, ways and places") struct ArgumentFigureTests {
  /// What is to be on the cards of a chain, worked out from the conflict alone.
  private struct Move {
    var actor: Int
    var from: State
    var to: State
  }

  private static func moves(_ certificate: Certificate) -> [Move] {
    let start = certificate.state
    switch certificate.finding {
    case .stable(let deterrences):
      guard let first = deterrences.first else { return [] }
      var moves = [Move(actor: certificate.actor, from: start, to: first.improvement)]
      switch first.sanction {
      case .sequence(let steps, _):
        for step in steps { moves.append(Move(actor: step.actor, from: moves.last!.to, to: step.state)) }
      case .together(let steps, _):
        moves += steps.map { Move(actor: $0.actor, from: start, to: $0.state) }
      }
      return moves
    case .unstable(let escape):
      return [Move(actor: certificate.actor, from: start, to: escape.improvement)]
    }
  }

  private static func expect(_ card: Figure.Chain.Card, _ move: Move, _ chain: Figure.Chain, in subject: Case)
  {
    let conflict = subject.conflict
    #expect(chain.actors[card.actor].place == move.actor)
    #expect(chain.actors[card.actor].name.text == conflict.actors[move.actor].name.printable)
    if case .graph = conflict.form {
      let state = subject.document.states[Int(move.to.code)]
      #expect(card.changes.map { $0.sign } == [.go])
      #expect(card.changes.map { $0.words.text } == [(state.name ?? state.id).printable])
      return
    }
    var expected: [String] = []
    let levels = Set(
      conflict.levelOptions.flatMap { Array($0.firstOption..<$0.firstOption + $0.levels.count - 1) })
    for option in conflict.options.indices where !levels.contains(option) {
      if move.from.takes(option) == move.to.takes(option) { continue }
      let joint = subject.jointOptions.first { $0.halves.contains(option) }
      let name = joint.map { "part in \($0.name)" } ?? conflict.options[option].name
      expected.append("\(move.to.takes(option) ? "take" : "giveUp") \(name)")
    }
    for level in conflict.levelOptions {
      let (from, to) = (level.level(in: move.from), level.level(in: move.to))
      if from != to {
        expected.append("level \(level.name): \(level.levelNames[from]) \u{2192} \(level.levelNames[to])")
      }
    }
    let told = card.changes.map {
      $0.sign == .level ? "level \($0.words.text): \($0.detail)" : "\($0.sign) \($0.words.text)"
    }
    #expect(told.sorted() == expected.map { $0.printable }.sorted())
  }

  @Test(
    "the movers in their order, every change, and what comes of it", .effective(20), .effective(5, "answers"),
    .effective(1, "states"), .effective(3, "levels"), arguments: TestScale.seeds(40))
  func argument(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let solution = subject.conflict.solve()
    let names = Names(subject, states: solution.states)
    var hasGraph = false, hasLevel = false, isAnswered = false, isDrawn = false
    for concept in solution.concepts {
      for actor in subject.conflict.actors.indices {
        for position in solution.states.indices.prefix(6) {
          let certificate = solution.certificate(
            concept, actor: actor, position: position, choosing: .plainest)
          let moves = Self.moves(certificate)
          guard let chain = names.argument(certificate) else {
            #expect(moves.isEmpty)
            continue
          }
          isDrawn = true
          #expect(chain.form == .argument && chain.ending.kind == (certificate.isStable ? .stops : .leaves))
          // What could be answered in vain is one card more.
          #expect(chain.cards.count == moves.count || (!certificate.isStable && chain.cards.count == 2))
          for (card, move) in zip(chain.cards, moves) { Self.expect(card, move, chain, in: subject) }
          #expect(certificate.isStable ? chain.ending.reason != nil : true)
          #expect(chain.cards[0].reason != nil)
          isAnswered = isAnswered || moves.count > 1
          if case .graph = subject.conflict.form { hasGraph = true }
          hasLevel = hasLevel || chain.cards.contains { $0.changes.contains { $0.sign == .level } }
        }
      }
    }
    effective(when: isDrawn)
    effective(when: isAnswered, "answers")
    effective(when: hasGraph, "states")
    effective(when: hasLevel, "levels")
  }

  @Test("a way has each of its steps and ends where it ends", .effective(8), arguments: TestScale.seeds(30))
  func strip(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let conflict = subject.conflict
    let solution = conflict.solve(SolveRequest(concepts: [.nash]))
    let names = Names(subject, states: solution.states)
    // Each actor in turn moves somewhere.
    var (path, state) = ([Step](), solution.states[0])
    for actor in Array(conflict.actors.indices) + Array(conflict.actors.indices) {
      guard let target = conflict.moves(of: actor, from: state).last else { continue }
      path.append(Step(actor: actor, state: target))
      state = target
    }
    let strip = names.strip(path, from: solution.states[0], isLasting: true)
    #expect(strip.form == .steps && strip.cards.count == path.count && strip.ending.kind == .lasts)
    #expect(names.strip(path, from: solution.states[0], isLasting: false).ending.kind == .passes)
    var before = solution.states[0]
    for (card, step) in zip(strip.cards, path) {
      Self.expect(card, Move(actor: step.actor, from: before, to: step.state), strip, in: subject)
      before = step.state
    }
    effective(when: path.count > 2)
  }

  @Test("places agree with what actors prefer", .effective(20), arguments: TestScale.seeds(30))
  func ladder(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let conflict = subject.conflict
    let solution = conflict.solve(SolveRequest(concepts: []))
    let report = ShowReport(case: subject, solution: solution, what: .preferences)
    let ladder = try #require(report.ladder)
    let states = solution.states.indices.prefix(40).map { solution.states[$0] }
    var isTold = false
    for actor in conflict.actors.indices {
      let places = report.places(of: actor)
      #expect(Set(places) == Set(1...ladder.placeCounts[actor]))
      for (one, first) in states.enumerated() {
        for (other, second) in states.enumerated() {
          let isBetter = conflict.prefers(actor, first, to: second)
          #expect((places[one] < places[other]) == isBetter)
          isTold = isTold || isBetter
        }
      }
    }
    for (rung, outcome) in zip(ladder.rungs.filter { !$0.isPresent }, subject.outcomes) {
      for actor in conflict.actors.indices {
        let places = report.places(of: actor)
        let own = solution.states.indices.filter {
          conflict.holds(outcome.condition, in: solution.states[$0])
        }
        .map { places[$0] }
        #expect(rung.places[actor]?.lowerBound == own.min() && rung.places[actor]?.upperBound == own.max())
      }
    }
    if let figure = ladder.figure(report.names) {
      #expect(figure.columns.map { $0.placeCount } == ladder.placeCounts)
      #expect(figure.columns.map { $0.actor.place } == conflict.actors.indices.map { $0 })
      #expect(figure.rungs.map { $0.places } == ladder.rungs.map { $0.places })
    }
    effective(when: isTold)
  }

  @Test("what has a short name has it beside its name")
  func short() throws {
    let subject = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          actors:
            a: {tag: QQ, options: {x: {name: "Let the others have it", short: Let}, y: Yield}, prefers: [x]}
            b: {prefers: [j], options: {k: {name: "How much", short: Much, levels: {low: Low, high: High}}}}
          joint: {j: {by: [a, b], name: "A treaty", short: Pact}}
          """))
    let solution = subject.conflict.solve()
    let names = Names(subject, states: solution.states)
    let (first, last) = (solution.states[0], solution.states[solution.states.count - 1])
    let changes = names.changes(from: first, to: last, Labels(subject))
    #expect(changes.map { $0.short ?? "-" }.sorted() == ["-", "Let", "Much", "part in Pact", "part in Pact"])
    let chain = try #require(
      solution.concepts.lazy.compactMap { names.argument(solution.certificate($0, actor: 0, position: 0)) }
        .first)
    #expect(chain.actors[0].tag == "QQ")
  }
}
