/// A document that is put together block by block.
package struct DocumentBuilder: Sendable {
  private var title = Sentence()
  private var name = Sentence()
  private var about: [Sentence] = []
  /// The sections that are closed, and what stands before the first.
  private var done: [Block] = []
  /// The title of the section that is open.
  private var heading: Sentence?
  /// The blocks of what is open.
  private var open: [Block] = []

  /// A document without blocks.
  package init() {}

  /// Names the whole document.
  @inline(never)
  package mutating func title(_ words: Sentence) { title = words }

  /// Names the cases that it is about, and what it is in a few words: what a page without a title is
  /// headed with, and what tells it from other pages of the same title.
  @inline(never)
  package mutating func about(_ cases: [Sentence] = [], headed name: Sentence = "") {
    (about, self.name) = (cases, name)
  }

  /// Begins a section, which goes on until the next begins.
  @inline(never)
  package mutating func heading(_ words: Sentence) {
    close()
    heading = words
  }

  /// Sentences on one thing.
  @inline(never)
  package mutating func paragraph(_ words: Sentence) { open.append(.paragraph(words)) }

  /// An entry of a list, with what belongs to it; neighbouring entries make one list.
  @inline(never)
  package mutating func item(
    _ words: Sentence, mark: Item.Mark = .dash, _ add: (inout DocumentBuilder) -> Void = { _ in }
  ) {
    var inner = DocumentBuilder()
    add(&inner)
    let item = Item(words, mark: mark, inner.blocks)
    if case .list(let items)? = open.last {
      open[open.count - 1] = .list(items + [item])
    } else {
      open.append(.list([item]))
    }
  }

  /// What belongs to the text before it and stands back from the margin.
  @inline(never)
  package mutating func inset(_ add: (inout DocumentBuilder) -> Void) {
    var inner = DocumentBuilder()
    add(&inner)
    if !inner.blocks.isEmpty { open.append(.inset(inner.blocks)) }
  }

  /// A paragraph that belongs to the text before it and stands back from the margin.
  @inline(never)
  package mutating func remark(_ words: Sentence) { open.append(.inset([.paragraph(words)])) }

  /// A table.
  @inline(never)
  package mutating func table(_ table: Table) { open.append(.table(table)) }

  /// A picture, with what it shows in words.
  @inline(never)
  package mutating func figure(_ figure: Figure, caption: Sentence) {
    open.append(.figure(figure, caption: caption))
  }

  /// Lines of text as they are.
  @inline(never)
  package mutating func lines(_ text: [Sentence]) { open.append(.lines(text)) }

  /// What follows is another thought.
  @inline(never)
  package mutating func pause() { open.append(.pause) }

  /// Blocks made elsewhere.
  @inline(never)
  package mutating func add(_ blocks: [Block]) { open += blocks }

  /// All blocks.
  package var blocks: [Block] {
    var copy = self
    copy.close()
    return copy.done
  }

  /// The whole document.
  package var document: Document {
    var document = Document(title: title, blocks: blocks)
    (document.heading, document.about) = (name, about)
    return document
  }

  private mutating func close() {
    if let title = heading {
      done.append(.section(title: title, open))
    } else {
      done += open
    }
    heading = nil
    open = []
  }
}
