internal import Documents
internal import Notation

extension JSONFace {
  static func value(_ map: Figure.Map) -> JSONValue {
    [
      "kind": "map", "actors": .array(map.actors.map { value($0) }),
      "nodes": .array(
        map.nodes.map {
          [
            "parent": JSONValue($0.parent), "mover": JSONValue($0.mover),
            "changes": .array($0.changes.map { value($0) }), "name": value($0.name),
            "remark": value($0.remark), "lasting": .bool($0.isLasting),
          ]
        }),
      "barred": .array(map.barred.map { ["name": value($0.name), "reason": value($0.reason)] }),
      "bands": .array(
        map.bands.map { band in
          [
            "name": value(band.name),
            "counts": .array(
              band.counts.map { ["all": .integer($0.all), "lasting": .integer($0.lasting)] }),
          ]
        }),
    ]
  }
}
