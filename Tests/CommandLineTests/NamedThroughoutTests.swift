import CommandLine
import Foundation
import Testing

/// What stands in the way is told of the way it stands in, and everything by its name.
@Suite("Named throughout") struct NamedThroughoutTests {
  private static func told(_ arguments: [String], _ text: String) -> String {
    PlainAnswerTests.run(arguments, on: text).text
  }

  static let pipeline = """
    entente: 1
    actors:
      supplier:
        name: Supplier
        options: {flow: {name: Flow, levels: {none: No gas, half: Half, full: Full}}}
        prefers: [flow = full if transit.pay, flow <= half if not transit.pay, flow >= half]
        cannot: [{from: flow = full, to: flow = none}]
      transit:
        name: Transit
        options: {pay: Pay, tap: Tap}
        weights: {supplier.flow: {none: 0, half: 2, full: 2.5}, pay: -1, tap: -0.5}
    status_quo: [flow = full, pay]
    outcomes: {cut: {name: A cut-off, when: flow = none}}
    """

  @Test("of a way that takes several steps nobody gains by only the plainest is told, as that")
  func plainestWay() {
    let paying = Self.pipeline.replacing("pay: -1, tap: -0.5", with: "pay: 1, tap: 0.5")
    let text = Self.told(["paths", "--to", "cut"], paying)
    #expect(
      text.contains(
        "because every way takes at least two steps that their movers gain nothing by; on the plainest Supplier would take the first by moving “Flow” from Full to Half, but it wants"
      ), "\(text)")
    let full = Self.told(["paths", "--to", "cut", "--full"], paying)
    #expect(full.contains("at least 2 steps that its mover would not gain by"), "\(full)")
    #expect(
      Self.told(["paths", "--to", "cut"], Self.pipeline).contains(
        "because every way takes a step that its mover gains nothing by; on the plainest Supplier would take it by moving “Flow” from Half to No gas"
      ))
  }

  @Test("moves that are removed and weights of levels are told in names")
  func removedMoves() {
    let text = Self.told(["sensitivity"], Self.pipeline)
    #expect(text.contains("hat Supplier cannot move from “Flow” at “Full” to “Flow” at “No gas”"), "\(text)")
    let weighed = Self.told(["sensitivity"], Self.sale)
    #expect(weighed.contains("Seller’s weight of “Flow”: 0 at “No gas” and 2.5 at “Full”"), "\(weighed)")
  }

  static let sale = """
    entente: 1
    actors:
      s: {name: Seller, options: {flow: {name: Flow, levels: {none: No gas, full: Full}}}, weights: {flow: {none: 0, full: 2.5}}}
      t: {name: Buyer, options: {pay: Pay}, prefers: [pay]}
    status_quo: [pay]
    """

  static let strait = """
    entente: 1
    actors:
      red:
        name: Red
        options: {exercise: Exercise, mine: Lay mines}
        prefers: [mine if blue.enter, exercise, not mine]
        misperceives: blue.enter and blue.talk
        perceives: {actors: {blue: {prefers: [enter if red.exercise, enter, talk if red.exercise, not talk]}}}
      blue:
        name: Blue
        options: {enter: Enter, talk: Hot line}
        prefers: [not enter if red.mine, enter, talk if red.exercise, not talk]
        perceives: {actors: {red: {prefers: [not mine, exercise]}}}
    status_quo: [red.exercise]
    outcomes: {closed: {name: Closed, when: mine}, open: {name: Open, when: enter and not mine}}
    """

  @Test("what is expected in vain goes by another form than what could last")
  func forms() {
    let text = Self.told(["hypergame"], Self.strait)
    #expect(
      text.contains(
        "Red would expect in vain other forms of “Closed” to last and would not expect “Closed” to last"),
      "\(text)")
    let written = Self.strait.replacing(#/ +perceives: .*\n/#, with: "")
    #expect(Self.told(["hypergame", "--full"], written).contains("state that it 'misperceives'"))
  }

  static let dam = """
    entente: 1
    events: {drought: {name: A drought, holds: no}, loan: {name: The loan, holds: yes}}
    actors:
      up:
        name: Upstream
        options: {build: Build, fill: Fill}
        prefers: [build if loan, not fill if down.threat, fill if build]
        profiles: {proud: {name: a proud government, prefers: [fill if build, build]}}
      down:
        name: Downstream
        options: {threat: Threaten, court: Court}
        prefers: [not fill, threat if drought and fill, court if build and drought, not court, not threat]
        profiles: {legal: {name: lawyers, prefers: [court if build]}, meek: {prefers: [not threat, not court]}}
    rules: [fill implies build]
    status_quo: []
    outcomes: {slow: {name: Slow, when: build and not fill}, fast: {name: Fast, when: fill}, law: {name: In court, when: court}}
    """

  @Test("readings, worlds and profiles are told by name, and a long tree of worlds on request")
  func readings() {
    let signs = Self.told(["observe", "--vary", "down"], Self.dam)
    #expect(signs.contains("B is Downstream as “lawyers” and C is Downstream as “meek”"), "\(signs)")
    #expect(!signs.contains("down=legal"))
    let events = Self.told(["observe", "--vary", "loan"], Self.dam)
    #expect(events.contains("B is without “The loan”"), "\(events)")
    #expect(
      Self.told(["solve", "--profile", "up=proud"], Self.dam).contains("Upstream as “a proud government”"))
    let grid = Self.told(["grid"], Self.dam)
    #expect(grid.contains("“A drought”, “The loan”"), "\(grid)")
    #expect(grid.contains("different answers. More with --full: World by world"), "\(grid)")
    #expect(
      Self.told(["grid", "--full"], Self.dam).contains(
        "World by world - Upstream is as written: - “The loan”"))
  }

  @Test("lists of few situations have no codes at first, and a condition chooses who is told of")
  func lists() {
    func show(_ arguments: String...) -> String {
      let recorder = Recorder()
      _ = Program.run(
        ["show", "-"] + arguments, in: recorder.environment(standardInput: Array(Self.sale.utf8)))
      return recorder.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let states = show("states")
    #expect(states.contains("number taken 1 Seller") && !states.contains("NN"), "\(states)")
    #expect(show("states", "--full").contains("number code pattern taken"))
    let moves = show("moves", "--where", "pay")
    #expect(
      moves.contains(
        "From the 2 situations where Buyer’s “Pay” holds: - Seller could move from each, and from 1 to where it is better off."
      ), "\(moves)")
    let ways = Self.told(["paths", "--format", "dot"], OneFormTests.border)
    #expect(ways.contains("along one nobody moves twice running"), "\(ways)")
  }

  @Test("a remark above a statement that is changed goes with the change", arguments: [false, true])
  func remarks(isBehind: Bool) throws {
    let base = """
      entente: 1
      actors:
        city: {options: {build: Build}, prefers: [build]}
        ferry:
          options: {block: Block}
          prefers:
            - {id: n, that: not city.build}
            - {id: q, that: not block}
      status_quo: []

      """
    let changed =
      isBehind
      ? base.replacing("that: not block}", with: "that: block} # Bob's")
      : base.replacing("- {id: q, that: not block}", with: "# Bob's\n      - {id: q, that: block}")
    try TestFolders.withScratchFolder { folder in
      for (name, text) in [("one", base), ("two", changed)] {
        try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
      }
      let (one, two) = (folder.path + "/one.yaml", folder.path + "/two.yaml")
      let taken = Recorder.run(["merge", one, two, "--base", one])
      let placed = isBehind ? "- id: q # Bob's\n" : "# Bob's\n      - id: q\n"
      #expect(taken.output.contains(placed), "\(taken.output)")
      #expect(!taken.errors.contains("Left out"), "\(taken.errors)")
      // In dispute the first stands, and the remark is left out.
      let disputed = Recorder.run(["merge", one, two])
      #expect(!disputed.output.contains("Bob"))
      #expect(disputed.errors.contains("Left out: 1 remark"))
    }
  }
}
