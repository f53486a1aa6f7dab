/// What may stand at a place in a case file.
///
/// The same description checks the keys of a file and becomes the JSON Schema,
/// so that an editor and the program never disagree.
indirect enum Shape: Sendable {
  case text(String)
  case identifier
  case boolean
  case integer
  case decimal
  case date
  case condition
  case word([String])
  case state
  case list(Shape)
  case keyed(Shape)
  case map(MapShape)
  case anyOf([Shape])
  /// A shape that is defined once and referred to by name.
  case named(String)
}

/// A mapping with known keys.
struct MapShape: Sendable {
  /// One key.
  struct Field: Sendable {
    var key: String
    var shape: Shape
    var note: String
    var isRequired: Bool
  }

  /// What the mapping describes, as in "an actor".
  var title: String
  var fields: [Field]

  init(_ title: String, _ fields: [Field]) {
    self.title = title
    self.fields = fields
  }

  var keys: [String] { fields.map(\.key) }
}

extension MapShape.Field {
  static func key(
    _ key: String, _ shape: Shape, _ note: String, required: Bool = false
  ) -> MapShape.Field {
    MapShape.Field(key: key, shape: shape, note: note, isRequired: required)
  }
}
