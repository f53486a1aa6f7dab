internal import Documents
internal import Notation

/// A figure laid out in a given width.
protocol Picture {
  /// How wide it came to be.
  var width: Int { get }

  /// The picture as it is drawn; `anchor` says where a reference leads on the page, if anywhere.
  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn
}

extension Picture {
  /// The picture as an element; `place` is one more name of its class.
  func element(
    title: String, style: String = "", place: String = "", _ anchor: @escaping (Reference) -> String?
  ) -> String {
    drawn(anchor).element(title: title, style: style, place: place)
  }
}

/// The widths in which pictures are laid out, in pixels: for a large screen, a page and a telephone.
package enum PictureWidth {
  /// For a large screen.
  package static let broad = 1200
  /// For a page of paper or of a book.
  package static let wide = 720
  /// For a telephone.
  package static let narrow = 352
}

/// A picture that is drawn, and not yet set in a page.
struct Drawn {
  /// What its classes are found under in the rules.
  var kind: String
  var width: Int
  var height: Int
  /// How far it reaches beyond its corner above and at the left.
  var margin = 0
  var body: String

  /// As an element; `place` is one more name of its class.
  func element(title: String, style: String = "", place: String = "") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"\(kind)\(place)\" role=\"img\""
      + " width=\"\(width)\" height=\"\(height)\" viewBox=\"\(-margin) \(-margin) \(width) \(height)\""
      + " aria-label=\"\(title.printable.xmlEscaped)\">\n\(style)\(body)</svg>"
  }
}
