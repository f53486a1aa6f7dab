import CaseFile
import Foundation
import Testing

@Suite("The schema for editors")
struct SchemaTests {
  @Test("is JSON and knows the keys that the reader knows")
  func keys() throws {
    let object = try JSONSerialization.jsonObject(with: Data(CaseSchema.json.utf8))
    let root = try #require(object as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    let known: Set = [
      "entente", "extends", "title", "as_of", "summary", "sources", "events", "states", "actors", "joint",
      "rules",
      "define", "status_quo", "outcomes", "expect",
    ]
    #expect(Set(properties.keys) == known)
    let definitions = try #require(root["$defs"] as? [String: Any])
    #expect(
      Set(definitions.keys) == [
        "because", "statement", "statements", "prefers", "ranking", "weights", "states", "perception",
        "perceived_actor",
      ])
  }
}
