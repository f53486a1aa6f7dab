internal import CaseFile
internal import Documents
internal import Notation
internal import Questions

extension Names {
  /// What a reading or a world is made of: an actor by one of its profiles, an event that holds or does not;
  /// nil where the case has nothing of the name.
  func words(_ choice: Assignment) -> Sentence? {
    if let index = subject.document.actors.firstIndex(where: { $0.id == choice.name }) {
      let profile = subject.document.actors[index].profiles.first { $0.id == choice.value }
      return "\(actor(index)) as \(Prose.quoted(profile?.name ?? choice.value))"
    }
    guard let event = subject.document.events.first(where: { $0.id == choice.name }), let truth = choice.truth
    else { return nil }
    return "\(truth ? "with" : "without") \(Prose.quoted(event.name ?? event.id, to: .event(event.id)))"
  }
}
