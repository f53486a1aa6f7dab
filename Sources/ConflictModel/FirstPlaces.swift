extension Array where Element: Hashable {
  /// Where each different element stands first, by index.
  package var firstPlaces: [Element: Int] {
    var places: [Element: Int] = [:]
    for (index, element) in enumerated() where places[element] == nil { places[element] = index }
    return places
  }
}
