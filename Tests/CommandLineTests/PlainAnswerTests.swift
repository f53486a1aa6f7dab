import CommandLine
import Foundation
import Testing

/// Sentences and exit codes of answers where little is to be said.
@Suite("Plain answers") struct PlainAnswerTests {
  static func run(_ arguments: [String], on text: String) -> (status: Int, text: String, errors: String) {
    let recorder = Recorder()
    let status = Program.run(arguments + ["-"], in: recorder.environment(standardInput: Array(text.utf8)))
    func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return (Int(status.rawValue), plain(recorder.output), plain(recorder.errors))
  }

  static let pair = """
    entente: 1
    title: A pair
    actors:
      a: {options: {x: X}, prefers: [x, b.y]}
      b: {options: {y: Y}, prefers: [y, a.x]}
    status_quo: []
    """

  static let graph = """
    entente: 1
    states: {s1: One, s2: Two}
    actors: {a: {moves: {s1: [s2]}, ranking: [s2, s1]}, b: {moves: {s2: [s1]}, ranking: [s2, s1]}}
    status_quo: s1
    """

  @Test("'help words' tells what the words of reports mean") func helpWords() {
    func text(_ arguments: [String]) -> String {
      let recorder = Recorder()
      _ = Program.run(arguments, in: recorder.environment())
      return recorder.output
    }
    #expect(text(["help", "words"]) == text(["glossary"]) && text(["glossary"]).contains("situation:"))
    // The command of that name says itself how it is used.
    #expect(text(["words", "--help"]).contains("USAGE: entente words"))
    #expect(text(["help", "solve"]).contains("USAGE: entente solve"))
  }

  @Test("places in preferences are those of the states asked for") func placesWhere() {
    let text = """
      entente: 1
      actors: {a: {options: {x: X, y: Y}, prefers: [x, y]}}
      status_quo: []
      outcomes: {some: {name: Some, when: x or y}}
      """
    func shown(_ arguments: [String]) -> String {
      let recorder = Recorder()
      let environment = recorder.environment(standardInput: Array(text.utf8))
      _ = Program.run(["show", "-", "preferences"] + arguments, in: environment)
      return recorder.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    // All told, it reaches from the best place to the last but one; where y is not taken, it has one.
    #expect(shown([]).contains("the present 4 Some 1–3 of so many places 4"), "\(shown([]))")
    let part = shown(["--where", "x and not y"])
    #expect(part.contains("Some 2 of so many places 4") && !part.contains("the present 4"), "\(part)")
  }

  @Test("situations that no outcome names are told apart, whichever the present is") func withoutNames() {
    func answer(_ arguments: [String]) -> String {
      let text = """
        entente: 1
        actors:
          a: {options: {x: Build, y: Paint}, prefers: [x]}
          b: {options: {z: Sue}, prefers: [not z]}
        status_quo: {taken: [a.x], unsure: [a.y]}
        """
      let recorder = Recorder()
      _ = Program.run(arguments, in: recorder.environment(standardInput: Array(text.utf8)))
      return recorder.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let both = "the present without “Paint” and the present with “Paint”"
    #expect(answer(["solve", "-"]).contains("only two situations: \(both)."))
    #expect(answer(["coalitions", "-"]).contains("They are \(both)."))
  }

  @Test("of a graph nothing is called the nearest, and the situation is named") func firstOfGraph() {
    let text = """
      entente: 1
      states: {now: Now, far: Far, near: Near}
      actors:
        a: {moves: {now: [near]}, ranking: [near, far, now]}
        b: {moves: {near: [far]}, ranking: [near, far, now]}
      status_quo: now
      outcomes: {shore: {name: Shore, when: far or near}}
      """
    for arguments in [["explain", "-", "--state", "shore"], ["paths", "-", "--from", "shore"]] {
      let recorder = Recorder()
      _ = Program.run(arguments, in: recorder.environment(standardInput: Array(text.utf8)))
      let output = recorder.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(output.contains("irst of them") && !output.contains("nearest"), "\(output)")
      if arguments[0] == "explain" {
        #expect(output.contains("The first of them, “Far”, lasts"), "\(output)")
      }
    }
  }

  @Test("a grid in which nothing varies is an answer")
  func grid() {
    let text = Self.run(["grid"], on: Self.pair)
    #expect(text.status == 0 && text.text.contains("Nothing varies in this case"), "\(text)")
    let json = Self.run(["grid", "--json"], on: Self.pair)
    #expect(json.status == 0 && json.text.contains("\"dimensions\": []"), "\(json)")
    #expect(json.text.contains("\"worlds\": 1") && json.text.contains("\"complete\": true"))
    // What is asked for by name and cannot vary is a mistake still.
    #expect(Self.run(["grid", "--vary", "events"], on: Self.pair).status == 2)
  }

  @Test("what is shown of a case names events and outcomes, and who sees it otherwise")
  func show() {
    let text = """
      entente: 1
      events: {war: {name: There is war, holds: yes, resolves: a treaty}, calm: {holds: no}}
      outcomes: {o: {name: Both of it, when: a.x and b.y}, p: a.x}
      actors:
        a: {options: {x: X}, prefers: [x if war], perceives: {events: {war: {holds: no}}}}
        b: {options: {y: Y}, prefers: [y if calm]}
        c: {prefers: [a.x]}
      """
    let shown = Self.run(["show", "--full"], on: text).text
    #expect(shown.contains("war: yes, “There is war”; settled by: a treaty"), "\(shown)")
    #expect(shown.contains("calm: no no source") || shown.contains("calm: no a"), "\(shown)")
    #expect(shown.contains("o, “Both of it”: a.x and b.y") && shown.contains("p: a.x"))
    #expect(shown.components(separatedBy: "Sees the conflict otherwise").count == 2)
    for limit in [["--limit", "2"], []] {
      let moves = Self.run(["show", "moves"].reversed() + limit, on: text)
      #expect(!moves.text.contains("from to No"), "\(moves)")
    }
  }

  private static let roads = """
    entente: 1
    actors:
      ann: {name: Ann, options: {yield: Give way}, prefers: [not bob.yield implies yield, not yield]}
      bob: {name: Bob, options: {yield: Give way}, prefers: [not ann.yield implies yield, not yield]}
    status_quo: []
    """

  @Test("a briefing says of each situation that no outcome names what is taken there") func takenThere() {
    let text = Self.run(["brief"], on: Self.roads).text
    #expect(
      text.contains("Ann would get there by taking “Give way”. Taken there: Ann: “Give way”."), "\(text)")
    #expect(
      text.contains("Bob would get there by taking “Give way”. Taken there: Bob: “Give way”."), "\(text)")
  }

  @Test("places of states that have no name are told by what is taken there") func ladder() {
    let text = Self.run(["draw", "ladder"], on: Self.roads).text
    #expect(text.contains("nothing is taken") && text.contains("Ann: “Give way”"), "\(text)")
  }

  @Test("ways that end where nothing lasts say that a later form could, and call an outcome by its name")
  func laterForm() {
    let text = """
      entente: 1
      actors:
        a: {name: East, options: {x: Dig}, prefers: [x]}
        b: {name: West, options: {y: Fill}, prefers: [y iff a.x]}
      status_quo: []
      outcomes: {ditch: {name: A ditch, when: a.x}}
      """
    let answer = Self.run(["paths", "--to", "a DITCH"], on: text).text
    #expect(answer.contains("to “A ditch” there is 1 way"), "\(answer)")
    #expect(
      answer.contains("It does not end where it could last; a form of it that could is 2 steps away."),
      "\(answer)")
  }

  @Test("an actor that wants nothing is said to, not given an empty list") func wantsNothing() {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: []}
        b: {options: {y: Y}, prefers: [y]}
      """
    let shown = Self.run(["show", "--full"], on: text).text
    #expect(shown.contains("Wants nothing: every state is the same to it."), "\(shown)")
    #expect(shown.ranges(of: "Wants, the most important first").count == 1)
  }

  @Test("an edit of a case in graph form is one that such a case has")
  func sensitivity() {
    let graph = Self.run(["sensitivity", "--claim", "s2 lasts", "--full"], on: Self.graph).text
    #expect(
      graph.contains(
        "An edit drops, negates or moves a statement or a tier of a ranking, flips an event, or takes away a move."
      ), "\(graph)")
    #expect(!graph.contains("ules were left"))
    let joint = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: [treaty, x]}
        b: {options: {y: Y}, prefers: [treaty, y]}
      joint: {treaty: {name: A treaty, by: [a, b]}}
      status_quo: []
      """
    let named = Self.run(["sensitivity", "--claim", "status-quo lasts"], on: joint).text
    #expect(!named.contains("a.treaty"), "\(named)")
  }

  @Test("one state, and two, are not counted")
  func coalitions() {
    let text = Self.run(["coalitions", "--full"], on: Self.pair).text
    #expect(text.contains("The state that lasts under"), "\(text)")
    #expect(
      text.contains("The only situation that could last while each acts alone survives every coalition."))
    let prisoners = """
      entente: 1
      actors:
        a: {options: {c: C}, prefers: [not b.c, c]}
        b: {options: {c: C}, prefers: [not a.c, c]}
      """
    let upset = Self.run(["coalitions", "--concept", "nash", "--full"], on: prisoners).text
    #expect(upset.contains("The state that lasts under nash could be upset"), "\(upset)")
    let both = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: [x iff b.y]}
        b: {options: {y: Y}, prefers: [y iff a.x]}
      """
    let two = Self.run(["coalitions", "--concept", "nash", "--full"], on: both).text
    #expect(two.contains("Both states that last under nash survive"), "\(two)")
  }

  @Test("where no state lasts, that is explained and not counted")
  func hypergame() {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: [x iff b.y], perceives: {actors: {b: {prefers: [y]}}}}
        b: {options: {y: Y}, prefers: [y iff not a.x]}
      """
    let none = Self.run(["hypergame", "--concept", "nash", "--full"], on: text).text
    #expect(none.contains("No state lasts, that is, there is none that every actor sees"), "\(none)")
  }

  @Test("cases are compared and observed on a day that is asked for")
  func day() throws {
    try TestFolders.withScratchFolder { folder in
      func text(_ wish: String) -> String {
        """
        entente: 1
        title: A day
        events: {war: {holds: yes, since: 2023-07-18}}
        actors:
          a: {options: {x: X}, prefers: [x iff war]}
          b: {options: {y: Y}, prefers: [\(wish)]}
        status_quo: []
        """
      }
      try text("y").write(to: folder.appending(path: "one.yaml"), atomically: true, encoding: .utf8)
      try text("y iff war").write(to: folder.appending(path: "two.yaml"), atomically: true, encoding: .utf8)
      func answer(_ command: String) throws -> ShellCommand.Result {
        try ShellCommand(text: "entente " + command, folder: folder).run()
      }
      for command in ["compare", "observe"] {
        let later = try answer("\(command) one.yaml two.yaml --on 2023-07-20")
        let before = try answer("\(command) one.yaml two.yaml --on 2023-07-10")
        #expect(later.status == 0 && before.status == 0, "\(later.errors)\(before.errors)")
        #expect(before.output.contains("On 2023-07-10, as asked"), "\(before.output)")
        #expect(later.output != before.output)
        #expect(try answer("\(command) one.yaml two.yaml --on yesterday").status == 2)
      }
      // The difference is made in the first case as of the day, so it accounts for what follows.
      let told = try answer("compare one.yaml two.yaml --on 2023-07-10 --json").output
      #expect(told.contains("\"second\": \"excluded\", \"accounts\": [[1]]"), "\(told)")
      let given = try answer("compare one.yaml two.yaml --given war=no --json").output
      #expect(given.contains("\"second\": \"excluded\", \"accounts\": [[1]]"), "\(given)")
      try Self.pair.write(to: folder.appending(path: "dateless.yaml"), atomically: true, encoding: .utf8)
      #expect(try answer("compare dateless.yaml dateless.yaml --on 2023").status == 2)
    }
  }

  @Test("a file that is no model is said to be what it is", arguments: ["%PDF-1.7 x", "PK\u{3}\u{4}abc"])
  func foreign(content: String) throws {
    try TestFolders.withScratchFolder { folder in
      try content.write(to: folder.appending(path: "x.gmcr"), atomically: true, encoding: .utf8)
      let result = try ShellCommand(text: "entente solve x.gmcr", folder: folder).run()
      #expect(result.status == 2 && result.errors.contains("foreign-file"), "\(result.errors)")
    }
  }
}
