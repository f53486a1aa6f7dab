public import Foundation
internal import Notation

/// What was published: the documents, cases and requests of Tests/Published. More may be added, none changed.
public enum Published {
  /// Where all of it is.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Published")
  /// The cases that documents are about.
  public static let cases = folder.appending(path: "cases")
  /// The requests that documents answer.
  public static let requests = folder.appending(path: "requests")

  /// The days, each with a folder of documents.
  public static let days: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (all ?? []).filter { $0.first?.isNumber == true }.sorted()
  }()

  /// What the documents of a name have that this one of today lacks or has otherwise.
  ///
  /// With `ENTENTE_PUBLISH=1`, a document that is in no folder yet is added to today's.
  public static func losses(of name: String, in now: String) throws -> [String] {
    var (losses, compared) = ([] as [String], 0)
    for day in days {
      let file = folder.appending(path: "\(day)/\(name).json")
      guard let old = try? String(contentsOf: file, encoding: .utf8) else { continue }
      losses += try self.losses(ofText: old, in: now).map { "\(day): \($0)" }
      compared += 1
    }
    let known = changes[name] ?? []
    losses.removeAll { loss in known.contains { loss.contains(": \($0)") } }
    if compared > 0 { return losses }
    guard ProcessInfo.processInfo.environment["ENTENTE_PUBLISH"] == "1" else {
      return ["\(name) is in no folder: ENTENTE_PUBLISH=1 adds it"]
    }
    let today = folder.appending(path: Date().formatted(.iso8601.year().month().day()))
    try FileManager.default.createDirectory(at: today, withIntermediateDirectories: true)
    try Data(now.utf8).write(to: today.appending(path: "\(name).json"), options: .withoutOverwriting)
    return []
  }

  /// Answers that changed on purpose: a line each with the document, the path in it and the reason.
  private static let changes: [String: [String]] = {
    let text = (try? String(contentsOf: folder.appending(path: "changes.txt"), encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").compactMap { line -> (String, String)? in
      let words = line.split(separator: " ", maxSplits: 2)
      return words.count == 3 && !line.hasPrefix("#") ? (String(words[0]), String(words[1])) : nil
    }
    return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map { $0.1 } }
  }()

  /// The same of the text of an old document.
  public static func losses(ofText old: String, in now: String) throws -> [String] {
    losses(of: try node(old), in: try node(now), "$")
  }

  private static func node(_ text: String) throws -> JSONNode {
    try JSONReader.read(Array(text.utf8), file: "document").root
  }

  /// Keys whose text is a sentence, which may be reworded.
  private static let worded: Set = ["message", "hint", "found", "yes", "no", "remarks"]

  /// Keys of which nothing may have been known then.
  private static let learned: Set = ["file", "line", "column", "hint"]

  /// What an old document has and a new one has not, or otherwise.
  private static func losses(of old: JSONNode, in new: JSONNode, _ path: String) -> [String] {
    if case .object(let members) = old.content, members.contains(where: { isWords($0) }) {
      return shape(of: old, path).subtracting(shape(of: new, path)).sorted().map { "\($0) is lost" }
    }
    switch (old.content, new.content) {
    case (.object(let before), .object(let now)):
      return before.flatMap { member -> [String] in
        guard let found = now.first(where: { $0.key == member.key }) else {
          return ["\(path).\(member.key) is lost"]
        }
        if worded.contains(member.key), member.value.kindName == found.value.kindName { return [] }
        if learned.contains(member.key), case .null = member.value.content { return [] }
        return losses(of: member.value, in: found.value, "\(path).\(member.key)")
      }
    case (.list(let before), .list(let now)):
      if before.count != now.count { return ["\(path) has \(now.count) elements, not \(before.count)"] }
      return zip(before, now).enumerated().flatMap { losses(of: $1.0, in: $1.1, "\(path)[\($0)]") }
    case (.null, .null): return []
    case (.text(let before), .text(let now)) where before == now: return []
    case (.number(let before), .number(let now)) where before == now: return []
    case (.boolean(let before), .boolean(let now)) where before == now: return []
    default: return ["\(path) is another"]
    }
  }

  /// Whether it says that the document is words for people, of which only the form is a promise.
  private static func isWords(_ member: JSONNode.Member) -> Bool {
    guard member.key == "format", case .text("entente.document") = member.value.content else { return false }
    return true
  }

  /// Every key with the kind of its value, wherever in a list it stands; a block is a block wherever it
  /// stands, in a section or before the first.
  private static func shape(of node: JSONNode, _ path: String) -> Set<String> {
    switch node.content {
    case .object(let members):
      return members.reduce(into: ["\(path): \(node.kindName)"]) {
        $0.formUnion(shape(of: $1.value, $1.key == "blocks" ? "$.blocks" : "\(path).\($1.key)"))
      }
    case .list(let elements):
      return elements.reduce(into: ["\(path): \(node.kindName)"]) {
        $0.formUnion(shape(of: $1, "\(path)[]"))
      }
    default: return ["\(path): \(node.kindName)"]
    }
  }
}
