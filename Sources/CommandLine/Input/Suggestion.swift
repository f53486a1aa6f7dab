import CaseFile
import Notation

/// Says what somebody probably meant.
enum Suggestion {
  /// "did you mean 'x'?", or else what there is to choose from.
  static func hint(for name: String, among candidates: [String], called plural: String) -> String {
    if let near = nearest(to: name, among: candidates) { return "did you mean '\(near)'?" }
    if candidates.isEmpty { return "the case has no \(plural)" }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "the \(plural) are \(shown)\(candidates.count > 12 ? ", …" : "")"
  }

  /// The one command that begins with what was typed, or is spelled most like it.
  static func command(for word: String, among commands: [String]) -> String? {
    let beginning = commands.filter { word.count >= 2 && $0.hasPrefix(word.lowercased()) }
    return beginning.count == 1 ? beginning[0] : nearest(to: word, among: commands)
  }
}
