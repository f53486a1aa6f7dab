/// Colours that most people with colour-blindness tell apart (Okabe and Ito 2008).
package enum Palette {
  private static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000",
  ]

  /// The colour of the thing with that index, as `#RRGGBB`; they repeat after seven.
  package static func color(_ index: Int) -> String { colors[index % colors.count] }
}
