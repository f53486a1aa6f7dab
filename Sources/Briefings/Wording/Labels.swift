internal import CaseFile
internal import ConflictModel
internal import Notation

/// What actors, options and outcomes are called where room is short.
struct Labels: Sendable {
  /// Two letters for each actor, no two actors with the same.
  let tags: [String]
  let subject: Case

  /// The most characters of a short name.
  private static let longest = 24

  init(_ subject: Case) {
    self.subject = subject
    tags = Self.tags(
      subject.conflict.actors.map { $0.name }, given: subject.document.actors.map { $0.tag })
  }

  func actor(_ index: Int) -> String {
    subject.document.actors[index].short ?? Self.cut(subject.conflict.actors[index].name)
  }

  func outcome(_ index: Int) -> String {
    let outcome = subject.outcomes[index]
    let written = subject.document.outcomes.first { $0.id == outcome.id }
    return written?.short ?? Self.cut(outcome.name)
  }

  /// An option of an actor, without the actor; `id` is the one after the actor's.
  func option(_ id: String, of actor: Int, called name: String) -> String {
    let own = subject.document.actors[actor].options.first { $0.id == id }
    return own?.short ?? subject.document.joint.first { $0.id == id }?.short ?? Self.cut(name)
  }

  /// The name as far as it fits, with whole words where there are some.
  static func cut(_ name: String) -> String {
    if name.count <= longest { return name }
    let start = name.prefix(longest - 1)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return (words.count < longest / 2 ? start : words) + "…"
  }
}

// MARK: - Tags

extension Labels {
  /// The tags that are given, and for each other name two of its letters: the first of its first and
  /// last word, or its first two; where somebody has these already, the second letter moves on.
  static func tags(_ names: [String], given: [String?]) -> [String] {
    var taken = Set(given.compactMap { $0?.uppercased() })
    return names.indices.map { index in
      if let tag = given[index] { return tag }
      let tag = candidates(names[index]).first { !taken.contains($0) } ?? "\(index)"
      taken.insert(tag)
      return tag
    }
  }

  /// Two letters for a name, the most telling first.
  private static func candidates(_ name: String) -> [String] {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let letters = words.flatMap { Array($0) }
    guard let first = letters.first else { return (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" } }
    var seconds: [Character] = []
    if words.count > 1, let last = words.last?.first { seconds.append(last) }
    seconds += letters.dropFirst()
    seconds += "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    return seconds.map { capital(first) + capital($0) }
  }

  /// The letter as a capital, where that is one letter.
  private static func capital(_ letter: Character) -> String {
    let capital = String(letter).uppercased()
    return capital.count == 1 ? capital : String(letter)
  }
}
