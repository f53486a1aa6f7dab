/// What a phrase points to, so that a reader can ask "why?" of any claim, in every face.
///
/// Things of a case are named by their ids, states by their codes.
package enum Reference: Hashable, Sendable {
  /// An actor, by its id.
  case actor(String)
  /// An option, by its id: `seoul.shells`.
  case option(String)
  /// An event, by its id.
  case event(String)
  /// A named outcome, by its id.
  case outcome(String)
  /// A solution concept, by its id.
  case concept(String)
  /// A state, by its code: bit *i* is set where option *i* is taken; in graph form its index.
  case state(UInt64)
  /// A judgement by its place in the case, and through it its source and basis: `seoul.prefers.line`.
  case judgement(String)
  /// A judgement of another of the cases that the document is about, counted from 2.
  case otherJudgement(String, of: Int)
  /// Another question with its arguments: a link on a page, a command in a terminal.
  case question(word: String, arguments: [Argument])
  /// The question that the document answers, asked once more with these arguments, too: at a prompt
  /// they are all there is to say, elsewhere the phrase says what one would get.
  case again([Argument])
  /// A parameter of the question that the document answers, by its name.
  case parameter(String)
}

// Written out so that WebAssembly has them once: the compiler's own would stand wherever sentences are
// compared or counted as members of sets.
extension Reference {
  /// Whether both point to the same.
  @inline(never)
  package static func == (left: Reference, right: Reference) -> Bool {
    switch (left, right) {
    case (.actor(let one), .actor(let other)), (.option(let one), .option(let other)),
      (.event(let one), .event(let other)), (.outcome(let one), .outcome(let other)),
      (.concept(let one), .concept(let other)), (.judgement(let one), .judgement(let other)),
      (.parameter(let one), .parameter(let other)):
      one == other
    case (.state(let one), .state(let other)): one == other
    case (.otherJudgement(let one, let first), .otherJudgement(let other, let second)):
      one == other && first == second
    case (.question(let one, let first), .question(let other, let second)):
      one == other && first == second
    case (.again(let one), .again(let other)): one == other
    default: false
    }
  }

  /// Things of several kinds may have one id, which is rare enough.
  @inline(never)
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .actor(let id), .option(let id), .event(let id), .outcome(let id), .concept(let id),
      .judgement(let id), .otherJudgement(let id, _), .parameter(let id), .question(let id, _):
      hasher.combine(id)
    case .state(let code): hasher.combine(code)
    case .again(let arguments): hasher.combine(arguments.count)
    }
  }
}

/// A question as it was asked.
package struct AskedQuestion: Hashable, Sendable {
  /// Its word.
  package var word: String
  /// What the cases are called that it was asked of.
  package var subjects: [String]
  /// What it was asked with; an argument without a name is known by its place.
  package var arguments: [Argument]

  /// A question of these cases with these arguments.
  package init(_ word: String, about subjects: [String], _ arguments: [Argument]) {
    (self.word, self.subjects, self.arguments) = (word, subjects, arguments)
  }
}

/// One argument of a question: a parameter's name and what it is given.
package struct Argument: Hashable, Sendable {
  /// The name of the parameter, as on the command line but without dashes.
  package var name: String
  /// The value as one writes it; empty for a flag.
  package var value: String

  /// The parameter of that name with that value.
  package init(_ name: String, _ value: String = "") {
    (self.name, self.value) = (name, value)
  }
}
