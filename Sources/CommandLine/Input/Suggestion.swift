/// Finds what somebody probably meant.
enum Suggestion {
  /// The candidate that is nearest to `name`, case aside: equal but for case,
  /// starting with it, or at most a third of its letters away.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = name.lowercased()
    if let same = candidates.first(where: { $0.lowercased() == wanted }) { return same }
    let starting = candidates.filter { wanted.count >= 2 && $0.lowercased().hasPrefix(wanted) }
    if starting.count == 1 { return starting[0] }
    let allowed = max(1, wanted.count / 3)
    let near = candidates.map { ($0, distance(wanted, $0.lowercased())) }.filter { $0.1 <= allowed }
    return near.min { $0.1 < $1.1 }?.0
  }

  /// "did you mean 'x'?", or else what there is to choose from.
  static func hint(for name: String, among candidates: [String], called plural: String) -> String {
    if let near = nearest(to: name, among: candidates) { return "did you mean '\(near)'?" }
    if candidates.isEmpty { return "the case has no \(plural)" }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "the \(plural) are \(shown)\(candidates.count > 12 ? ", …" : "")"
  }

  /// How many letters must be put in, left out, changed or swapped with their
  /// neighbour to make one text of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars.prefix(80)), Array(right.unicodeScalars.prefix(80)))
    var before = [Int](repeating: 0, count: right.count + 1)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var next = [i + 1] + [Int](repeating: 0, count: right.count)
      for (j, other) in right.enumerated() {
        next[j + 1] = min(row[j] + (letter == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          next[j + 1] = min(next[j + 1], before[j - 1] + 1)
        }
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
