import Notation

extension Suggestion {
  /// The one command that begins with what was typed, or is spelled most like it.
  static func command(for word: String, among commands: [String]) -> String? {
    let beginning = commands.filter { word.count >= 2 && $0.hasPrefix(word.lowercased()) }
    return beginning.count == 1 ? beginning[0] : nearest(to: word, among: commands)
  }
}
