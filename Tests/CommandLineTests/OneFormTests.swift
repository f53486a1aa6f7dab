import CommandLine
import Foundation
import Testing

/// Of several situations that go by one name it is said which one a sentence is about, and what is told
/// of one is not told of all.
@Suite("One of several forms") struct OneFormTests {
  private static func told(_ arguments: [String], _ text: String) -> String {
    PlainAnswerTests.run(arguments, on: text).text
  }

  static let order = """
    entente: 1
    actors:
      ruler: {name: Ruler, options: {reform: Reform, arrest: Arrest}, prefers: [not crowd.march, not reform, not arrest]}
      crowd: {name: Crowd, options: {march: March}, prefers: [ruler.reform, not ruler.arrest, march if not ruler.reform]}
    status_quo: [crowd.march]
    outcomes:
      unrest: {name: Unrest, when: march}
      order: {name: Order by force, when: arrest and not march}
    """

  @Test("what stands in the way is told of the form that the change makes last")
  func sameForm() {
    let text = Self.told(["require", "--outcome", "order"], Self.order)
    #expect(text.contains("Ruler would not gain by giving up “Arrest” any more"), "\(text)")
    #expect(
      text.contains(
        "What stands in the way of the present with “Reform” and “Arrest” and without “March”: - Ruler, which would gain by giving up “Arrest”"
      ), "\(text)")
  }

  static let siege = """
    entente: 1
    states: {peace: Peace, siege: Siege, relief: Relief, fall: Fall, truce: Truce}
    actors:
      king: {name: King, moves: {peace: [siege], siege: [fall, peace], relief: [peace], truce: [siege]}, ranking: [fall, peace, truce, siege, relief]}
      town: {name: Town, moves: {siege: [truce], truce: [siege]}, ranking: [peace, relief, truce, siege, fall]}
      duke: {name: Duke, moves: {siege: [relief], relief: [siege]}, ranking: [[peace, truce], relief, fall, siege]}
    status_quo: siege
    """

  @Test("of pairs of changes those that take little come before a ranking upside down")
  func natural() throws {
    let text = Self.told(["sensitivity"], Self.siege)
    let moved = try #require(text.range(of: "moved from place 1 of 4 to the last"), "\(text)")
    #expect(text.range(of: "upside down").map { moved.lowerBound < $0.lowerBound } ?? true, "\(text)")
    // What stands in the way is told below the box where that has no room for it.
    #expect(Self.told(["require"], Self.siege).contains("What stands in the way - King, which would gain"))
  }

  @Test("a few that no outcome names are told apart, in columns and by what is so in them")
  func unnamed() {
    let few = Self.told(["solve"], Self.strike)
    #expect(few.contains("A: the present without “Withhold”;") && few.contains("now A B C D"), "\(few)")
    #expect(!few.contains("in some situations"))
    let misread = Self.told(["hypergame"], Self.sale)
    #expect(misread.contains("“A deal” and the present without “Sell”"), "\(misread)")
  }

  static let strike = """
    entente: 1
    actors:
      tenants: {name: Tenants, options: {rent: Withhold, sue: Sue}, prefers: [owner.repair, not owner.evict, rent if not owner.repair, not sue]}
      owner: {name: Owner, options: {repair: Repair, evict: Evict}, prefers: [not tenants.rent, evict if tenants.rent, not tenants.sue, not repair, not evict]}
    status_quo: [tenants.rent]
    """

  static let sale = """
    entente: 1
    actors:
      p: {name: Pia, options: {sell: Sell, bluff: Bluff}, prefers: [q.buy, sell if q.buy, not bluff], perceives: {actors: {q: {options: {sue: ~}}}}}
      q: {name: Quin, options: {buy: Buy, sue: Sue}, prefers: [not p.bluff, sue if p.sell and not buy, buy iff p.sell, not sue]}
    status_quo: [p.sell]
    outcomes: {deal: {name: A deal, when: sell and buy}}
    """

  static let water = """
    entente: 1
    actors:
      up: {name: Upstream, options: {build: Build, share: Share}, prefers: [build, not down.sue, share if down.pay, not share]}
      down: {name: Downstream, options: {sue: Sue, pay: Pay}, prefers: [not up.build, sue if build, up.share, not pay, not sue]}
    status_quo: [up.build]
    outcomes:
      quarrel: {name: Quarrel, when: build and sue}
      court: {name: In court, when: sue}
    """

  @Test("a briefing tells of situations with two names once, and what holds one of them of that one")
  func briefed() {
    let text = Self.told(["brief", "--format", "table"], Self.water)
    #expect(
      text.contains(
        "“Quarrel” together with “In court” (2 of the 2): Downstream would get there by taking “Sue”. In that form nobody gains"
      ), "\(text)")
    #expect(!text.contains("instead of 0"))
  }

  @Test("judgements on weights and rules are told in names")
  func names() {
    let text = Self.told(["sensitivity"], Self.merger)
    #expect(text.contains("Small’s weight of “Poison pill”, 0.25 (no source given), left out"), "\(text)")
    let rule = Self.told(["sensitivity", "--claim", "no gmr satisfies accept and poison"], Self.merger)
    #expect(
      rule.contains("The rule that at most one of Small’s “Accept” and Small’s “Poison pill” holds"),
      "\(rule)")
  }

  static let merger = """
    entente: 1
    actors:
      big: {name: Big, options: {bid: Bid, sweeten: Sweeten}, weights: {bid: 2.5, sweeten: -1, small.accept: 4, small.poison: -3}}
      small: {name: Small, options: {accept: Accept, poison: Poison pill}, weights: {accept: -0.5, big.sweeten: 3, poison: 0.25, big.bid: -1}}
    rules: [accept implies bid, sweeten implies bid, {at most one of: [small.accept, small.poison]}]
    status_quo: [big.bid]
    """

  @Test("a graph of ways shows what can be followed, and says what it leaves out")
  func ways() {
    let names = (1...9).map { "o\($0)" }
    let actors = names.map { "  \($0): {options: {x\($0): X}, prefers: [x\($0)]}\n" }.joined()
    let text = Self.told(
      ["paths", "--format", "dot"], "entente: 1\nactors:\n\(actors)status_quo: []\n")
    #expect(text.contains("119 of the 511 states reached are shown.\", labelloc=t]"), "\(text.prefix(300))")
    #expect(text.matches(of: /"p1_\d+" \[label/).count == 120)
  }

  static let border = """
    entente: 1
    states: {calm: As usual, probe: A probe, mobil: Both mobilise, talks: Talks}
    actors:
      north: {name: North, moves: {mobil: [talks], calm: [probe]}, ranking: [talks, calm, mobil, probe]}
      south: {name: South, moves: {probe: [mobil, talks], talks: [calm]}, ranking: [calm, talks, mobil, probe]}
    status_quo: probe
    outcomes: {peace: {name: Peace, when: calm or talks}}
    """

  @Test("a graph of ways has every step of a shortest way, and states of a graph have their own names")
  func legalWays() {
    let drawn = Self.told(["paths", "--format", "dot"], Self.border)
    // South would move twice running from the probe to calm: the way there goes by North.
    #expect(drawn.contains("\"p1_3\" -> \"p1_4\" [color=\"#0072B2\", label=\"North\"]"), "\(drawn)")
    let text = Self.told(["paths"], Self.border)
    #expect(
      text.contains("“As usual”: South would move to “Both mobilise”, then North to “Talks”, then South"),
      "\(text)")
    #expect(Self.told(["paths", "--from", "calm", "--to", "talks"], Self.border).contains("to “Talks”"))
  }

  static let banks = """
    entente: 1
    actors:
      alpha:
        options: {leave: Leave}
        prefers: [pact, not leave unless not pact, not alpha.pact unless beta.pact]
        declares: [{if: not pact, then: leave, to: [beta, gamma]}]
      beta: {options: {lower: Lower}, prefers: [lower iff pact, not alpha.leave]}
      gamma: {options: {complain: Complain}, prefers: [lower, not complain if pact, complain if not lower]}
    joint: {pact: {by: [alpha, beta]}}
    status_quo: []
    """

  @Test("a box does not say that other situations would last where only fewer would")
  func fewer() {
    let text = Self.told(["words"], Self.banks)
    #expect(text.contains("if believed, fewer situations (4, not 7) would last"), "\(text)")
    #expect(Self.told(["words", "--full"], Self.banks).contains("none would last in addition"))
  }

  @Test("what a start given is called is not said of the present")
  func starts() {
    let text = Self.told(["paths", "--from", "court", "--to", "quarrel"], Self.water)
    #expect(text.contains("The start is “Quarrel” already") && !text.contains("The present is"), "\(text)")
  }

  @Test("a list with a condition keeps to a screen as one without, and counts what was asked for")
  func conditions() {
    let actors = (1...6).map { "  o\($0): {options: {x\($0): X\($0)}, prefers: [x\($0)]}\n" }.joined()
    let text = "entente: 1\nactors:\n\(actors)status_quo: []\n"
    func show(_ more: [String]) -> String {
      let recorder = Recorder()
      let environment = recorder.environment(standardInput: Array(text.utf8))
      _ = Program.run(["show", "-", "states", "--where", "x1"] + more, in: environment)
      return recorder.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let shown = show([])
    #expect(
      shown.contains("holds in 32 of 64 states, and the lists are about these")
        && shown.contains("More with --full"), "\(shown)")
    #expect(show(["--limit", "3"]).contains("29 further states of 32 left out"))
    let solved = Self.told(["solve", "--where", "x1 and not x2"], text)
    #expect(
      solved.contains(
        "o1’s “X1” and not o2’s “X2” holds in none that could last, and in 16 of the 64 situations"),
      "\(solved)")
  }

  static let shop = """
    entente: 1
    actors:
      pia: {name: Pia, options: {sell: Sell}, prefers: [sell]}
      quin: {name: Quin, options: {buy: Buy, call: Call}, prefers: [call]}
    status_quo: {taken: [quin.call], unsure: [pia.sell]}
    outcomes: {deal: {name: A deal, when: sell}}
    """

  @Test("the nearest of several is called the present where it is one that the present may be")
  func nearest() {
    let text = Self.told(["explain", "--state", "deal"], Self.shop)
    #expect(text.contains("The present with “Sell”, which is one of them, lasts"), "\(text)")
    // What could last is told of all though a list below is narrowed.
    let chosen = Self.told(["solve", "--where", "buy", "--full"], Self.shop)
    #expect(chosen.contains("of the 8 situations in all. What could last is told of all."), "\(chosen)")
    #expect(!chosen.contains("below tells of all"))
  }

  @Test("of more in doubt than is listed it is said how much more there is")
  func doubts() {
    for count in [24, 25, 30] {
      let wishes = (0..<count).map { "      - {that: \($0 % 2 == 0 ? "y" : "x"), sure: no}\n" }.joined()
      let text = """
        entente: 1
        actors:
          p:
            options: {x: X, y: Y}
            prefers:
              - x and not y
        \(wishes)status_quo: []

        """
      #expect(
        Self.told(["doubts", "--samples", "20"], text).contains("What else is in doubt") == (count > 24))
      let full = Self.told(["doubts", "--samples", "20", "--full"], text)
      #expect(full.contains("and \(count - 24) more; --json lists them all") == (count > 24), "\(full)")
    }
  }

  static let ferry = """
    entente: 1
    actors:
      company:
        name: Company
        options: {fare: {name: Fare, levels: {low: Low, mid: Middling, high: High}}, night: Run at night}
        prefers: [{that: not night or not island.strike, sure: no}, fare >= mid, not fare = high]
      island:
        name: Island
        options: {strike: Strike}
        prefers: [{that: not strike and not company.night, sure: no}, strike if fare = high, fare <= mid]
    status_quo: [company.night]
    """

  @Test("wishes that something not be are told as such, options at levels as levels")
  func wording() {
    let text = Self.told(["doubts"], Self.ferry)
    #expect(text.contains("against both “Run at night” and Island’s “Strike”"), "\(text)")
    #expect(text.contains("against “Strike” or Company’s “Run at night”"), "\(text)")
    // What denies “not X if Y” is not for X if Y.
    let denied = Self.ferry.replacing(
      "not night or not island.strike", with: "not (not night if island.strike)")
    #expect(!Self.told(["doubts"], denied).contains("wish for “Run at night” if"))
    let turns = Self.told(["sensitivity"], Self.ferry)
    #expect(turns.contains("Company’s option “Fare” (no source given), not there or never to be raised"))
  }

  @Test("ways from each form of an outcome are headed by the start")
  func severalStarts() {
    let text = Self.told(["paths", "--from", "deal", "--to", "not call", "--full"], Self.shop)
    #expect(text.contains("Ways to “not call”, start 1 of 2"), "\(text)")
    #expect(text.contains("Ways to “not call”, start 2 of 2"))
  }
}
