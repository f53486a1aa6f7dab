import CaseFile
import ConflictModel
import Notation
import Testing

@Suite("What a case means")
struct MeaningTests {
  @Test("the example of the design")
  func example() throws {
    let aCase = try makeCase(suspects)
    #expect(aCase.conflict.options.map(\.id) == ["row.confess", "row.flee", "column.confess"])
    #expect(aCase.patterns == ["NNN", "YNN", "NYN", "NNY", "YNY", "NYY"])
    #expect(tiers(aCase, 0) == [[1, 2, 3], [5], [4, 6]])
    #expect(tiers(aCase, 1) == [[4, 6], [1, 3], [5], [2]])
    #expect(aCase.statusQuo?.completions == [State(2)])
    #expect(aCase.outcomes(of: State(0)) == [0])
    #expect(aCase.document.actors[0].name == "First suspect")
    let evidence = try #require(aCase.statements(of: 0)[1].because.first)
    #expect(evidence.source == "memo" && evidence.at == SentencePlace(paragraph: 3, sentence: 2))
    #expect(evidence.basis == .reported && evidence.note == "said so to his lawyer")
    #expect(aCase.conflict.options[1].direction == .take)
  }

  @Test("an event given another value changes what is feasible")
  func given() throws {
    #expect(
      problems(suspects, given: ["trial": true]).map(\.code) == [.infeasibleStatusQuo],
      "the status quo, flight, is excluded when the case goes to trial")
    let settled = suspects.replacing("status_quo: [row.flee]", with: "status_quo: []")
    #expect(try makeCase(settled, given: ["trial": true]).patterns == ["NNN", "YNN", "NNY", "YNY"])
    #expect(problems(suspects, given: ["tryal": true]).map(\.hint) == ["did you mean 'trial'?"])
  }

  @Test("levels are thresholds that rise one by one")
  func levels() throws {
    let text = """
      entente: 1
      actors:
        seoul:
          options:
            controls: {name: Controls, levels: {low: Low, mid: Middle, high: High}, moves: take}
            arms: Arms
          prefers: [controls = mid, controls > low, controls != high, arms]
        moscow: {prefers: [seoul.controls < mid, seoul.controls <= mid]}
      status_quo: [seoul.controls = mid]
      """
    let aCase = try makeCase(text)
    #expect(
      aCase.conflict.options.map(\.id) == ["seoul.controls>=mid", "seoul.controls>=high", "seoul.arms"])
    #expect(aCase.patterns == ["NNN", "YNN", "YYN", "NNY", "YNY", "YYY"])
    #expect(tiers(aCase, 0) == [[5], [2], [6], [3], [4], [1]])
    #expect(tiers(aCase, 1) == [[1, 4], [2, 5], [3, 6]])
    #expect(aCase.statusQuo?.state == State(1))
    #expect(aCase.conflict.moves(of: 0, from: State(1)).map(\.code) == [3, 5, 7])
    #expect(aCase.conflict.levelOptions[0].level(in: State(3)) == 2)
  }

  @Test("a joint option is a half for each partner and a term for all")
  func joint() throws {
    let text = """
      entente: 1
      actors:
        moscow: {options: {press: Press}, prefers: [cooperation, not moscow.cooperation]}
        pyongyang: {prefers: [cooperation]}
      joint:
        cooperation: {name: Cooperation, by: [moscow, pyongyang]}
      status_quo: [cooperation]
      """
    let aCase = try makeCase(text)
    #expect(
      aCase.conflict.options.map(\.id) == ["moscow.press", "moscow.cooperation", "pyongyang.cooperation"])
    #expect(aCase.jointOptions[0].halves == [1, 2])
    #expect(aCase.statusQuo?.state == State(6))
    #expect(tiers(aCase, 1) == [[7, 8], [1, 2, 3, 4, 5, 6]])
    #expect(tiers(aCase, 0) == [[7, 8], [1, 2, 5, 6], [3, 4]])
  }

  @Test(
    "what is taken needs its condition where the move starts",
    arguments: [(0, [2]), (1, [0, 2, 3]), (3, [1, 2, 0])] as [(UInt64, [UInt64])])
  func needs(from: UInt64, to: [UInt64]) throws {
    let text = """
      entente: 1
      actors:
        a: {options: {ready: Ready, strike: Strike}, prefers: indifferent}
      rules:
        - {take: a.ready, needs: not a.ready}
        - {take: a.strike, needs: a.ready}
      """
    let aCase = try makeCase(text)
    let expected = from == 0 ? [1] : to.sorted()
    #expect(aCase.conflict.moves(of: 0, from: State(from)).map(\.code) == expected)
  }

  @Test("weights are exact and levels have their own")
  func weights() throws {
    let text = """
      entente: 1
      actors:
        a:
          options: {x: X, y: Y, c: {levels: {none: None, some: Some, all: All}}}
          weights: {x: 0.1, y: 0.2, c: {some: -0.3, all: 0.000001}}
      """
    let aCase = try makeCase(text)
    #expect(aCase.conflict.actors[0].preference == .weights([100_000, 200_000, -300_000, 300_001]))
    let standing = { (code: UInt64) in aCase.conflict.standing(of: 0, in: State(code)) }
    #expect(standing(0b0111) == standing(0), "0.1 + 0.2 - 0.3 is nothing at all")
    #expect(standing(0) < standing(0b1100))
  }

  @Test("a ranking by numbers, patterns and codes says the same")
  func rankings() throws {
    func text(_ ranking: String) -> String {
      """
      entente: 1
      actors:
        a: {options: {x: X}, ranking: \(ranking)}
        b: {options: {y: Y}, prefers: indifferent}
      rules: [{never: a.x and b.y}]
      """
    }
    for ranking in [
      "[3, [1, 2]]", "[NY, [NN, YN]]", "{codes: [2, [0, 1]]}", "{states: [\"3\", [1, code:1]]}",
    ] {
      #expect(try tiers(makeCase(text(ranking)), 0) == [[3], [1, 2]])
    }
    #expect(places(text("[3, 1]")) == ["ranking-misses-state@3:24"])
    #expect(places(text("[3, 1, [2, 3]]")) == ["ranking-repeats-state@3:44"])
    #expect(places(text("[3, 1, 2, 4]")) == ["unknown-state@3:43"])
    #expect(places(text("[3, 1, YY]")).contains("unknown-state@3:40"))
  }

  @Test("graph form")
  func graph() throws {
    let text = """
      entente: 1
      states: {s1: Talk, s2: Strike, s3: Deal}
      actors:
        a: {moves: {s1: [s2, s3], s2: [{to: s1, because: it did before}]}, ranking: [s3, [s1, s2]]}
        b: {moves: {s2: [s3]}, prefers: [s3, not s2]}
      status_quo: s1
      outcomes: {peace: s1 or s3}
      """
    let aCase = try makeCase(text)
    #expect(aCase.conflict.form == .graph(stateCount: 3))
    #expect(aCase.conflict.moves(of: 0, from: State(0)) == [State(1), State(2)])
    #expect(aCase.statusQuo?.state == State(0))
    #expect(tiers(aCase, 0) == [[3], [1, 2]] && tiers(aCase, 1) == [[3], [1], [2]])
    #expect(aCase.outcomes(of: State(2)) == [0])
  }

  @Test("an unsure status quo has a completion for each combination that is feasible")
  func unsure() throws {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X, y: Y, c: {levels: {lo: Lo, hi: Hi}}}, prefers: indifferent}
      rules: [{never: a.y and a.c >= hi}]
      status_quo: {taken: [a.x], unsure: [a.y, a.c]}
      """
    #expect(try makeCase(text).statusQuo?.completions.map(\.code) == [1, 3, 5])
  }

  @Test("forty definitions that each use the last one twice are read at once")
  func doublings() throws {
    var text = "entente: 1\nactors: {a: {options: {x: X}, prefers: [t40]}}\ndefine:\n  t0: a.x\n"
    for index in 1...40 { text += "  t\(index): t\(index - 1) iff (t\(index - 1) or t\(index - 1))\n" }
    #expect(try tiers(makeCase(text), 0) == [[1, 2]])
  }

  @Test("a chain of many thousand definitions, last first")
  func chain() throws {
    var text = "entente: 1\nactors: {a: {options: {x: X}, prefers: [t0]}}\ndefine:\n"
    for index in 0..<5_000 { text += "  t\(index): not t\(index + 1)\n" }
    text += "  t5000: a.x\n"
    #expect(try tiers(makeCase(text), 0) == [[2], [1]])
  }

  @Test(
    "a state can be named in every way",
    arguments: ["5", "YNY", "code:5", "status-quo", "meet"])
  func naming(_ name: String) throws {
    let text = suspects.replacing("status_quo: [row.flee]", with: "status_quo: [row.confess, column.confess]")
      .replacing("outcomes:", with: "outcomes:\n  meet: row.confess and column.confess")
    let aCase = try makeCase(text)
    #expect(try aCase.state(named: name, among: aCase.conflict.feasibleStates().states) == State(5))
  }

  @Test("words are meant for others, each named once")
  func addressees() throws {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: indifferent}
        b: {options: {y: Y}, prefers: indifferent, declares: [{if: a.x, then: y, to: TO}]}
      """
    let read = try makeCase(text.replacing("TO", with: "a"))
    #expect(read.document.actors[1].declares[0].to == [Named("a")])
    #expect(problems(text.replacing("TO", with: "[a]")).isEmpty)
    #expect(problems(text.replacing("TO", with: "c")).map(\.code) == [.unknownName])
    #expect(problems(text.replacing("TO", with: "b")).map(\.code) == [.wrongValue])
    #expect(problems(text.replacing("TO", with: "[a, a]")).map(\.code) == [.duplicateName])
    #expect(problems(text.replacing("TO", with: "{a: 1}")).count == 1)
  }

  @Test("judgements are listed with their basis")
  func judgements() throws {
    let judgements = try makeCase(suspects).judgements
    let statements = judgements.filter { $0.kind == .statement }
    #expect(
      statements.map(\.text) == [
        "not column.confess", "confess if column.confess", "not row.confess", "confess",
      ])
    #expect(statements.map(\.basis) == [nil, .reported, nil, nil])
    #expect(statements.map(\.actor) == [0, 0, 1, 1] && statements.map(\.index) == [0, 1, 0, 1])
    #expect(
      judgements.filter { $0.kind == .rule }.map(\.text) == [
        "never: row.confess and row.flee", "row.flee implies not trial",
      ])
  }
}

extension String {
  func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
