import Documents
import Notation
import TestSupport
import Testing

@testable import Faces

@Suite("Pictures in rows and columns") struct TablePictureTests {
  static let widths =
    [PictureWidth.narrow, PictureWidth.broad] + (TestScale.isLong ? [PictureWidth.wide] : [])

  static func parties(_ count: Int, _ names: [String]) -> [Figure.Party] {
    (0..<count).map { index in
      let name = names[index % names.count]
      return Figure.Party(String(name.prefix(2)).uppercased(), Sentence(name), place: index)
    }
  }

  /// Cells of every kind, which go round.
  static func options(actors: Int, columns: Int, hasPresent: Bool, names: [String]) -> Figure.Options {
    let parties = parties(actors, names)
    let levels = ["57 items", "798 items", "Everything but \(names[0])"]
    func cell(_ row: Int, _ column: Int) -> Figure.Options.Cell {
      switch (row, (row + column) % 4) {
      case (0, _): .always
      case (2, let kind): .levels(kind == 3 ? [0, 1, 2] : kind == 2 ? [0, 2] : [kind])
      case (_, 0): .always
      case (_, 1): .never
      default: .sometimes
      }
    }
    var groups = parties.enumerated().map { place, party in
      Figure.Options.Group(
        [party], title: party.name,
        rows: (0...place % 4).map { row in
          .init(
            Sentence("Let \(names[(place + row) % names.count]) have what they want, and more of it"),
            levels: row == 2 ? levels : [], cells: (0..<columns).map { cell(row, $0) })
        })
    }
    if actors > 1 {
      let partners = Array(parties.suffix(3))
      groups.append(
        .init(
          partners, title: Sentence("\(names.joined(separator: ", ")), together"),
          rows: [
            .init(
              "A pact",
              cells: (0..<columns).map {
                $0 % 3 == 0 ? .never : .offers(Array(partners.indices.prefix($0 % 3)), orNobody: $0 % 2 == 0)
              })
          ]))
    }
    return Figure.Options(
      columns: (0..<columns).map { index in
        index == 0 && hasPresent
          ? .init("now", stateCount: 2, isPresent: true)
          : .init(
            Sentence("\(names[index % names.count]), and nobody answers it at all"),
            short: names[index % names.count], stateCount: 1 << (index * 3))
      }, groups: groups, remarks: ["Outcomes overlap here: a situation may be counted in several columns."])
  }

  @Test("of options: no text lies on another or leaves the picture", arguments: ChainPictureTests.names)
  func options(names: [String]) {
    for actors in [0, 1, 4, 12] {
      for columns in [1, 3, 7, 14] {
        for width in Self.widths {
          let options = Self.options(actors: actors, columns: columns, hasPresent: columns > 2, names: names)
          let picture = OptionsPicture(options, width: width)
          let source = picture.element(title: "T") { _ in nil }
          let faults = Drawing(source).faults
          #expect(faults.isEmpty, "\(actors) \(columns) \(width) \(faults.prefix(3))")
          #expect(PageFaults(source, isPage: false).faults.isEmpty)
          #expect(picture.width <= width, "\(actors) \(columns) \(width): \(picture.width)")
          // Each sign is there once in each cell, and once in the legend.
          let cells = options.groups.flatMap { $0.rows }.flatMap { $0.cells }
          let isApart = source.contains("class=\"apart\"")
          let rings = source.split(separator: "class=\"s-ring\"").count - 1
          let legend = cells.contains(.never) ? 1 : 0
          #expect(isApart || rings == cells.count { $0 == .never } + legend)
        }
      }
    }
  }

  static func judgements(
    actors: Int, statements: Int, options: Int, rules: Int = 3, names: [String]
  ) -> Figure.Judgements {
    let firm = Figure.Chain.Firmness.allCases
    let effects = Figure.Judgements.Effect.allCases
    func boxes(_ count: Int, _ label: (Int) -> String) -> [Figure.Judgements.Box] {
      (0..<count).map { .init(label($0), "W", firm[$0 % firm.count], effects[$0 % effects.count]) }
    }
    return Figure.Judgements(
      rows: parties(actors, names).enumerated().map { place, party in
        .init(
          party, statements: boxes(max(0, statements - place)) { "\($0 + 1)" },
          options: boxes(place % 2 == 0 ? options : 0) { "o\($0)" })
      }
        + (rules == 0
          ? []
          : [.init(nil, title: "Events and rules", statements: boxes(rules) { "R\($0 + 9)" }, options: [])]))
  }

  @Test("of judgements: no text lies on another or leaves the picture", arguments: ChainPictureTests.names)
  func judgements(names: [String]) {
    for actors in [0, 1, 3, 12] {
      for (statements, options, rules) in [
        (0, 0, 3), (1, 1, 3), (11, 6, 3), (0, 9, 3), (40, 20, 3), (1, 1, 0), (1, 20, 0), (2, 1, 1),
      ] {
        for width in Self.widths {
          let figure = Self.judgements(
            actors: actors, statements: statements, options: options, rules: rules, names: names)
          let picture = JudgementsPicture(figure, width: width)
          let source = picture.element(title: "T") { _ in nil }
          let faults = Drawing(source).faults
          #expect(faults.isEmpty, "\(actors) \(statements) \(width) \(faults.prefix(3))")
          #expect(PageFaults(source, isPage: false).faults.isEmpty)
          #expect(picture.width <= width, "\(actors) \(statements) \(width): \(picture.width)")
          let boxes = source.split(separator: "<rect class=\"box ").count - 1
          let all = figure.rows.flatMap { $0.boxes }
          #expect(boxes == all.count + Set(all.map { $0.firmness }).count)
        }
      }
    }
  }

  static func worlds(_ sizes: [Int], names: [String]) -> Figure.Worlds {
    let parties = parties(sizes.count, names)
    let count = sizes.reduce(1, *)
    return Figure.Worlds(
      axes: sizes.enumerated().map { place, size in
        .init(
          place % 2 == 0 ? nil : parties[place],
          title: Sentence("whether \(names[place % names.count]) gives way"),
          values: (0..<size).map { $0 == 0 ? "as written" : Sentence("as \(names[$0 % names.count]) says") })
      },
      cells: (0..<count).map { .init(group: $0 % 5 == 4 ? nil : $0 % 3, isWritten: $0 == 0) },
      groups: ["A", "B", "AB"].map {
        .init($0, worldCount: 9, isWritten: $0 == "A", words: Sentence("+ \(names.joined(separator: ", "))"))
      }, folded: "It makes no difference whether it rains.")
  }

  @Test("of worlds: no text lies on another or leaves the picture", arguments: ChainPictureTests.names)
  func worlds(names: [String]) {
    for sizes in [[2], [7], [2, 3], [2, 2, 3], [2, 2, 2, 2], [4, 3, 3, 2]] {
      for width in Self.widths {
        let picture = WorldsPicture(Self.worlds(sizes, names: names), width: width)
        let source = picture.element(title: "T") { _ in nil }
        let faults = Drawing(source).faults
        #expect(faults.isEmpty, "\(sizes) \(width) \(faults.prefix(3))")
        #expect(PageFaults(source, isPage: false).faults.isEmpty)
        #expect(picture.width <= width, "\(sizes) \(width): \(picture.width)")
        // A letter in each cell that is a world, none where there is none.
        let cells = source.split(separator: "<text class=\"letter\"").count - 1
        let count = sizes.reduce(1, *)
        #expect(cells == count - count / 5)
      }
    }
  }

  @Test("values of a cell and the cell of values are each other's reverse")
  func cells() {
    let worlds = Self.worlds([2, 3, 4], names: ["A"])
    for index in worlds.cells.indices { #expect(worlds.cell(at: worlds.values(ofCell: index)) == index) }
    #expect(worlds.values(ofCell: 5) == [0, 1, 1])
  }

  /// A tree of so many ways that share their first steps, and bands of so many situations.
  static func map(ways: Int, steps: Int, bands: Int, most: Int, names: [String]) -> Figure.Map {
    let parties = parties(3, names)
    var nodes = [
      Figure.Map.Node(parent: nil, mover: nil, changes: [], name: Sentence("The present of \(names[0])"))
    ]
    for way in 0..<ways {
      var parent = way % 3 == 2 ? nodes.count - 1 : 0
      for step in 0..<max(1, steps - way % 2) where parent == 0 || step < 2 {
        let isEnd = step == max(1, steps - way % 2) - 1 || step == 1
        nodes.append(
          .init(
            parent: parent, mover: (way + step) % 3,
            changes: (0...step % 3).map {
              .init(
                Figure.Chain.Sign.allCases[$0],
                Sentence("Let \(names[$0 % names.count]) have what they want"),
                detail: $0 == 2 ? "57 items \u{2192} 798 items" : "")
            }, name: isEnd ? Sentence("\(names[way % names.count]), and nobody answers it") : "",
            remark: isEnd ? "12 situations, the nearest in 2 steps" : "", isLasting: isEnd))
        parent = nodes.count - 1
      }
    }
    return Figure.Map(
      actors: parties, nodes: nodes,
      barred: [
        .init(Sentence(names[0]), reason: Sentence("\(names.joined(separator: ", ")) would not gain."))
      ],
      bands: (0..<bands).map { band in
        .init(
          Sentence("\(names[band % names.count]) stands"),
          counts: (0...steps).map { .init((band * 7 + $0 * 13) % (most + 1), lasting: $0 % 2) })
      })
  }

  @Test("of maps: no text lies on another or leaves the picture", arguments: ChainPictureTests.names)
  func maps(names: [String]) {
    for ways in [1, 4, 7] {
      for steps in [1, 3, 6, 12] {
        for (bands, most) in [(0, 0), (3, 40), (7, 9_000)] {
          for width in Self.widths {
            let map = Self.map(ways: ways, steps: steps, bands: bands, most: most, names: names)
            let picture = MapPicture(map, width: width)
            let source = picture.element(title: "T") { _ in nil }
            let faults = Drawing(source).faults
            #expect(faults.isEmpty, "\(ways) \(steps) \(bands) \(width) \(faults.prefix(3))")
            #expect(PageFaults(source, isPage: false).faults.isEmpty)
            #expect(picture.width <= width)
          }
        }
      }
    }
  }

  @Test("a file of its own says what the boxes are that turn a claim")
  func key() {
    // What stands around the picture, below the caption.
    func key(_ figure: Figure) -> [String] {
      let file = SVGFace.standalone(figure, caption: "Why.")
      let around = file.prefix(upTo: file.firstRange(of: "<g transform")?.lowerBound ?? file.endIndex)
      return around.matches(of: /<text[^>]*>([^<]*)<\/text>/).dropFirst().map { String($0.output.1) }
    }
    #expect(key(.judgements(Sample.judgements)) == ["FS 1: \(Sample.judgement.text.xmlEscaped)"])
    #expect(key(.options(Sample.options)).isEmpty)
    // Where none does so alone, those that do with another; of very many the first.
    for (count, told) in [(1, 1), (11, 11), (12, 11), (40, 11)] {
      let boxes = (1...count).map { Figure.Judgements.Box("\($0)", "Wants it", .stated, .together) }
      let lines = key(.judgements(.init(rows: [.init(Sample.parties[1], statements: boxes, options: [])])))
      #expect(lines.count == told)
      #expect(lines.first == "SS 1: Wants it")
      #expect((lines.last == "and \(count - 10) more.") == (count > 11))
    }
  }
}
