import CaseFile
import ConflictModel
import Stability

/// Counts in how many completions the present lasts, and something of each outcome, where there are more states than
/// can be listed: each completion is asked about by sets of states, once for all that come to the same wishes.
struct SetDoubtsCounter: ~Copyable {
  private let doubts: Doubts
  private let states: FeasibleStates
  private let control: Control
  private var inquiry: SetInquiry
  /// What is asked about: the states that the present may be, then the outcomes; last of all, whatever there is.
  private let presents: [State]
  private let conditions: [Condition]
  private let wayCounts: [[UInt64]]
  private let questions: [[DoubtQuestion.Content]]
  /// For each actor, what is known of its completions by their ways.
  private var known: [[[UInt64]: (number: Int, answers: [Bool])]]
  /// For each thing asked about, what lasted last where it looks.
  private var found: [State?]
  private(set) var counts: [DoubtsCount] = []
  private(set) var limit: Limit?

  /// Up to so many completions are all gone through.
  static let exactLimit: UInt64 = 4_096
  /// The size of a sample of more, unless one is asked for.
  static let samples: UInt64 = 400

  init(
    _ doubts: Doubts, over states: FeasibleStates, memory: UInt64, control: Control
  ) throws(StateGraph.Stopped) {
    let subject = doubts.subject
    inquiry = try .ready(subject.conflict, like: states, memory: memory, control: control)
    (self.doubts, self.states, self.control) = (doubts, states, control)
    let possible = (subject.statusQuo?.completions ?? []).filter { states.position(of: $0) != nil }
    presents = possible
    conditions = possible.map { .state($0) } + subject.outcomes.map { $0.condition } + [.constant(true)]
    wayCounts = doubts.actors.map { $0.doubts.map { $0.wayCount } }
    questions = doubts.actors.map { $0.questions.map { $0.content } }
    known = doubts.actors.map { _ in [:] }
    found = conditions.map { _ in nil }
  }

  /// A completion: each actor's wishes by number, and the answers to the questions as weights.
  private struct Completion {
    var numbers: [Int] = []
    var weights: [UInt64] = [1]
  }

  mutating func count(_ request: DoubtsRequest, isExact: Bool) {
    do throws(StateGraph.Stopped) {
      let completions = isExact ? try all() : try drawn(request)
      for concept in request.concepts { try count(completions, concept) }
    } catch { limit = error.limit }
  }

  private mutating func count(
    _ completions: [Completion], _ concept: Concept
  ) throws(StateGraph.Stopped) {
    func words(_ lasting: [Bool]) -> [UInt64] {
      var words = [UInt64](repeating: 0, count: (lasting.count + 63) / 64)
      for (index, lasts) in lasting.enumerated() where lasts { words[index / 64] |= 1 << UInt64(index % 64) }
      return words
    }
    found = conditions.map { _ in nil }
    let asWritten = try lasting(concept, doubts.actors.map { _ in 0 })
    let shown = Set(found.compactMap { $0.flatMap { states.position(of: $0) } })
    let frame = DoubtTally.Frame(
      stateCount: conditions.count, questionCount: questions.reduce(0) { $0 + $1.count },
      outcomes: doubts.subject.outcomes.indices.map { outcome in
        words(conditions.indices.map { $0 == presents.count + outcome })
      }, asWritten: words(asWritten))
    var tally = DoubtTally(frame)
    defer {
      if tally.all[0] > 0 {
        counts.append(
          DoubtsCount(
            concept, tally, asWritten: Selection(at: shown, of: states),
            at: presents.map { states.position(of: $0) ?? 0 }))
      }
    }
    var verdicts: [[Int]: [UInt64]] = [:]
    for (place, completion) in completions.enumerated() {
      control.report(
        Control.Progress(phase: .solving, done: UInt64(place), total: UInt64(completions.count)))
      if let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
      let verdict: [UInt64]
      if let known = verdicts[completion.numbers] {
        verdict = known
      } else {
        verdict = words(try lasting(concept, completion.numbers))
      }
      verdicts[completion.numbers] = verdict
      tally.add(verdict, completion.weights, frame)
    }
  }

  /// Whether something lasts of each that is asked about.
  private mutating func lasting(
    _ concept: Concept, _ numbers: [Int]
  ) throws(StateGraph.Stopped) -> [Bool] {
    var lasting: [Bool] = []
    for (place, condition) in conditions.enumerated() {
      if place == conditions.count - 1, lasting.contains(true) {
        lasting.append(true)
        continue
      }
      let state = try inquiry.equilibrium(
        concept, where: condition, tryingFirst: found[place], under: numbers)
      found[place] = state ?? found[place]
      lasting.append(state != nil)
    }
    return lasting
  }

  // MARK: Completions

  private mutating func completion(
    _ ways: (_ actor: Int) -> [UInt64]
  ) throws(StateGraph.Stopped) -> Completion {
    var completion = Completion()
    for actor in wayCounts.indices {
      let ways = ways(actor)
      let entry: (number: Int, answers: [Bool])
      if let made = known[actor][ways] {
        entry = made
      } else {
        let wishes = doubts.actors[actor].wishes(ways)
        let number = try inquiry.number(of: preference(wishes, of: actor), of: actor)
        entry = (number, questions[actor].map { wishes.answer($0) })
      }
      known[actor][ways] = entry
      completion.numbers.append(entry.number)
      completion.weights += entry.answers.map { $0 ? 1 : 0 }
    }
    return completion
  }

  private func preference(_ wishes: Wishes, of actor: Int) -> Preference {
    let own = doubts.subject.conflict.actors[actor].preference
    switch (wishes, own) {
    case (.statements(let indices), .statements(let conditions)):
      return .statements(indices.map { conditions[$0] })
    case (.ranking(let tiers), _): return .ranking(tiers)
    default: return own
    }
  }

  private mutating func all() throws(StateGraph.Stopped) -> [Completion] {
    var completions: [Completion] = []
    for number in 0..<UInt64(clamping: doubts.completionCount ?? 0) {
      var rest = number
      let ways = wayCounts.map { counts in
        counts.map { count in
          defer { rest /= count }
          return rest % count
        }
      }
      completions.append(try completion { ways[$0] })
    }
    return completions
  }

  private mutating func drawn(_ request: DoubtsRequest) throws(StateGraph.Stopped) -> [Completion] {
    var drawing = Drawing(seed: request.seed)
    var completions: [Completion] = []
    for _ in 0..<request.samples {
      if let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
      let ways = wayCounts.map { counts in counts.map { drawing.number(below: $0) } }
      completions.append(try completion { ways[$0] })
    }
    return completions
  }
}

extension Doubts {
  /// Counts in how many completions the present lasts, and something of each outcome, over more states than can be
  /// listed. Every completion of up to 4,096 is gone through.
  ///
  /// - Parameters:
  ///   - request: What to count; any concepts but `sim`.
  ///   - states: The states of the case, as a set.
  ///   - memory: The most bytes that sets may take.
  ///   - control: When to stop.
  func count(
    _ request: DoubtsRequest, over states: FeasibleStates, memory: UInt64, control: Control
  ) throws(StateGraph.Stopped) -> DoubtsAnswer {
    let isExact = completionCount.map { $0 <= UInt128(min(request.exactLimit, SetDoubtsCounter.exactLimit)) }
    var counter = try SetDoubtsCounter(self, over: states, memory: memory, control: control)
    counter.count(request, isExact: isExact ?? false)
    return DoubtsAnswer(
      method: isExact ?? false ? .all : .sample(size: request.samples, seed: request.seed),
      concepts: counter.counts, limit: counter.limit, orderCounts: [], isOfSets: true)
  }
}
