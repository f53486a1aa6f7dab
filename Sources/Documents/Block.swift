/// A part of a document. A face decides about width, colour, links and folding; about words
/// and their order it decides nothing.
package indirect enum Block: Hashable, Sendable {
  /// At most eight lines, in names: what could be pasted into a memo.
  case lead([Sentence])
  /// Blocks under a title.
  case section(title: Sentence, [Block])
  /// Sentences on one thing.
  case paragraph(Sentence)
  /// Entries, one under the other.
  case list([Item])
  /// Columns and rows.
  case table(Table)
  /// A picture.
  case figure(Figure, caption: Sentence)
  /// Lines of text as they are, such as the line of a file with a mark under it.
  case lines([Sentence])
  /// What belongs to the text before it and stands back from the margin.
  case inset([Block])
  /// What follows is another thought: a space between paragraphs that stand close.
  case pause
  /// Shown on request: with `--full`, or folded open on a page.
  case more(title: Sentence, [Block])
}

/// One entry of a list.
package struct Item: Hashable, Sendable {
  /// What stands before an entry.
  package enum Mark: Hashable, Sendable {
    /// One of several that are alike.
    case dash
    /// One of several that stand for themselves, each with more below it.
    case star
    /// One of several in an order, counted from 1.
    case number(Int)
    /// A verdict in a word or two.
    case word(Phrase)
  }

  /// What stands before it.
  package var mark: Mark
  /// The entry.
  package var sentence: Sentence
  /// What belongs to it.
  package var blocks: [Block]

  /// An entry, with what belongs to it.
  package init(_ sentence: Sentence, mark: Mark = .dash, _ blocks: [Block] = []) {
    self.mark = mark
    self.sentence = sentence
    self.blocks = blocks
  }
}
