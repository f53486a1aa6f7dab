internal import CaseFile
internal import Notation

// Events, actors and profiles that are named where something is changed.
extension CaseDocument {
  /// The values given to events, by id; what names no event stays as it is written.
  func events(in given: [String: Bool]) throws(Failure) -> [String: Bool] {
    try ids(of: given, among: .event, by: "given")
  }

  /// The profiles chosen for actors, by the ids of both.
  func profiles(in chosen: [String: String]) throws(Failure) -> [String: String] {
    var found = try ids(of: chosen, among: .actor, by: "profile")
    for (actor, profile) in found {
      guard let own = actors.first(where: { $0.id == actor })?.profiles,
        !own.contains(where: { $0.id == profile })
      else { continue }
      let folded = QuotedText.folded(QuotedText.inside(profile) ?? profile)
      let called = own.filter { QuotedText.folded($0.name ?? $0.id) == folded }
      if called.count > 1 {
        throw .argument(
          "'\(profile)' could be \(called.map { "the profile '\($0.id)'" }.joined(separator: " or "))",
          hint: "write the id of the one that is meant", about: "profile", "\(actor)=\(profile)")
      }
      if let one = called.first { found[actor] = one.id }
    }
    return found
  }

  /// The values by ids; of a thing that is given two different values, or two things that are called
  /// alike, nothing is guessed.
  private func ids<Value: Equatable>(
    of given: [String: Value], among kind: NamedThing.Kind, by parameter: String
  ) throws(Failure) -> [String: Value] {
    var found: [String: Value] = [:]
    for name in given.keys.sorted() {
      guard let value = given[name] else { continue }
      let id: String
      do throws(SyntaxError) { id = try thing(named: name, among: [kind])?.id ?? name } catch {
        throw .wrong(error, about: parameter, name)
      }
      if let other = found.updateValue(value, forKey: id), other != value {
        throw .argument("'\(id)' is given two values", hint: "give it one", about: parameter, name)
      }
    }
    return found
  }
}
