/// A condition made ready to be asked in many states.
///
/// The condition and the terms it uses become one list of gates, each gate
/// after those it reads. Asking takes one pass over the list: time in
/// proportion to the text of the condition and its terms, whatever the sharing.
package struct ReadyCondition: Sendable {
  package enum Kind: UInt8, Sendable {
    case constant, taken, event, state, not, all, any, implies, iff, atLeast, atMost, exactly
  }

  /// One gate. `number` is the option, event, count or state code; the inputs
  /// are `inputs[first ..< first + count]`.
  package struct Gate: Sendable {
    package var kind: Kind
    package var number: UInt64
    package var first: Int
    package var count: Int
  }

  package private(set) var gates: [Gate] = []
  package private(set) var inputs: [Int] = []

  /// The options that the condition mentions, one bit each.
  package private(set) var optionMask: UInt64 = 0

  /// For each event, whether it holds.
  package let holding: [Bool]

  /// Makes `condition` ready.
  ///
  /// - Parameters:
  ///   - condition: The condition to ask.
  ///   - terms: The named conditions it may use; each uses only earlier ones.
  ///   - holding: For each event, whether it holds.
  ///
  /// - Complexity: O(size of the condition and of the terms)
  init(_ condition: Condition, terms: [Condition], holding: [Bool]) {
    self.holding = holding
    var needed = [Bool](repeating: false, count: terms.count)
    Self.markTerms(of: condition, in: &needed)
    for index in terms.indices.reversed() where needed[index] {
      Self.markTerms(of: terms[index], in: &needed)
    }
    var gateOfTerm = [Int](repeating: -1, count: terms.count)
    for index in terms.indices where needed[index] {
      gateOfTerm[index] = append(terms[index], gateOfTerm)
    }
    // The condition's own gate comes last, where the answer is read: a bare term is
    // the last of those needed.
    let root = append(condition, gateOfTerm)
    assert(root == gates.count - 1)
  }

  /// Whether the condition holds in `state`.
  package func callAsFunction(_ state: State) -> Bool {
    var scratch: [Truth] = []
    return holds(in: state, &scratch)
  }

  /// The same, with working space that can be passed on from call to call.
  func holds(in state: State, _ scratch: inout [Truth]) -> Bool {
    evaluate(PartialState(taken: state.code, open: 0), &scratch) == .yes
  }

  private static func markTerms(of condition: Condition, in needed: inout [Bool]) {
    switch condition {
    case .constant, .taken, .event, .state: break
    case .term(let index): needed[index] = true
    case .not(let inner): markTerms(of: inner, in: &needed)
    case .all(let parts), .any(let parts), .count(_, _, let parts):
      for part in parts { markTerms(of: part, in: &needed) }
    case .implies(let left, let right), .iff(let left, let right):
      markTerms(of: left, in: &needed)
      markTerms(of: right, in: &needed)
    }
  }

  private mutating func addGate(_ kind: Kind, number: UInt64 = 0, inputs read: [Int] = []) -> Int {
    gates.append(Gate(kind: kind, number: number, first: inputs.count, count: read.count))
    inputs += read
    return gates.count - 1
  }

  private mutating func append(_ condition: Condition, _ gateOfTerm: [Int]) -> Int {
    switch condition {
    case .constant(let value):
      return addGate(.constant, number: value ? 1 : 0)
    case .taken(let index):
      optionMask |= 1 << UInt64(index)
      return addGate(.taken, number: UInt64(index))
    case .event(let index):
      return addGate(.event, number: UInt64(index))
    case .state(let state):
      // It takes every option to tell one state from all others.
      optionMask = .max
      return addGate(.state, number: state.code)
    case .term(let index):
      return gateOfTerm[index]
    case .not(let inner):
      return addGate(.not, inputs: [append(inner, gateOfTerm)])
    case .all(let parts):
      return addGate(.all, inputs: parts.map { append($0, gateOfTerm) })
    case .any(let parts):
      return addGate(.any, inputs: parts.map { append($0, gateOfTerm) })
    case .implies(let left, let right):
      return addGate(.implies, inputs: [append(left, gateOfTerm), append(right, gateOfTerm)])
    case .iff(let left, let right):
      return addGate(.iff, inputs: [append(left, gateOfTerm), append(right, gateOfTerm)])
    case .count(let bound, let number, let parts):
      if number < 0 {
        // Any number of conditions is more than that.
        return addGate(.constant, number: bound == .atLeast ? 1 : 0)
      }
      let kind: Kind =
        switch bound {
        case .atLeast: .atLeast
        case .atMost: .atMost
        case .exactly: .exactly
        }
      return addGate(kind, number: UInt64(number), inputs: parts.map { append($0, gateOfTerm) })
    }
  }
}

extension ReadyCondition {
  /// What is known of the condition when only part of a state is settled.
  ///
  /// `.open` is a safe answer: it may be given although every completion
  /// agrees. `scratch` is working space that can be passed on from call to call.
  func evaluate(_ partial: PartialState, _ scratch: inout [Truth]) -> Truth {
    scratch.removeAll(keepingCapacity: true)
    for gate in gates {
      scratch.append(value(of: gate, partial, scratch))
    }
    return scratch[gates.count - 1]
  }

  private func value(of gate: Gate, _ partial: PartialState, _ known: [Truth]) -> Truth {
    switch gate.kind {
    case .constant:
      return Truth(gate.number == 1)
    case .taken:
      return partial.option(Int(gate.number))
    case .event:
      return Truth(holding[Int(gate.number)])
    case .state:
      if (partial.taken ^ gate.number) & ~partial.open != 0 { return .no }
      return partial.open != 0 ? .open : .yes
    case .not:
      return known[inputs[gate.first]].negated
    case .all:
      return strongest(.no, of: gate, known)
    case .any:
      return strongest(.yes, of: gate, known)
    case .implies:
      let (left, right) = (known[inputs[gate.first]], known[inputs[gate.first + 1]])
      if left == .no || right == .yes { return .yes }
      return left == .open || right == .open ? .open : .no
    case .iff:
      let (left, right) = (known[inputs[gate.first]], known[inputs[gate.first + 1]])
      return left == .open || right == .open ? .open : Truth(left == right)
    case .atLeast, .atMost, .exactly:
      return bounded(gate, known)
    }
  }

  /// `decisive` if some input is; else open if some input is; else its opposite.
  private func strongest(_ decisive: Truth, of gate: Gate, _ known: [Truth]) -> Truth {
    var result = decisive.negated
    for index in gate.first..<gate.first + gate.count {
      let input = known[inputs[index]]
      if input == decisive { return decisive }
      if input == .open { result = .open }
    }
    return result
  }

  private func bounded(_ gate: Gate, _ known: [Truth]) -> Truth {
    var least: UInt64 = 0
    var most: UInt64 = 0
    for index in gate.first..<gate.first + gate.count {
      let input = known[inputs[index]]
      if input == .yes { least += 1 }
      if input != .no { most += 1 }
    }
    let enough: Truth = least >= gate.number ? .yes : most < gate.number ? .no : .open
    if gate.kind == .atLeast { return enough }
    let notTooMany: Truth = most <= gate.number ? .yes : least > gate.number ? .no : .open
    if gate.kind == .atMost { return notTooMany }
    if enough == .no || notTooMany == .no { return .no }
    return enough == .yes && notTooMany == .yes ? .yes : .open
  }
}
