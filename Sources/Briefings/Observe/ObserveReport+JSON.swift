internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
package import Notation
internal import Stability

extension ObserveReport {
  /// The `entente.observe` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.observe"), .init("version", 1), .init("case", readings[0].subject.json),
      .init("concept", .string(separation.concept.rawValue)),
      .init(
        "readings",
        .array(
          readings.enumerated().map { index, reading in
            [
              "letter": .string(letter(index)), "name": .string(reading.name),
              "case": reading.subject.json, "equilibria": .integer(separation.counts[index]),
            ]
          })),
      .init("matters", .array(separation.matters.map(json))),
      .init("notShared", JSONValue(separation.notShared.map { $0.id })),
      .init("reworded", JSONValue(separation.reworded)),
      .init("singles", .array(separation.singles.map(json))),
      .init("pairs", .array(separation.pairs.map(json))),
      .init("pairCount", .integer(separation.pairCount)),
      .init("complete", .bool(separation.limit == nil)),
    ]
    if let limit = separation.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  private func json(_ observation: Observation) -> JSONValue {
    [
      "seen": .array(
        observation.parts.map {
          [
            "kind": .string($0.matter.kind), "id": .string($0.matter.id), "holds": .bool($0.holds),
            "words": .string(names.words($0.matter, $0.holds).text),
          ]
        }),
      "expectations": .array(observation.expectations.map { JSONValue($0?.rawValue) }),
      "sharpness": .integer(observation.sharpness),
      "ruledOut": JSONValue(observation.ruledOut.map(letter)),
      "ruledOutUnlessSeen": JSONValue(observation.ruledOutUnlessSeen.map(letter)),
    ]
  }
}
