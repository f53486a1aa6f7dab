import Notation

/// A name in quotes inside a condition, with that of its actor where one stands before a dot:
/// `"Confess"`, `row."Confess"`, `"First suspect"."Confess"`.
struct QuotedName {
  /// The actor, as it is written.
  var owner: String?
  /// The name, as it is written.
  var name: String

  init(_ text: String) {
    let parts = QuotedText.split(text, most: 2) { $0 == "." }
    owner = parts.count == 2 ? parts[0] : nil
    name = parts[parts.count - 1]
  }
}

/// What names in quotes mean in a case. Two functions rather than the case, which is large, and
/// conditions may be nested deeply.
struct QuotedNames {
  /// The id of what a name means.
  let id: (String) -> Result<String, SyntaxError>
  /// The id of the level that is called so, of an option.
  let level: (String, String) -> String
}

extension CaseDocument {
  /// What names in quotes mean in it.
  var quotedNames: QuotedNames {
    QuotedNames(
      id: { text in
        do throws(SyntaxError) { return .success(try id(of: QuotedName(text))) } catch {
          return .failure(error)
        }
      }, level: { level(called: $0, of: $1) })
  }

  /// The id of what a name in a condition means.
  func id(of quoted: QuotedName) throws(SyntaxError) -> String {
    guard let owner = quoted.owner else {
      if let thing = try thing(named: quoted.name, among: NamedThing.Kind.inConditions) { return thing.id }
      let name = QuotedText.inside(quoted.name) ?? quoted.name
      let names = things(of: NamedThing.Kind.inConditions).map { $0.name }
      throw Self.unknown("nothing is called '\(name)'", near: nearest(to: name, among: names))
    }
    guard let actor = try thing(named: owner, among: [.actor]) else {
      let name = QuotedText.inside(owner) ?? owner
      throw Self.unknown(
        "no actor is called '\(name)'", near: nearest(to: name, among: actors.map { $0.name ?? $0.id }))
    }
    let own = things(of: [.option]).filter { $0.id.hasPrefix("\(actor.id).") } + halves(of: actor)
    let inside = QuotedText.inside(quoted.name) ?? quoted.name
    let id = "\(actor.id).\(inside)"
    if let thing = try Self.only(inside, called: own) { return thing.id }
    if own.contains(where: { $0.id == id }) { return id }
    throw Self.unknown(
      "'\(actor.name)' has no option called '\(inside)'",
      near: nearest(to: inside, among: own.map { $0.name }))
  }

  /// Its halves of joint options.
  private func halves(of actor: NamedThing) -> [NamedThing] {
    var halves: [NamedThing] = []
    for option in joint where option.by.contains(where: { $0.text == actor.id }) {
      halves.append(
        NamedThing(
          kind: .option, id: "\(actor.id).\(option.id)", name: option.name ?? option.id, short: option.short,
          place: option.place))
    }
    return halves
  }

  /// The id of a level that is called so, of the option with an id; the name itself where there is none.
  func level(called name: String, of option: String) -> String {
    let inside = QuotedText.inside(name) ?? name
    let folded = QuotedText.folded(inside)
    for actor in actors {
      for own in actor.options where option == own.id || option == "\(actor.id).\(own.id)" {
        for level in own.levels where QuotedText.folded(level.name ?? level.id) == folded { return level.id }
      }
    }
    return inside
  }

  private static func unknown(_ message: String, near: String?) -> SyntaxError {
    SyntaxError(
      Diagnostic(.unknownName, message, at: .none, hint: near.map { "did you mean “\($0.printable)”?" }))
  }
}
