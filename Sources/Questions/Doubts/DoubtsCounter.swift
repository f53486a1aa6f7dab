import CaseFile
import ConflictModel
import Stability

/// The counting on its way.
struct DoubtsCounter {
  let graph: StateGraph
  let control: Control
  let makers: [OrderMaker]
  private let completionCounts: [UInt64?]
  /// For each actor, the first of the questions about it.
  private let firstQuestions: [Int]
  private let questionCount: Int
  private let outcomes: [[UInt64]]

  var tables: [OrderTable]
  var counts: [DoubtsCount] = []
  var limit: Limit?
  /// Which part of the whole is under way, so that what is told never goes backwards.
  var span: (start: Double, end: Double) = (0, 1)

  init(_ doubts: Doubts, _ graph: StateGraph, _ control: Control) {
    self.graph = graph
    self.control = control
    makers = doubts.actors.indices.map { OrderMaker(doubts, actor: $0, graph: graph) }
    completionCounts = doubts.actors.indices.map { doubts.completionCount(of: $0) }
    var first: [Int] = []
    var count = 0
    for maker in makers {
      first.append(count)
      count += maker.questions.count
    }
    firstQuestions = first
    questionCount = count
    outcomes = doubts.subject.outcomes.map { Self.words(graph.states(where: $0.condition)) }
    tables = makers.map { _ in OrderTable() }
  }

  private static func words(_ selection: Selection) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (selection.states.count + 63) / 64)
    for position in selection { words[position / 64] |= 1 << UInt64(position % 64) }
    return words
  }

  mutating func stop() {
    limit = control.shouldStop() ?? .interrupted
  }

  func report(_ phase: Control.Progress.Phase, _ done: Int, of total: Int) {
    control.report(Control.Progress(phase: phase, done: UInt64(done), total: UInt64(total)))
  }

  /// Says how much of the part that is under way is decided.
  private func reportDeciding(_ done: Int, of total: Int) {
    let fraction = Double(done) / Double(max(total, 1))
    report(.solving, Int((span.start + (span.end - span.start) * fraction) * 10_000), of: 10_000)
  }

  /// The frame for counting under a concept; nil when the work was stopped.
  func frame(_ concept: Concept) -> (DoubtTally.Frame, Selection)? {
    guard let orders = try? graph.orders(control: control) else { return nil }
    return graph.equilibria(concept, under: orders, control: control.silent).map { asWritten in
      let frame = DoubtTally.Frame(
        stateCount: graph.states.count, questionCount: questionCount, outcomes: outcomes,
        asWritten: Self.words(asWritten))
      return (frame, asWritten)
    }
  }

  static func dependsOnOthers(_ concept: Concept) -> Bool {
    concept.needsCredibleAnswers || concept == .sim
  }

  // MARK: All completions

  mutating func countAll(_ concepts: [Concept]) {
    guard makeOrders(), classify(for: concepts) else { return stop() }
    for (index, concept) in concepts.enumerated() {
      guard let (frame, asWritten) = frame(concept) else { return stop() }
      span = (Double(index) / Double(concepts.count), Double(index + 1) / Double(concepts.count))
      var tally = DoubtTally(frame)
      let groups = Self.dependsOnOthers(concept) ? classChoices : [tables.map { Array($0.orders.indices) }]
      let isComplete = work(through: groups, concept) { [self] group, stable in
        product(groups[group], stable, frame)
      } add: {
        tally.add($0)
      }
      if tally.all[0] > 0 { counts.append(DoubtsCount(concept, tally, asWritten: asWritten)) }
      if !isComplete { return stop() }
    }
  }

  /// The completions made of any order of a group for each actor, with the equilibria
  /// that their stable sets leave.
  private func product(
    _ group: [[Int]], _ stable: [[[UInt64]]], _ frame: DoubtTally.Frame
  ) -> DoubtTally {
    var sets = EquilibriumSets(frame)
    for actor in group.indices {
      var choices: [[UInt64]: [UInt64]] = [:]
      for (order, words) in zip(group[actor], stable[actor]) {
        let weights = tables[actor].weights[order]
        choices[words] = choices[words].map { zip($0, weights).map { $0 + $1 } } ?? weights
      }
      sets.intersect(choices, firstQuestion: firstQuestions[actor])
    }
    var tally = DoubtTally(frame)
    for (set, weights) in sets.sets { tally.add(set, weights, frame) }
    return tally
  }

  /// Makes the order of every completion of every actor; false when stopped.
  private mutating func makeOrders() -> Bool {
    let total = completionCounts.reduce(0) { $0 + Int($1 ?? 0) }
    var done = 0
    for actor in makers.indices {
      let maker = makers[actor]
      let count = Int(completionCounts[actor] ?? 0)
      var next = 0
      while next < count {
        report(.varying, done, of: total)
        let first = next
        let size = min(256, count - first)
        guard
          let made = control.results(size, { index in maker.order(maker.ways(UInt64(first + index))) })
        else { return false }
        for (order, answers) in made { _ = tables[actor].add(order, answers) }
        next += size
        done += size
      }
    }
    return true
  }

  /// Puts the orders of each actor into classes, where a concept has a use for them;
  /// false when stopped.
  mutating func classify(for concepts: [Concept]) -> Bool {
    if !concepts.contains(where: Self.dependsOnOthers) { return true }
    for actor in makers.indices {
      if !tables[actor].classify(graph, actor: actor, control) { return false }
    }
    return true
  }

  /// Every choice of a class of orders for each actor: for each actor the orders in it.
  private var classChoices: [[[Int]]] {
    var choices: [[[Int]]] = [[]]
    for table in tables {
      choices = choices.flatMap { choice in table.members.map { choice + [$0] } }
    }
    return choices
  }

  // MARK: Groups of completions

  /// Works out the stable sets of every order in each group, whose orders of one
  /// actor all make the same moves improvements (unless that makes no difference),
  /// and hands them on. False when the work was stopped before the end.
  func work<Part: Sendable>(
    through groups: [[[Int]]], _ concept: Concept,
    part: @Sendable (_ group: Int, _ stable: [[[UInt64]]]) -> Part, add: (Part) -> Void
  ) -> Bool {
    let evaluations = groups.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    var done = 0
    var next = 0
    while next < groups.count {
      reportDeciding(done, of: evaluations)
      // As many groups as give the processors something to do for a while.
      var tasks: [(actor: Int, order: Int, group: Int)] = []
      let first = next
      while next < groups.count, tasks.count < 128 {
        for actor in groups[next].indices {
          for order in groups[next][actor] { tasks.append((actor, order, next)) }
        }
        next += 1
      }
      var stable: [[UInt64]] = []
      while stable.count < tasks.count {
        reportDeciding(done, of: evaluations)
        let start = stable.count
        let size = min(512, tasks.count - start)
        let found = control.results(size) { [tasks] index in
          let task = tasks[start + index]
          var orders = groups[task.group].indices.map { tables[$0].orders[groups[task.group][$0][0]] }
          orders[task.actor] = tables[task.actor].orders[task.order]
          return graph.stable(concept, actor: task.actor, under: orders, control: control.silent)
            .map(Self.words)
        }
        guard let found else { return false }
        stable += found
        done += size
      }
      var taken = 0
      let perGroup = (first..<next).map { group in
        groups[group].map { orders -> [[UInt64]] in
          defer { taken += orders.count }
          return Array(stable[taken..<taken + orders.count])
        }
      }
      guard
        let parts = control.results(perGroup.count, { index in part(first + index, perGroup[index]) })
      else { return false }
      for part in parts { add(part) }
    }
    return true
  }
}
