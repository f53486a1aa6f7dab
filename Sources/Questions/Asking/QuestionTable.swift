/// What a question is called, takes and is for: commands, their help and completions, requests
/// in JSON and pages are made of it.
public struct QuestionTable: Sendable {
  /// Its one word: the command, the folder, the request's `question`.
  public var word: String
  /// The format of its answer in JSON, a published name.
  public var format: String
  /// What it is about.
  public var about = About.oneCase
  /// What it finds out, in a line.
  public var abstract: String
  /// What it does, in a paragraph or two.
  public var discussion: String
  /// Command lines to begin with, after the program's name; `first.yaml` is what `entente new` writes.
  public var examples: [String]
  /// What has been done when the answer is complete, in a word or two: `decided`.
  public var done: String
  /// What it means that something is refused, where something can be.
  public var refused: String?
  /// What is told when a limit is reached, if not everything is lost: `what was found is printed`.
  public var part: String?
  /// How far the work had not come, after the limit that ended it before there was an
  /// answer: `before every view was solved`.
  public var moment: String
  /// What it takes besides its subject, in the order of help.
  public var parameters: [Parameter]
  /// Whether it is answered, in the main, where there are more states than can be listed.
  package var needsNoList: Bool
  /// Whether with these arguments it may take minutes where most questions take a moment, so
  /// that nobody should wait for it without seeing how far it has come.
  ///
  /// The rules rest on times of the release program, on one processor, over all cases of the
  /// catalogue (November 2026): solve, show, words, hypergame, observe and check take 0.04 s at
  /// most, explain, paths and coalitions 0.1 s, grid 0.3 s, compare 0.5 s. What takes more is
  /// told at the other tables. WebAssembly takes several times longer.
  package var isLong: @Sendable (Arguments) -> Bool

  /// A question's table.
  package init(
    _ word: String, format: String, about: About = .oneCase, abstract: String, discussion: String,
    examples: [String], done: String, refused: String? = nil, part: String? = nil, moment: String,
    parameters: [Parameter], needsNoList: Bool = false,
    isLong: @escaping @Sendable (Arguments) -> Bool = { _ in false }
  ) {
    self.word = word
    self.format = format
    self.about = about
    self.abstract = abstract
    self.discussion = discussion
    self.examples = examples
    self.done = done
    self.refused = refused
    self.part = part
    self.moment = moment
    self.parameters = parameters
    self.needsNoList = needsNoList
    self.isLong = isLong
  }

  /// The parameter of that name.
  public func parameter(named name: String) -> Parameter? {
    for parameter in parameters where parameter.name == name { return parameter }
    return nil
  }
}
