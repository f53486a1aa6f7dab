import ConflictModel

/// Looks for an equilibrium with an outcome under `nash`, by formulas in clauses: a second way that has nothing in
/// common with sets of states.
///
/// *Is there a state with the outcome in which no move of anybody is an improvement?* A first formula has a state as
/// a solution, with as much of what makes it an equilibrium as was needed so far. A second one, of that very state,
/// has an improvement as a solution. That this move be none, from wherever it is made, goes into the first
/// formula, and so on, until one of the two has no solution.
///
/// Clarke, Grumberg, Jha, Lu and Veith, Counterexample-guided abstraction refinement, CAV 2000,
/// doi:10.1007/10722167_15.
struct NashSearch {
  private let conflict: Conflict
  /// What must hold in the state, outcome aside.
  private var master = Circuit()
  /// The options of the state, as variables of that.
  private var state: [Int] = []
  /// How many moves were ruled out as improvements.
  private(set) var refinementCount = 0

  init(_ conflict: Conflict) {
    self.conflict = conflict
    for _ in conflict.options { state.append(master.variable()) }
    let feasible = master.feasible(state, conflict)
    master.require([feasible])
  }

  /// Whether what everybody wants is said in statements, or in tiers.
  static func understands(_ conflict: Conflict) -> Bool {
    conflict.form == .options
      && conflict.actors.allSatisfy { if case .weights = $0.preference { false } else { true } }
  }

  /// An equilibrium in which a condition holds; nil where there is none.
  mutating func equilibrium(with outcome: Condition) throws -> State? {
    let holds = master.literal(outcome, state, conflict)
    while true {
      var question = master
      question.require([holds])
      guard let solution = try Cadical.solve(question) else { return nil }
      let values = state.map { solution[$0] }
      let improvements = try improvements(from: values)
      if improvements.isEmpty {
        return State(values.indices.reduce(0) { $0 | (values[$1] ? 1 << UInt64($1) : 0) })
      }
      for (actor, target) in improvements { ruleOut(actor, target) }
    }
  }

  /// A move of some actor that is better for it, if there is one, and whatever further ones the same solution has.
  private func improvements(from values: [Bool]) throws -> [(actor: Int, target: [Bool])] {
    var circuit = Circuit()
    let start = values.map(Circuit.constant)
    var moves: [(actor: Int, target: [Int], isBetter: Int)] = []
    for actor in conflict.actors.indices {
      var target = start
      for option in target.indices where conflict.options[option].actor == actor {
        target[option] = circuit.variable()
      }
      let isBetter = circuit.improvement(of: actor, from: start, to: target, conflict)
      moves.append((actor, target, isBetter))
    }
    circuit.require(moves.map { $0.isBetter })
    guard let solution = try Cadical.solve(circuit) else { return [] }
    func value(_ literal: Int) -> Bool { solution[abs(literal)] == (literal > 0) }
    return moves.filter { value($0.isBetter) }.map { ($0.actor, $0.target.map(value)) }
  }

  /// From no state is it an improvement of the actor to give its options these values.
  private mutating func ruleOut(_ actor: Int, _ values: [Bool]) {
    var target = state
    for option in target.indices where conflict.options[option].actor == actor {
      target[option] = Circuit.constant(values[option])
    }
    let isBetter = master.improvement(of: actor, from: state, to: target, conflict)
    master.require([-isBetter])
    refinementCount += 1
  }
}
