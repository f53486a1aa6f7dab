import Documents
import TestSupport
import Testing

@testable import Faces

@Suite("Pictures of ladders") struct LadderPictureTests {
  static func ladder(columns: Int, rungs: Int, places: Int, names: [String]) -> Figure.Ladder {
    Figure.Ladder(
      columns: (0..<columns).map { index in
        let name = names[index % names.count]
        return .init(Figure.Party(String(name.prefix(2)), Sentence(name), place: index), placeCount: places)
      },
      rungs: (0..<rungs).map { index in
        .init(
          Sentence("\(names[index % names.count]), and nobody answers it"), isPresent: index == 0,
          places: (0..<columns).map { column in
            let best = 1 + (index * 3 + column) % places
            return index == 4 ? nil : best...min(places, best + (index == 0 ? 0 : index % 3))
          })
      })
  }

  @Test("no text lies on another or leaves the picture", arguments: ChainPictureTests.names)
  func fits(names: [String]) {
    for columns in [1, 2, 5, 9] {
      for rungs in [0, 1, 2, 9, 25] {
        for places in [1, 2, 8, 9, 1_088] {
          let ladder = Self.ladder(columns: columns, rungs: rungs, places: places, names: names)
          for width in [PictureWidth.narrow, PictureWidth.wide] {
            let picture = LadderPicture(ladder, width: width)
            let source = picture.element(title: "T") { _ in nil }
            #expect(Drawing(source).faults.isEmpty, "\(columns) \(rungs) \(places) \(width)")
            #expect(PageFaults(source, isPage: false).faults.isEmpty)
            #expect(picture.width <= width || rungs > 15, "\(columns) \(rungs) \(places) \(width)")
          }
        }
      }
    }
  }

  @Test("what is better stands higher") func order() {
    for count in [2, 3, 8, 40, 168, 1_088] {
      let column = Figure.Ladder.Column(Sample.parties[0], placeCount: count)
      let heights = (1...count).map { LadderPicture.height(of: $0, column) }
      #expect(heights == heights.sorted() && heights.first == 0 && heights.last == 168)
      if count < 169 { #expect(Set(heights).count == count) }
    }
  }

  @Test("each thing has a mark in each column where it has places")
  func marks() {
    let ladder = Self.ladder(columns: 3, rungs: 6, places: 9, names: ChainPictureTests.names[0])
    let source = LadderPicture(ladder, width: PictureWidth.wide).element(title: "") { _ in nil }
    let marks =
      source.split(separator: "class=\"spot\"").count + source.split(separator: "class=\"reach\"").count - 2
    // One is the present, one has no place.
    #expect(marks == 3 * 4)
    #expect(source.split(separator: "class=\"now\"").count - 1 == 3 + 1)
  }
}
