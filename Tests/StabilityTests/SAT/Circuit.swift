/// A propositional formula in clauses, made gate by gate: each gate has a variable of its own, which the clauses make equal to it.
///
/// Tseitin, On the complexity of derivation in propositional calculus, 1968, doi:10.1007/978-3-642-81955-1_28. A
/// literal is a variable, counted from 1, or its negative for the complement.
struct Circuit {
  private(set) var variableCount = 1
  /// The clauses: of each, one literal holds at least.
  private(set) var clauses: [[Int]] = [[Self.yes]]
  private var gates: [Gate: Int] = [:]

  /// The literal that always holds, and the one that never does.
  static let yes = 1
  static let no = -1

  private enum Gate: Hashable {
    case all([Int])
    case same(Int, Int)
  }

  /// A variable that nothing is said about yet.
  mutating func variable() -> Int {
    variableCount += 1
    return variableCount
  }

  mutating func require(_ clause: [Int]) { clauses.append(clause) }

  static func constant(_ value: Bool) -> Int { value ? yes : no }

  /// Holds where all of the literals do.
  mutating func all(_ literals: [Int]) -> Int {
    let inputs = Set(literals).subtracting([Self.yes]).sorted()
    if inputs.contains(Self.no) || inputs.contains(where: { $0 > 0 && inputs.contains(-$0) }) {
      return Self.no
    }
    if inputs.count < 2 { return inputs.first ?? Self.yes }
    if let known = gates[.all(inputs)] { return known }
    let gate = variable()
    for input in inputs { require([-gate, input]) }
    require([gate] + inputs.map { -$0 })
    gates[.all(inputs)] = gate
    return gate
  }

  /// Holds where one of the literals does at least.
  mutating func any(_ literals: [Int]) -> Int { -all(literals.map { -$0 }) }

  /// Holds where both literals do, or neither.
  mutating func same(_ first: Int, _ second: Int) -> Int {
    if abs(first) == abs(second) { return Self.constant(first == second) }
    if abs(first) == 1 { return first == Self.yes ? second : -second }
    if abs(second) == 1 { return second == Self.yes ? first : -first }
    let sign = (first > 0) == (second > 0) ? 1 : -1
    let (left, right) = (min(abs(first), abs(second)), max(abs(first), abs(second)))
    if let known = gates[.same(left, right)] { return sign * known }
    let gate = variable()
    require([-gate, -left, right])
    require([-gate, left, -right])
    require([gate, left, right])
    require([gate, -left, -right])
    gates[.same(left, right)] = gate
    return sign * gate
  }

  /// Holds where so many of the literals do at least.
  mutating func atLeast(_ number: Int, of literals: [Int]) -> Int {
    // After some of the literals, whether one more of them hold than the place says.
    var reached = [Int](repeating: Self.no, count: max(number, 0))
    for literal in literals {
      for place in reached.indices.reversed() {
        let before = place == 0 ? Self.yes : reached[place - 1]
        let step = all([literal, before])
        reached[place] = any([reached[place], step])
      }
    }
    return number <= 0 ? Self.yes : reached[number - 1]
  }

  /// The formula in the form that programs of this kind read.
  var dimacs: String {
    var text = "p cnf \(variableCount) \(clauses.count)\n"
    for clause in clauses {
      for literal in clause { text += "\(literal) " }
      text += "0\n"
    }
    return text
  }
}
