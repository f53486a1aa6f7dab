import Notation

extension Difference {
  /// What one person says in two ways of one place of a source: `confidence: low` in one case,
  /// `confidence: high` in the other.
  package struct Discord: Sendable, Hashable {
    /// The source, or nil for a note.
    package var source: String?
    /// The place in it.
    package var at: String?
    /// Who says so, where that is told.
    package var by: String?
    /// `basis` or `confidence`.
    package var key: String
    /// What the first case has there.
    package var before: String
    /// What the second has.
    package var after: String
  }
}

extension Difference.Discord {
  /// Keys of which one piece of evidence has one value.
  private static let keys = ["basis", "confidence"]

  /// What two lists of evidence say differently, pieces left out that both have or that
  /// one has kept of the base.
  static func all(_ old: Node?, _ new: Node?, _ base: Node?) -> [Self] {
    let (ours, theirs, before) = (old?.items ?? [], new?.items ?? [], base?.items ?? [])
    let own = ours.filter { !theirs.contains($0) && !before.contains($0) }
    let others = theirs.filter { !ours.contains($0) && !before.contains($0) }
    var found: [Self] = []
    for piece in own {
      let (sameOwn, sameOthers) = (own.filter(piece.isOfPlace), others.filter(piece.isOfPlace))
      for key in keys {
        let values = sameOwn.compactMap { $0[key]?.text }
        let rivals = sameOthers.compactMap { $0[key]?.text }
        guard let value = piece[key]?.text, let rival = rivals.first, !rivals.contains(where: values.contains)
        else { continue }
        let discord = Self(
          source: piece["source"]?.text, at: piece["at"]?.text, by: piece["by"]?.text, key: key,
          before: value,
          after: rival)
        if !found.contains(discord) { found.append(discord) }
      }
    }
    return found
  }
}

extension Node {
  /// Whether a piece of evidence says of the same place, in the same name, what it says.
  fileprivate func isOfPlace(_ other: Node) -> Bool {
    ["source", "at", "by", "against"].allSatisfy { self[$0] == other[$0] }
  }
}
