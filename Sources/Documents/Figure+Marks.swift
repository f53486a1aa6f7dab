extension Figure {
  /// Signs in rows and columns, so that the eye finds what is alike: an option a row, a state a
  /// column, and where they meet whether it is taken.
  package struct Marks: Hashable, Sendable {
    /// What stands where a row and a column meet; what it means is said by the legend.
    package enum Sign: Hashable, Sendable, CaseIterable {
      /// Wholly so.
      case full
      /// So in part.
      case half
      /// Not so.
      case ring
      /// What the picture is about: it turns something.
      case diamond
      /// Nothing to see.
      case dot
      /// Nothing to say.
      case blank
    }

    /// Signs with a label before them; a heading over the rows that follow where there are none.
    package struct Row: Hashable, Sendable {
      /// What it is about.
      package var label: Sentence
      /// A sign for each column, or none at all.
      package var signs: [Sign]

      /// A row; a heading without signs.
      package init(_ label: Sentence, _ signs: [Sign] = []) {
        (self.label, self.signs) = (label, signs)
      }
    }

    /// What a sign means.
    package struct Entry: Hashable, Sendable {
      /// The sign.
      package var sign: Sign
      /// What it means.
      package var words: Sentence

      /// A sign with what it means.
      package init(_ sign: Sign, _ words: Sentence) {
        (self.sign, self.words) = (sign, words)
      }
    }

    /// A few words over each column.
    package var columns: [Sentence]
    /// The rows, from above.
    package var rows: [Row]
    /// What the signs mean.
    package var legend: [Entry]
    /// Whether it shows what the text around it says in words already, so that who cannot
    /// draw leaves it out.
    package var isIllustration: Bool

    /// A picture of signs.
    package init(columns: [Sentence], rows: [Row], legend: [Entry], isIllustration: Bool = false) {
      self.columns = columns
      self.rows = rows
      self.legend = legend
      self.isIllustration = isIllustration
    }
  }
}
