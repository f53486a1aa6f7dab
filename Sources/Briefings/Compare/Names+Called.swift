internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

extension Names {
  /// What people call a thing of the case, in quotation marks; its id where it has no other name.
  func called(_ kind: Difference.Kind, _ id: String, of actor: String? = nil) -> Sentence {
    guard let name = name(kind, id, of: actor), name != id else { return Sentence(id.printable) }
    return Prose.quoted(name)
  }

  /// What people call a thing, if the case has it and gives it a name.
  func name(_ kind: Difference.Kind, _ id: String, of actor: String?) -> String? {
    let document = subject.document
    let owner = document.actors.first { $0.id == actor }
    switch kind {
    case .actor: return document.actors.first { $0.id == id }?.name
    case .event: return document.events.first { $0.id == id }?.name
    case .joint: return document.joint.first { $0.id == id }?.name
    case .term: return document.definitions.first { $0.id == id }?.name
    case .outcome: return document.outcomes.first { $0.id == id }?.name
    case .source: return document.sources.first { $0.id == id }?.title
    case .option: return owner?.options.first { $0.id == id }?.name
    case .profile: return owner?.profiles.first { $0.id == id }?.name
    case .level:
      for option in owner?.options ?? [] {
        guard let level = option.levels.first(where: { "\(option.id).\($0.id)" == id }) else { continue }
        return level.name
      }
      return nil
    default: return nil
    }
  }

  /// An observation, which goes by its event and its day: `the observation of “War”, 2023-01-01`.
  func observation(_ id: String) -> String {
    let parts = id.split(separator: " ", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let name = name(.event, parts[0], of: nil), name != parts[0] else {
      return "the observation \(id.printable)"
    }
    return "the observation of \(Prose.quoted(name).text), \(parts[1].printable)"
  }

  /// The first place in which an actor ranks another state here than in another case, and what
  /// is taken in the two states; nil where neither can be told.
  func firstOther(in other: Names, rankedBy actor: String?) -> (place: Int, one: Sentence, other: Sentence)? {
    guard let one = ranking(of: actor), let two = other.ranking(of: actor) else { return nil }
    for place in 0..<min(one.count, two.count) {
      let (own, others) = (one[place].map { idsTaken(in: $0) }, two[place].map { other.idsTaken(in: $0) })
      guard let index = own.indices.first(where: { !others.contains(own[$0]) }),
        let rival = others.indices.first(where: { !own.contains(others[$0]) })
      else { continue }
      return (place, content(of: one[place][index]), other.content(of: two[place][rival]))
    }
    return nil
  }

  private func ranking(of actor: String?) -> [[State]]? {
    guard let index = conflict.actors.firstIndex(where: { $0.id == actor }),
      case .ranking(let tiers) = conflict.actors[index].preference, !isGraph
    else { return nil }
    return tiers
  }

  private func idsTaken(in state: State) -> Set<String> {
    Set(conflict.options.indices.filter { state.takes($0) }.map { conflict.options[$0].id })
  }
}
