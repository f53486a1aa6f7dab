import ConflictModel
import Notation

/// What a `.gmcr` file says, in its own terms.
struct GMCRModel {
  struct Option {
    var name: String
    var direction: ConflictModel.Option.Direction = .both
    var span = JSONNode.Span.none
  }

  /// An option that is taken, or one that is not.
  struct Literal: Hashable {
    var option: Int
    var taken: Bool
    var span = JSONNode.Span.none

    static func == (left: Literal, right: Literal) -> Bool {
      left.option == right.option && left.taken == right.taken
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(option)
      hasher.combine(taken)
    }
  }

  /// Literals that all hold: a "simple condition".
  struct Pattern {
    var literals: [Literal]
    var span = JSONNode.Span.none
  }

  /// A wish: one pattern, or several of which one must hold.
  struct Statement {
    enum Form {
      case simple(Pattern)
      case compound([Pattern])
    }

    var form: Form
    var span = JSONNode.Span.none
  }

  /// A state in a ranking, by its number from 1.
  struct RankedState {
    var number: Int
    var span = JSONNode.Span.none
  }

  struct Actor {
    var name: String
    /// The options it controls, in its own order.
    var options: [Owned] = []
    var statements: [Statement] = []
    /// Tiers of states, best first; nil when the file gives none.
    var ranking: [[RankedState]]?
    var misperceptions: [Pattern] = []
    var span = JSONNode.Span.none
    var rankingSpan = JSONNode.Span.none
    var statementsSpan = JSONNode.Span.none
  }

  /// An option in an actor's list.
  struct Owned {
    var option: Int
    var span = JSONNode.Span.none
  }

  var options: [Option] = []
  var actors: [Actor] = []
  var infeasibles: [Pattern] = []
  /// Whether every actor uses its ranking rather than its statements.
  var ranksByHand = false
  /// The partition of the actors that the file gives.
  var coalitions: [[Int]]?
  var coalitionsSpan = JSONNode.Span.none
  var infeasiblesSpan = JSONNode.Span.none
}

extension GMCRModel {
  /// The same with the options grouped by actor, in the order of the actors and
  /// of each actor's list: the order that state numbers refer to.
  ///
  /// Every option must have exactly one owner.
  func regrouped() -> GMCRModel {
    let order = actors.flatMap { $0.options.map { $0.option } }
    precondition(order.count == options.count, "an option has no owner, or two")
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }

    var result = self
    result.options = order.map { options[$0] }
    result.infeasibles = infeasibles.map { $0.moved(to: place) }
    for index in result.actors.indices {
      for position in result.actors[index].options.indices {
        result.actors[index].options[position].option = place[actors[index].options[position].option]
      }
      result.actors[index].statements = actors[index].statements.map { $0.moved(to: place) }
      result.actors[index].misperceptions = actors[index].misperceptions.map { $0.moved(to: place) }
    }
    return result
  }

  /// The conflict's states and nothing else: options, owners and what is infeasible.
  func frame() -> Conflict {
    var owners = [Int](repeating: ConflictModel.Option.nobody, count: options.count)
    for (index, actor) in actors.enumerated() {
      for owned in actor.options { owners[owned.option] = index }
    }
    return Conflict(
      actors: actors.indices.map { Conflict.Actor(id: "actor\($0)", preference: .indifferent) },
      options: options.indices.map {
        ConflictModel.Option(id: "option\($0)", actor: owners[$0], direction: options[$0].direction)
      },
      rules: infeasibles.map { .not(.all($0.literals.map { $0.condition })) })
  }
}

extension GMCRModel.Pattern {
  func moved(to place: [Int]) -> Self {
    var result = self
    for index in literals.indices { result.literals[index].option = place[literals[index].option] }
    return result
  }
}

extension GMCRModel.Statement {
  func moved(to place: [Int]) -> Self {
    var result = self
    switch form {
    case .simple(let pattern): result.form = .simple(pattern.moved(to: place))
    case .compound(let patterns): result.form = .compound(patterns.map { $0.moved(to: place) })
    }
    return result
  }
}

extension GMCRModel.Literal {
  var condition: Condition { taken ? .taken(option) : .not(.taken(option)) }

  /// The opposite.
  var negated: Self { Self(option: option, taken: !taken, span: span) }
}
