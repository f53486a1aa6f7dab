import Documents
import Notation
import TestSupport
import Testing

@testable import Faces

@Suite("Pictures of chains") struct ChainPictureTests {
  static let names = [
    [
      "South Korea", "United States", "Russia", "North Korea", "Poland",
      "The United Nations Security Council",
    ],
    ["대한민국", "조선민주주의인민공화국", "미합중국 정부와 그 동맹국들"],
    ["Российская Федерация", "Министерство обороны", "Донаудампфшифффартсгезельшафтскапитен"],
  ]

  /// A chain of so many moves by so many actors; which signs and reasons there are goes round.
  static func chain(
    _ form: Figure.Chain.Form, actors: Int, cards: Int, names: [String], _ kind: Figure.Chain.Ending.Kind
  ) -> Figure.Chain {
    let parties = (0..<actors).map { index in
      Figure.Party(
        String(names[index % names.count].prefix(2)), Sentence(names[index % names.count]), place: index)
    }
    let signs = Figure.Chain.Sign.allCases
    let firm = Figure.Chain.Firmness.allCases
    func reason(_ index: Int) -> Figure.Chain.Reason {
      .init(
        "a gain", "\u{201C}\(names[index % names.count])\u{201D} unless \u{201C}\(names[0])\u{201D}",
        source: Sentence("memo \(index).1, annex \(index)"),
        basis: ["said", "inferred", "no source"][index % 3],
        firmness: firm[index % firm.count])
    }
    return Figure.Chain(
      form, actors: parties, start: form == .steps ? "The present (\u{201C}\(names[0])\u{201D})" : "",
      cards: (0..<cards).map { index in
        let changes = (0...index % 3).map { place in
          Figure.Chain.Change(
            signs[(index + place) % signs.count],
            Sentence("Deliver \(names[(index + place) % names.count]) & more"),
            detail: place == 1 ? "57 items \u{2192} 798 items" : "")
        }
        return .init(
          actor: index % actors, role: index == 0 ? "could gain" : "would answer", changes: changes,
          reason: index % 4 == 3 ? nil : reason(index))
      },
      ending: .init(
        kind, "So it stays.", remarks: ["No second move would mend that."],
        reason: cards % 2 == 0 ? nil : reason(cards)))
  }

  static let widths =
    [PictureWidth.narrow, PictureWidth.broad] + (TestScale.isLong ? [PictureWidth.wide] : [])

  @Test("no text lies on another or leaves its box", arguments: Figure.Chain.Form.allCases, names)
  func fits(form: Figure.Chain.Form, names: [String]) {
    for actors in [1, 2, 8, 11] {
      for (index, cards) in [0, 1, 2, 3, 5, 6, 12].enumerated() {
        // Each number of moves has each end with some number of actors.
        let kinds = Figure.Chain.Ending.Kind.allCases
        let kind = kinds[(index + actors) % kinds.count]
        let chain = Self.chain(form, actors: actors, cards: cards, names: names, kind)
        for width in Self.widths {
          let picture = ChainPicture(chain, width: width)
          let source = picture.element(title: "T") { _ in nil }
          let drawing = Drawing(source)
          #expect(drawing.faults.isEmpty, "\(form) \(actors) \(cards) \(kind) \(width)")
          #expect(drawing.texts.count > cards && PageFaults(source, isPage: false).faults.isEmpty)
          #expect(picture.width <= width)
          // Each move has a card, and each of them a wire to it from what is before.
          let isFramed = kind == .lasts || kind == .passes
          let start = form == .steps ? 1 : 0
          #expect(drawing.cards.count == cards + start + (isFramed ? 1 : 0))
          #expect(source.split(separator: "class=\"wire ").count - 1 == cards + start)
        }
      }
    }
  }

  @Test("texts on one another or over an edge are found")
  func faulty() {
    let source = """
      <svg width="90" height="60"><g class="box a1"><rect class="card" x="0" y="0" width="40" height="50"/>\
      <text class="role" x="4" y="20">Twelve</text><text class="role" x="4" y="24">Six</text></g>\
      <text class="role" x="80" y="20">Five</text></svg>
      """
    #expect(
      Drawing(source).faults == [
        "'Twelve' leaves its box", "'Six' lies on 'Twelve'", "'Five' leaves the picture",
        "'Five' leaves its box",
      ])
  }

  @Test("moves stand in their order, at most five in a row beside the end")
  func order() {
    for cards in 1...14 {
      let chain = Self.chain(.argument, actors: 3, cards: cards, names: Self.names[0], .stops)
      for width in Self.widths {
        let boxes = Drawing(ChainPicture(chain, width: width).element(title: "") { _ in nil }).cards
        var rows = [[boxes[0]]]
        for box in boxes.dropFirst() {
          // Where it does not go on to the right, it begins anew on the left, below all before.
          if box.x > rows[rows.count - 1].last!.x {
            rows[rows.count - 1].append(box)
          } else {
            let lowest = rows[rows.count - 1].map { $0.y + $0.height }.max()!
            #expect(box.x == boxes[0].x && box.y > lowest)
            rows.append([box])
          }
        }
        #expect(rows.allSatisfy { $0.count <= 6 })
        #expect(rows.count == 1 || width != PictureWidth.broad || cards > 5)
        #expect(width != PictureWidth.narrow || rows.count == cards)
      }
    }
  }

  @Test("in an argument a lane for each who moves, in the colour of its place among the actors")
  func lanes() {
    let chain = Self.chain(.argument, actors: 10, cards: 10, names: Self.names[0], .leaves)
    let source = ChainPicture(chain, width: PictureWidth.wide).element(title: "") { _ in nil }
    for color in ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"] {
      #expect(source.contains("class=\"lane \(color)\""), "\(color)")
    }
    // From the ninth on the grey one, told apart by letters.
    #expect(source.split(separator: "class=\"lane a6\"").count == 4)
    #expect(!ChainPicture(chain, width: PictureWidth.narrow).element(title: "") { _ in nil }.contains("lane"))
  }

  @Test("an end that is stopped has a bar, one that is not an open tip, what lasts a double frame")
  func endings() {
    for width in Self.widths {
      func source(_ kind: Figure.Chain.Ending.Kind) -> String {
        ChainPicture(Self.chain(.argument, actors: 2, cards: 2, names: Self.names[0], kind), width: width)
          .element(title: "") { _ in nil }
      }
      func count(_ part: String, _ kind: Figure.Chain.Ending.Kind) -> Int {
        source(kind).split(separator: "class=\"\(part)\"").count - 1
      }
      #expect(count("stop", .stops) == 1 && count("open", .stops) == 0)
      #expect(count("stop", .leaves) == 0 && count("open", .leaves) == 1)
      #expect(count("frame", .lasts) == 2 && count("frame", .passes) == 1)
      #expect(count("head", .stops) == 1 && count("head", .lasts) == 2)
    }
  }

  @Test("a page has the widths it needs, and says the same as text")
  func page() {
    func body(_ cards: Int) -> String {
      let chain = Self.chain(.argument, actors: 3, cards: cards, names: Self.names[0], .stops)
      return HTMLFace.body(Document(title: "T", blocks: [.figure(.chain(chain), caption: "C")]))
    }
    #expect(body(3).contains("class=\"chain wide\"") && body(3).contains("class=\"chain narrow\""))
    #expect(!body(3).contains("class=\"chain broad\"") && body(5).contains("class=\"chain broad\""))
    #expect(body(1).contains("The same as text"))
  }

  @Test("short names stand where boxes are narrow, full ones where there is room")
  func short() {
    var chain = Self.chain(.steps, actors: 2, cards: 2, names: Self.names[0], .lasts)
    chain.cards[0].changes = [.init(.take, "Let the others have it", short: "Let")]
    func words(_ width: Int) -> [String] {
      Drawing(ChainPicture(chain, width: width).element(title: "") { _ in nil }).texts.map { $0.words }
    }
    #expect(words(PictureWidth.wide).contains("Let"))
    #expect(words(PictureWidth.narrow).contains("Let the others have it"))
    #expect(words(PictureWidth.broad).joined(separator: " ").contains("Let the others have it"))
  }
}
