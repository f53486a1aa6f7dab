import Testing

/// For a key of the language, how three documents look that differ only there.
struct KeyExample: Sendable, CustomTestStringConvertible {
  /// The mapping and the key, as "an event: since".
  var key: String
  /// The base's value, and those of the two made from it.
  var values: [String]
  /// The case with one of the values.
  var text: @Sendable (String) -> String

  var testDescription: String { key }

  init(_ shape: String, _ key: String, _ values: [String], _ text: @escaping @Sendable (String) -> String) {
    self.key = "\(shape): \(key)"
    self.values = values
    self.text = text
  }

  /// A case in option form with some lines put in.
  static func frame(
    top: String = "", events: String = "e: {holds: no}", a: String = "prefers: [x, z]",
    options: String = "x: X, w: W",
    sources: String = "memo: {title: Memo}, log: {title: Log}", status: String = "status_quo: []"
  ) -> String {
    """
    entente: 1
    \(top)
    sources: {\(sources)}
    events: {\(events), f: {holds: yes}}
    actors:
      a: {options: {\(options)}, \(a)}
      b: {options: {z: Z}, prefers: [z]}
    \(status)
    """
  }

  /// A case in graph form.
  static func graph(
    states: String = "s1: One, s2: Two, s3: Three, s4: Four", a: String = "ranking: [s1, s2, s3, s4]",
    moves: String = "s1: [s2], s2: [s3]", top: String = ""
  ) -> String {
    """
    entente: 1
    sources: {memo: {title: Memo}}
    events: {e: {holds: no}, f: {holds: yes}}
    states: {\(states)}
    actors:
      a: {moves: {\(moves)}, \(a)}
      b: {moves: {s3: [s1]}, ranking: [s4, s3, s2, s1]}
    status_quo: s1
    \(top)
    """
  }

  private static func evidence(_ key: String, _ values: [String]) -> KeyExample {
    KeyExample("evidence", key, values) {
      frame(a: "prefers: [{that: x, because: {note: n, \(key): \($0)}}, z]")
        .replacing("{note: n, note:", with: "{note:")
    }
  }

  private static func expectation(_ key: String, _ values: [String], _ rest: String = "") -> KeyExample {
    KeyExample("an expectation", key, values) { frame(top: "expect: [{\(key): \($0)\(rest)}]") }
  }

  private static let notes = ["memo", "log", "a note of mine"]

  static let all: [KeyExample] =
    cases + events + actors + wishes + graphs + evidence + expectations + perceptions

  private static let cases: [KeyExample] =
    [
      KeyExample("a case", "title", ["One", "Two", "Three"]) { frame(top: "title: \($0)") },
      KeyExample("a case", "as_of", ["2023", "2024", "2025"]) { frame(top: "as_of: \($0)") },
      KeyExample("a case", "summary", ["One.", "Two.", "Three."]) { frame(top: "summary: \($0)") },
      KeyExample("a case", "sources", ["Old", "New", "Newer"]) { frame(sources: "memo: \($0), log: Log") },
      KeyExample("a case", "events", ["{resolves: one}", "{resolves: two}", "{resolves: three}"]) {
        frame(events: "e: \($0)")
      },
      KeyExample("a case", "actors", ["[x]", "[w]", "[z]"]) { frame(a: "prefers: \($0)") },
      KeyExample("a case", "states", ["One", "First", "Beginning"]) {
        graph(states: "s1: \($0), s2: Two, s3: Three, s4: Four")
      },
      KeyExample("a case", "joint", ["Pact", "Deal", "Bond"]) {
        frame(top: "joint: {j: {name: \($0), by: [a, b]}}")
      },
      KeyExample("a case", "rules", ["a.x and b.z", "a.x and a.w", "a.w and b.z"]) {
        frame(top: "rules: [{never: \($0)}]")
      },
      KeyExample("a case", "define", ["a.x", "a.w", "b.z"]) { frame(top: "define: {d: \($0)}") },
      KeyExample("a case", "status_quo", ["[]", "[a.x]", "[b.z]"]) { frame(status: "status_quo: \($0)") },
      KeyExample("a case", "outcomes", ["a.x", "a.w", "b.z"]) { frame(top: "outcomes: {o: \($0)}") },
      KeyExample("a case", "expect", ["8", "4", "2"]) { frame(top: "expect: [{feasible: \($0)}]") },
      KeyExample("a joint option", "name", ["Pact", "Deal", "Bond"]) {
        frame(top: "joint: {j: {name: \($0), by: [a, b]}}")
      },
      KeyExample("a joint option", "short", ["Pact", "Deal", "Bond"]) {
        frame(top: "joint: {j: {short: \($0), by: [a, b]}}")
      },
      KeyExample("a joint option", "by", ["[a, b]", "[a, c]", "[a, b, c]"]) {
        frame(top: "joint: {j: {by: \($0)}}").replacing(
          "status_quo", with: "  c: {prefers: [a.x]}\nstatus_quo")
      },
      KeyExample("a joint option", "because", notes) {
        frame(top: "joint: {j: {by: [a, b], because: \($0)}}")
      },
      KeyExample("a term", "name", ["One", "Two", "Three"]) {
        frame(top: "define: {d: {name: \($0), when: a.x}}")
      },
      KeyExample("a term", "when", ["a.x", "a.w", "b.z"]) {
        frame(top: "define: {d: {name: D, when: \($0)}}")
      },
      KeyExample("a term", "because", notes) { frame(top: "define: {d: {when: a.x, because: \($0)}}") },
      KeyExample("an outcome", "name", ["One", "Two", "Three"]) {
        frame(top: "outcomes: {o: {name: \($0), when: a.x}}")
      },
      KeyExample("an outcome", "short", ["One", "Two", "Three"]) {
        frame(top: "outcomes: {o: {short: \($0), when: a.x}}")
      },
      KeyExample("an outcome", "when", ["a.x", "a.w", "b.z"]) {
        frame(top: "outcomes: {o: {name: O, when: \($0)}}")
      },
      KeyExample("an outcome", "because", notes) { frame(top: "outcomes: {o: {when: a.x, because: \($0)}}") },
      KeyExample("a status quo", "taken", ["[a.x]", "[a.w]", "[b.z]"]) {
        frame(status: "status_quo: {taken: \($0), because: n}")
      },
      KeyExample("a status quo", "unsure", ["[a.x]", "[a.w]", "[b.z]"]) {
        frame(status: "status_quo: {taken: [], unsure: \($0)}")
      },
      KeyExample(
        "a status quo", "when", ["a.x and a.w and b.z", "not (a.x or a.w or b.z)", "a.x and a.w and not b.z"]
      ) {
        frame(status: "status_quo: {when: \($0), because: n}")
      },
      KeyExample("a status quo", "because", notes) {
        frame(status: "status_quo: {taken: [a.x], because: \($0)}")
      },
      KeyExample("a condition", "when", ["a.x", "a.w", "b.z"]) {
        frame(a: "prefers: [x], misperceives: [{when: \($0), because: n}]")
      },
      KeyExample("a condition", "because", notes) {
        frame(a: "prefers: [x], misperceives: [{when: b.z, because: \($0)}]")
      },
      KeyExample("a rule", "hedge", ["may", "might", "likely"]) {
        frame(top: "rules: [{never: a.x and b.z, hedge: \($0)}]")
      },
      KeyExample("a rule", "because", notes) { frame(top: "rules: [{never: a.x and b.z, because: \($0)}]") },
      KeyExample("a rule", "take", ["a.x", "a.w", "b.z"]) { frame(top: "rules: [{take: \($0), needs: f}]") },
      KeyExample("a rule", "needs", ["f", "e", "e or f"]) {
        frame(top: "rules: [{take: a.x, needs: \($0)}]")
      },
    ]
    + ["always", "never"].map { key in
      KeyExample("a rule", key, ["a.x iff b.z", "a.w iff b.z", "a.x iff a.w"]) { value in
        frame(top: "rules: [{\(key): \(key == "never" ? "not (\(value))" : value)}]")
      }
    }
    + ["exactly one of", "at most one of", "at least one of"].map { key in
      KeyExample("a rule", key, ["[a.x, b.z]", "[a.x, a.w]", "[a.x, a.w, b.z]"]) {
        frame(top: "rules: [{\(key): \($0)}]", status: "status_quo: [a.x]")
      }
    }
    + ["title", "author", "date", "publisher", "address", "viewpoint", "file", "note"].map { key in
      KeyExample("a source", key, key == "date" ? ["2023", "2024", "2025"] : ["one", "two", "three"]) {
        frame(sources: "memo: {\(key): \($0)}, log: Log")
      }
    }

  private static let events: [KeyExample] = [
    KeyExample("an event", "name", ["One", "Two", "Three"]) { frame(events: "e: {name: \($0)}") },
    // Two values only: where both change it, both say the same.
    KeyExample("an event", "holds", ["no", "yes"]) { frame(events: "e: {holds: \($0)}") },
    KeyExample("an event", "since", ["2021", "2022", "2023"]) {
      frame(events: "e: {holds: no, since: \($0)}")
    },
    KeyExample("an event", "until", ["2021", "2022", "2023"]) {
      frame(events: "e: {holds: no, until: \($0)}")
    },
    KeyExample("an event", "history", ["2021", "2022", "2023"]) {
      frame(events: "e: {holds: yes, history: [{date: \($0), holds: yes}]}")
    },
    KeyExample("an event", "resolves", ["one", "two", "three"]) { frame(events: "e: {resolves: \($0)}") },
    KeyExample("an event", "because", notes) { frame(events: "e: {because: \($0)}") },
    KeyExample("an observation", "date", ["2021", "2022", "2023"]) {
      frame(events: "e: {holds: yes, history: [{date: \($0), holds: yes}]}")
    },
    KeyExample("an observation", "holds", ["no", "yes"]) {
      frame(events: "e: {holds: yes, history: [{date: 2021, holds: \($0)}]}")
    },
    KeyExample("an observation", "because", notes) {
      frame(events: "e: {holds: yes, history: [{date: 2021, holds: yes, because: \($0)}]}")
    },
  ]

  private static let actors: [KeyExample] = [
    KeyExample("an actor", "name", ["One", "Two", "Three"]) { frame(a: "name: \($0), prefers: [x]") },
    KeyExample("an actor", "short", ["One", "Two", "Three"]) { frame(a: "short: \($0), prefers: [x]") },
    KeyExample("an actor", "tag", ["AB", "AC", "AD"]) { frame(a: "tag: \($0), prefers: [x]") },
    KeyExample("an actor", "because", notes) { frame(a: "prefers: [x], because: \($0)") },
    KeyExample("an actor", "options", ["X", "Ex", "Ix"]) { frame(options: "x: \($0), w: W") },
    KeyExample("an actor", "prefers", ["[x, z]", "[w, z]", "[not x, z]"]) { frame(a: "prefers: \($0)") },
    KeyExample("an actor", "ranking", ["[1, 2, 3, 4]", "[2, 1, 3, 4]", "[1, 2, [3, 4]]"]) {
      frame(a: "ranking: \($0)", options: "x: X")
    },
    KeyExample("an actor", "weights", ["{x: 1, w: 2}", "{x: 2, w: 2}", "{x: 3, w: 2}"]) {
      frame(a: "weights: \($0)")
    },
    KeyExample("an actor", "unknown", ["[[1, 2]]", "[[2, 3]]", "[[3, 4]]"]) {
      frame(a: "ranking: [1, 2, 3, 4], unknown: \($0)", options: "x: X")
    },
    KeyExample("an actor", "cannot", ["x", "w", "z"]) { frame(a: "prefers: [x], cannot: [{from: \($0)}]") },
    KeyExample("an actor", "misperceives", ["x", "w", "z"]) {
      frame(a: "prefers: [x], misperceives: [\($0)]")
    },
    KeyExample("an actor", "moves", ["[s2]", "[s3]", "[s4]"]) { graph(moves: "s1: \($0), s2: [s3]") },
    KeyExample("an actor", "profiles", ["[x]", "[w]", "[z]"]) {
      frame(a: "prefers: [x], profiles: {p: {prefers: \($0)}}")
    },
    KeyExample("an actor", "perceives", ["e: {holds: yes}", "f: {holds: no}", "f: ~"]) {
      frame(a: "prefers: [x], perceives: {events: {\($0)}}")
    },
    KeyExample("an actor", "declares", ["x", "w", "z"]) {
      frame(a: "prefers: [x], declares: [{if: z, then: \($0)}]")
    },
    KeyExample("an option", "name", ["X", "Ex", "Ix"]) {
      frame(options: "x: {name: \($0), moves: take}, w: W")
    },
    KeyExample("an option", "short", ["X", "Ex", "Ix"]) {
      frame(options: "x: {short: \($0), moves: take}, w: W")
    },
    KeyExample("an option", "moves", ["both", "take", "drop"]) { frame(options: "x: {moves: \($0)}, w: W") },
    KeyExample(
      "an option", "levels", ["{lo: Low, hi: High}", "{lo: Lo, hi: High}", "{lo: Lowest, hi: High}"]
    ) {
      frame(a: "prefers: [w]", options: "x: {levels: \($0)}, w: W")
    },
    KeyExample("an option", "because", notes) { frame(options: "x: {because: \($0)}, w: W") },
    KeyExample("a level", "name", ["Low", "Lo", "Lowest"]) {
      frame(a: "prefers: [w]", options: "x: {levels: {lo: {name: \($0)}, hi: High}}, w: W")
    },
    KeyExample("a level", "because", notes) {
      frame(a: "prefers: [w]", options: "x: {levels: {lo: {because: \($0)}, hi: High}}, w: W")
    },
    KeyExample("a move that cannot be made", "from", ["x", "w", "z"]) {
      frame(a: "prefers: [x], cannot: [{from: \($0), to: e}]")
    },
    KeyExample("a move that cannot be made", "to", ["x", "w", "z"]) {
      frame(a: "prefers: [x], cannot: [{from: e, to: \($0)}]")
    },
    KeyExample("a move that cannot be made", "because", notes) {
      frame(a: "prefers: [x], cannot: [{from: x, because: \($0)}]")
    },
    KeyExample("a declaration", "if", ["x", "w", "z"]) {
      frame(a: "prefers: [x], declares: [{if: \($0), then: z}]")
    },
    KeyExample("a declaration", "then", ["x", "w", "z"]) {
      frame(a: "prefers: [x], declares: [{if: z, then: \($0)}]")
    },
    KeyExample("a declaration", "to", ["b", "c", "[b, c]"]) {
      frame(a: "prefers: [x], declares: [{if: z, then: x, to: \($0)}]")
        .replacing("status_quo", with: "  c: {prefers: [a.x]}\nstatus_quo")
    },
    KeyExample("a declaration", "because", notes) {
      frame(a: "prefers: [x], declares: [{if: z, then: x, because: \($0)}]")
    },
  ]

  private static let wishes: [KeyExample] = [
    KeyExample("a statement", "id", ["s1", "s2", "s3"]) { frame(a: "prefers: [{id: \($0), that: x}, z]") },
    KeyExample("a statement", "that", ["x", "w", "z"]) {
      frame(a: "prefers: [{id: s1, that: \($0)}, x or z]")
    },
    KeyExample("a statement", "hedge", ["may", "might", "likely"]) {
      frame(a: "prefers: [{that: x, hedge: \($0)}, z]")
    },
    KeyExample("a statement", "sure", ["no", "yes"]) { frame(a: "prefers: [{that: x, sure: \($0)}, z]") },
    KeyExample("a statement", "much", ["no", "yes"]) { frame(a: "prefers: [{that: x, much: \($0)}, z]") },
    KeyExample("a statement", "because", notes) { frame(a: "prefers: [{that: x, because: \($0)}, z]") },
    KeyExample("a ranking", "states", ["[1, 2, 3, 4]", "[2, 1, 3, 4]", "[1, 2, [3, 4]]"]) {
      frame(a: "ranking: {states: \($0), because: n}", options: "x: X")
    },
    KeyExample("a ranking", "codes", ["[1, 2, 3, 0]", "[2, 1, 3, 0]", "[1, 2, [3, 0]]"]) {
      frame(a: "ranking: {codes: \($0)}", options: "x: X")
    },
    KeyExample("a ranking", "because", notes) {
      frame(a: "ranking: {states: [1, 2, 3, 4], because: \($0)}", options: "x: X")
    },
    KeyExample("a weight", "weight", ["1", "2", "3.5"]) {
      frame(a: "weights: {x: {weight: \($0), because: n}}")
    },
    KeyExample("a weight", "because", notes) { frame(a: "weights: {x: {weight: 1, because: \($0)}}") },
    KeyExample("a profile", "name", ["One", "Two", "Three"]) {
      frame(a: "prefers: [x], profiles: {p: {name: \($0), prefers: [w]}}")
    },
    KeyExample("a profile", "prefers", ["[x, w]", "[w, x]", "[[x, w]]"]) {
      frame(a: "prefers: [x], profiles: {p: {prefers: \($0)}}")
    },
    KeyExample("a profile", "ranking", ["[1, 2, 3, 4]", "[2, 1, 3, 4]", "[1, 2, [3, 4]]"]) {
      frame(a: "prefers: [x], profiles: {p: {ranking: \($0)}}", options: "x: X")
    },
    KeyExample("a profile", "weights", ["1", "2", "3"]) {
      frame(a: "prefers: [x], profiles: {p: {weights: {x: \($0)}}}")
    },
    KeyExample("a profile", "unknown", ["[[1, 2]]", "[[2, 3]]", "[[3, 4]]"]) {
      frame(a: "prefers: [x], profiles: {p: {ranking: [1, 2, 3, 4], unknown: \($0)}}", options: "x: X")
    },
    KeyExample("a profile", "because", notes) {
      frame(a: "prefers: [x], profiles: {p: {prefers: [w], because: \($0)}}")
    },
  ]

  private static let graphs: [KeyExample] = [
    KeyExample("a state", "name", ["One", "First", "Beginning"]) {
      graph(states: "s1: {name: \($0)}, s2: Two, s3: Three, s4: Four")
    },
    KeyExample("a state", "because", ["memo", "one", "two"]) {
      graph(states: "s1: {name: One, because: \($0)}, s2: Two, s3: Three, s4: Four")
    },
    KeyExample("a move", "to", ["s2", "s3", "s4"]) {
      graph(moves: "s1: [{to: \($0), because: n}], s2: [s3]")
    },
    KeyExample("a move", "if", ["e", "f", "not e"]) {
      graph(moves: "s1: [{to: s2, if: \($0)}], s2: [s3]")
    },
    KeyExample("a move", "because", ["memo", "one", "two"]) {
      graph(moves: "s1: [{to: s2, because: \($0)}], s2: [s3]")
    },
  ]

  private static let evidence: [KeyExample] = [
    evidence("source", ["memo", "log", "memo, at: 4"]), evidence("quote", ["one", "two", "three"]),
    KeyExample("evidence", "at", ["3.1", "3.2", "4"]) {
      frame(a: "prefers: [{that: x, because: {source: memo, at: \($0)}}, z]")
    },
    evidence("fingerprint", ["0123456789ab", "ab0123456789", "00ff00ff00ff"]),
    evidence("basis", ["said", "reported", "inferred"]), evidence("by", ["one", "two", "three"]),
    evidence("confidence", ["low", "moderate", "high"]), evidence("date", ["2021", "2022", "2023"]),
    evidence("note", ["one", "two", "three"]), evidence("against", ["no", "yes"]),
  ]

  private static let expectations: [KeyExample] =
    ["nash", "gmr", "smr", "seq", "sseq", "sim"].flatMap { concept in
      [
        expectation(concept, ["[1]", "[2]", "[3]"]),
        KeyExample("a count", concept, ["1", "2", "3"]) {
          frame(top: "expect: [{count: {\(concept): \($0)}}]")
        },
      ]
    } + [
      expectation("count", ["{nash: 1}", "{nash: 2}", "{seq: 2}"]),
      expectation("actor", ["a", "b", "c"], ", nash: [1]").with {
        $0.replacing("status_quo:", with: "  c: {prefers: [a.x]}\nstatus_quo:")
      },
      expectation("feasible", ["8", "4", "2"]),
      expectation("every", ["nash", "seq", "gmr"], ", satisfies: a.x"),
      expectation("some", ["nash", "seq", "gmr"], ", satisfies: a.x"),
      expectation("no", ["nash", "seq", "gmr"], ", satisfies: a.x"),
      expectation("satisfies", ["a.x", "a.w", "b.z"], ", every: nash"),
      expectation("status_quo", ["[nash]", "[seq]", "[gmr]"]), expectation("reach", ["2", "3", "4"]),
      expectation("out_of_reach", ["2", "3", "4"]), expectation("from", ["1", "2", "3"], ", reach: 4"),
      expectation("steps", ["1", "2", "3"], ", reach: 4"),
      KeyExample("an expectation", "by", ["moves", "improvements"]) {
        frame(top: "expect: [{reach: 4, by: \($0)}]")
      },
      expectation("jump", ["2", "3", "4"], ", from: 1, coalition: [a, b]"),
      expectation("under", ["nash", "seq", "gmr"], ", jump: 2, from: 1, coalition: [a, b]"),
      KeyExample("an expectation", "doubts", ["always", "sometimes"]) {
        frame(top: "expect: [{every: seq, satisfies: a.x, doubts: \($0)}]")
      },
      expectation("coalition", ["any", "[a, b]", "[a, c]"], ", nash: [1]").with {
        $0.replacing("status_quo:", with: "  c: {prefers: [a.x]}\nstatus_quo:")
      },
      expectation("hypergame", ["yes", "a", "b"], ", nash: [1]"),
      expectation("require", ["1", "2", "3"], ", actor: a, count: {nash: 2}"),
      expectation("given", ["{e: yes}", "{e: no}", "{f: no}"], ", nash: [1]"),
      KeyExample("an expectation", "profile", ["p", "q", "r"]) {
        frame(
          top: "expect: [{nash: [1], profile: {a: \($0)}}]",
          a: "prefers: [x], profiles: {p: {prefers: [w]}, q: {prefers: [z]}, r: {prefers: [not x]}}")
      },
      expectation("because", notes, ", nash: [1]"),
    ]

  private static let perceptions: [KeyExample] = [
    ("events", "{e: {holds: yes}}", "{e: ~}", "{f: ~}"),
    ("actors", "{b: {prefers: [a.x]}}", "{b: {prefers: [a.w]}}", "{b: {options: {z: ~}, prefers: [a.w]}}"),
    ("joint", "{j: ~}", "{j: {by: [a, b], name: J}}", "{j: {by: [a, b], name: K}}"),
    ("rules", "[a.x or b.z]", "[a.x or a.w]", "[a.w or b.z]"), ("define", "{d: a.w}", "{d: b.z}", "{d: f}"),
  ].map { key, base, one, other in
    KeyExample("what an actor perceives", key, [base, one, other]) {
      frame(
        top: "define: {d: a.x}\njoint: {j: {by: [a, b]}}", a: "prefers: [x], perceives: {\(key): \($0)}")
    }
  }

  private func with(_ change: @escaping @Sendable (String) -> String) -> KeyExample {
    var example = self
    let text = self.text
    example.text = { change(text($0)) }
    return example
  }
}
