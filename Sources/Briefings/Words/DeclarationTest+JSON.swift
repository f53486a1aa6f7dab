internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension DeclarationTest {
  /// What the words are worth for programs, and where each concept's equilibria keep them.
  func members(_ names: Names, _ solution: Solution, under concepts: [Concept]) -> [JSONValue.Member] {
    let actors = names.conflict.actors
    let equilibria = concepts.map { concept in
      JSONValue.Member(concept.rawValue, keeping(at: solution.equilibria(concept)).json)
    }
    let effects = actors.indices.map { actor -> JSONValue in
      let effect = self.effects[actor]
      return [
        "actor": .string(actors[actor].id), "hurt": .integer(effect.hurt),
        "surelyHurt": .integer(effect.surelyHurt), "helped": .integer(effect.helped),
      ]
    }
    return [
      .init("id", names.reference(to: declaration).judgementID),
      .init("actor", .string(actors[declaration.actor].id)), .init("index", .integer(declaration.index + 1)),
      .init("if", .string(declaration.text.condition.printed)),
      .init("then", .string(declaration.text.then.printed)),
      .init("because", declaration.text.because.json),
      .init(
        "to",
        [
          "actors": JSONValue(declaration.targets.map { actors[$0].id }),
          "ground": .string(declaration.ground.rawValue),
        ]), .init("tone", .string(tone.rawValue)), .init("credibility", .string(credibility.rawValue)),
      .init(
        "states",
        [
          "applies": .integer(applies.count), "due": .integer(due.count), "looked": .integer(looked),
          "able": able.counted, "gaining": gaining.counted, "losing": losing.counted,
        ]), .init("effects", .array(effects)), .init("equilibria", .object(equilibria)),
    ]
  }
}

extension DeclarationTest.Keeping {
  /// The sets for programs.
  var json: JSONValue {
    ["kept": kept.counted, "broken": broken.counted, "idle": idle.counted]
  }
}

/// The most states that a list names; counts are always of all.
private let stateLimit = 1_000

extension Selection {
  /// How many states, and the numbers of the first of them.
  var counted: JSONValue {
    ["count": .integer(count), "states": JSONValue(prefix(stateLimit).map { $0 + 1 })]
  }
}
