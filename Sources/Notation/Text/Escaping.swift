/// Texts as other languages write them, so that nothing in them has a meaning of its own there.
extension String {
  /// The text as one field of comma-separated values (RFC 4180): in quotes where it
  /// must be.
  package var csvField: String {
    let needsQuotes = unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return needsQuotes ? "\"" + replacing { $0 == "\"" ? "\"\"" : nil } + "\"" : self
  }

  /// The text as a quoted string of a Graphviz file, which reads backslashes and
  /// HTML entities in labels.
  package var dotQuoted: String {
    let text = replacing { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "&": "&amp;"
      case "\n": "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}": " "
      default: nil
      }
    }
    return "\"" + text + "\""
  }

  /// The text inside an element or attribute of XML 1.0 or HTML; what XML cannot
  /// say becomes U+FFFD.
  package var xmlEscaped: String {
    replacing { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\t": "&#9;"
      case "\n": "&#10;"
      case "\r": "&#13;"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: nil
      }
    }
  }

  /// The text in a paragraph or cell of Markdown.
  package var markdownEscaped: String {
    printable.replacing { scalar in
      switch scalar {
      case "|", "*", "_", "`", "<", ">", "[", "]", "&", "~", "\\": "\\" + String(Character(scalar))
      default: nil
      }
    }
  }

  /// The text with some scalars replaced.
  private func replacing(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let other = replacement(scalar) {
        result.append(contentsOf: other.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
