/// The candidate that is spelled most like a word, if one is near enough to suggest.
///
///     nearest(to: "withdrew", among: ["withdraw", "lift"])   // "withdraw"
///
/// Case does not count. A third of the letters may be wrong, missing, added or
/// swapped with the next; of several that are equally near, the first is taken.
/// A word after a dot is also compared alone, so `confes` finds `row.confess`.
///
/// - Complexity: O(*n m*) in the lengths, for each candidate.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
  guard !wanted.isEmpty else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word {
    var forms = [candidate]
    if !word.contains("."), let dot = candidate.lastIndex(of: ".") {
      forms.append(String(candidate[candidate.index(after: dot)...]))
    }
    for form in forms {
      let letters = Array(form.lowercased().unicodeScalars)
      let allowance = max(1, max(wanted.count, letters.count) / 3)
      guard letters.count <= 64, abs(letters.count - wanted.count) <= allowance else { continue }
      let distance = editDistance(wanted, letters)
      // A single letter that is replaced by another is no likeness.
      guard distance <= allowance, distance < max(wanted.count, letters.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
  }
  return best?.candidate
}

/// How many letters to insert, delete, replace or swap with a neighbour to get from one to the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var distance = min(
        last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

/// Says what somebody probably meant.
package enum Suggestion {
  /// "did you mean 'x'?", or else what there is to choose from.
  package static func hint(for name: String, among candidates: [String], called plural: String) -> String {
    if let near = nearest(to: name, among: candidates) { return "did you mean '\(near)'?" }
    if candidates.isEmpty { return "the case has no \(plural)" }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "the \(plural) are \(shown)\(candidates.count > 12 ? ", …" : "")"
  }
}
