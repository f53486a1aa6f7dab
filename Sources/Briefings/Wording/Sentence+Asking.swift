internal import Documents

extension Sentence {
  /// The answer in JSON, which leaves nothing out: at a prompt, `--json`.
  static var inJSON: Sentence { Sentence("the answer in JSON", to: .again([Argument("json")])) }

  /// A parameter of the question that is answered: at a prompt its name, elsewhere these words.
  static func parameter(_ name: String, _ words: String) -> Sentence {
    Sentence(words, to: .parameter(name))
  }
}
