/// A remark in a text, which means nothing to a program and something to people.
package struct YAMLComment: Sendable, Hashable {
  /// What it says, its `#` first.
  package var text: String
  /// The file in which it stands.
  package var file: String
  /// The line on which it stands, from 1.
  package var line: Int
  /// Whether it has the line for itself; else it stands behind what it is about.
  package var isAlone: Bool
  /// Whether a value stands before it, or what opens one.
  package var isBehindValue: Bool
  /// Whether it stands before everything that the file says.
  package var isHeader = false
  /// The line of what it is about, where that is known; then it goes where that goes, or nowhere.
  package var anchor: Int?
}

extension [YAMLComment] {
  /// The comments, each bound to what it is about in the tree that was read from their file.
  package func anchored(in tree: YAMLValue) -> [YAMLComment] {
    bound(in: tree).filter { $0.anchor != nil && !$0.isHeader }
  }

  /// The comments, those bound that are about something in the tree that was read from their file; what stands
  /// before or behind all of it stays.
  package func bound(in tree: YAMLValue) -> [YAMLComment] {
    let lines = tree.linesByFile
    return map { comment in
      var comment = comment
      if !comment.isHeader { comment.anchor = comment.nearest(in: lines[comment.file] ?? []) }
      return comment
    }
  }
}

extension YAMLComment {
  /// Of the lines of what is there, rising, that of what it is about: its own; else the next, or behind a
  /// value the one before.
  fileprivate func nearest(in lines: [Int]) -> Int? {
    if let anchor { return lines.contains(anchor) ? anchor : nil }
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    if isBehindValue, low > 0, low == lines.count || lines[low] > line { low -= 1 }
    return low < lines.count ? lines[low] : nil
  }
}

/// The lines of a text that is written, with comments above what they are about, or behind it.
struct YAMLLines {
  private(set) var lines: [String] = []
  /// The comments by where what they are about stood.
  private var comments: [Spot: [YAMLComment]] = [:]
  /// What stands behind the line that is to come.
  private var behind: String?
  /// Those that stand at the end.
  private var rest: [String] = []

  private struct Spot: Hashable {
    var file: String
    var line: Int
  }

  init(_ tree: YAMLValue, _ comments: [YAMLComment]) {
    if comments.isEmpty { return }
    let known = tree.linesByFile
    for comment in comments {
      if comment.isHeader {
        lines.append(comment.text)
      } else if let line = comment.nearest(in: known[comment.file] ?? []) {
        self.comments[Spot(file: comment.file, line: line), default: []].append(comment)
      } else if comment.anchor == nil {
        rest.append(comment.text)
      }
    }
  }

  var count: Int { lines.count }

  subscript(index: Int) -> String {
    get { lines[index] }
    set { lines[index] = newValue }
  }

  mutating func append(_ line: String) {
    lines.append(line + (behind.map { " \($0)" } ?? ""))
    behind = nil
  }

  /// Writes the comments on what stands at these places, and is to be written next, each once.
  ///
  /// One stands behind that line as it did before; what stood behind a value that is written over several
  /// lines stands above them.
  mutating func announce(_ places: [Place], indent: String, beforeKey isKey: Bool = false) {
    if comments.isEmpty { return }
    for place in places {
      for comment in comments.removeValue(forKey: Spot(file: place.file, line: place.line)) ?? [] {
        let isBehind = isKey ? !comment.isAlone && !comment.isBehindValue : !comment.isAlone
        if isBehind, comment.line == place.line, behind == nil {
          behind = comment.text
        } else {
          lines.append(indent + comment.text)
        }
      }
    }
  }

  /// The whole text.
  var text: String { (lines + rest).joined(separator: "\n") + "\n" }
}
