import CaseFile
import ConflictModel
import Notation
import Testing

@Suite("Overlays and profiles")
struct OverlayTests {
  let base = """
    entente: 1
    title: Base
    actors:
      a:
        name: First
        options: {x: X, y: {name: Y, moves: take}}
        prefers:
          - {id: s1, that: x}
          - {id: s2, that: y}
          - {id: s3, that: not b.z}
      b: {options: {z: Z}, prefers: [z]}
    rules: [{never: a.x and b.z}]
    status_quo: [a.x]
    expect: [{feasible: 6}]
    """

  func merged(_ overlay: String) throws -> CaseDocument {
    try document("entente: 1\nextends: base.yaml\n" + overlay, files: ["base.yaml": base])
  }

  func statements(_ overlay: String) throws -> [String] {
    let document = try merged(overlay)
    guard case .statements(let statements) = document.actors[0].preference else { return [] }
    return statements.map(\.that.printed)
  }

  @Test(
    "only a mapping can be extended",
    arguments: [
      ("- one\n- two\n", "wrong-shape@1:1"), ("SECRET=x\nOTHER=y\n", "wrong-shape@1:1"),
      ("# x\n~\n", "wrong-shape@2:1"),
      ("'text'\n", "wrong-shape@1:1"), ("", "empty-file@1:1"), ("# only a remark\n", "empty-file@1:1"),
    ])
  func baseOfAnotherShape(base: String, expected: String) {
    let overlay = "entente: 1\nextends: base.yaml\nactors: {a: {options: {x: X}, prefers: [x]}}\n"
    #expect(places(overlay, files: ["base.yaml": base]) == [expected])
    let between = ["base.yaml": "entente: 1\nextends: last.yaml\n", "last.yaml": base]
    #expect(places(overlay, files: between) == [expected])
    #expect(
      places(
        overlay.replacing("base.yaml", with: "[good.yaml, base.yaml]"),
        files: ["good.yaml": overlay.replacing("extends: base.yaml\n", with: ""), "base.yaml": base]) == [
          expected
        ])
  }

  @Test("what an overlay does not mention stays, but known answers do not")
  func inherits() throws {
    let document = try merged("title: Over\n")
    #expect(document.title == "Over")
    #expect(document.actors.map(\.id) == ["a", "b"] && document.actors[0].name == "First")
    #expect(document.expectations.isEmpty && document.rules.count == 1)
  }

  @Test("mappings merge, lists replace, a tilde removes")
  func merging() throws {
    let document = try merged(
      """
      actors:
        a: {options: {y: {moves: drop}, x: ~}, prefers: [y]}
        c: {prefers: indifferent}
      rules: []
      status_quo: ~
      """)
    #expect(document.actors[0].options.map(\.id) == ["y"])
    #expect(document.actors[0].options[0].name == "Y" && document.actors[0].options[0].moves == .drop)
    #expect(document.actors.map(\.id) == ["a", "b", "c"])
    #expect(document.rules.isEmpty && document.statusQuo == nil)
  }

  @Test("another kind of preference drops the base's")
  func otherKind() throws {
    let document = try merged("actors: {a: {weights: {x: 1}}, b: {prefers: indifferent}}\n")
    guard case .weights = document.actors[0].preference else {
      Issue.record("the weights are not in force")
      return
    }
    #expect(document.actors[1].preference == .indifferent)
  }

  @Test(
    "statements are edited by id",
    arguments: [
      ("{drop: [s2]}", ["x", "not b.z"]),
      ("{replace: {s1: not x}}", ["not x", "y", "not b.z"]),
      ("{replace: {s1: {that: not x, hedge: may}}, drop: [s1]}", ["y", "not b.z"]),
      ("{first: [b.z], last: [not y, x iff y]}", ["b.z", "x", "y", "not b.z", "not y", "x iff y"]),
      ("{after: {s1: [not y, b.z], s3: [x or y]}}", ["x", "not y", "b.z", "y", "not b.z", "x or y"]),
    ])
  func edits(edit: String, expected: [String]) throws {
    #expect(try statements("actors: {a: {prefers: \(edit)}}\n") == expected)
    let profile = base.replacing("      b: {options", with: "      b: {options")
      .replacing("    name: First", with: "    name: First\n    profiles: {p: {prefers: \(edit)}}")
    let aCase = try makeCase(profile, profiles: ["a": "p"])
    #expect(aCase.statements(of: 0).map(\.that.printed) == expected)
  }

  @Test("diagnostics name the file in which the text stands")
  func files() {
    let wrong = base.replacing("that: y", with: "that: w")
    let found = problems(
      "entente: 1\nextends: base.yaml\nactors: {b: {prefers: [v]}}\n", files: ["base.yaml": wrong])
    #expect(
      found.map { "\($0.place.file):\($0.place.line):\($0.message)" } == [
        "case.yaml:3:nothing is called 'v'", "base.yaml:9:nothing is called 'w'",
      ])
  }

  @Test("files that extend each other in a circle are refused")
  func loops() {
    let files = ["a.yaml": "entente: 1\nextends: b.yaml\n", "b.yaml": "entente: 1\nextends: [case.yaml]\n"]
    let found = problems("entente: 1\nextends: a.yaml\n", files: files)
    #expect(found.map(\.code) == [.extendsLoop])
    #expect(found.first?.place.file == "b.yaml" && found.first?.place.line == 2)
    #expect(problems("entente: 1\nextends: case.yaml\n").map(\.code) == [.extendsLoop])
  }

  @Test("a base that two others extend is laid under each once")
  func diamond() throws {
    var files = ["f0.yaml": base]
    for index in 1...30 {
      files["f\(index).yaml"] = "entente: 1\nextends: [f\(index - 1).yaml, f\(index - 1).yaml]\n"
    }
    let document = try document("entente: 1\nextends: [f30.yaml, f30.yaml]\n", files: files)
    #expect(document.title == "Base")
  }

  @Test("a source's file stays relative to the file that names it")
  func sourceFiles() throws {
    let sources =
      "entente: 1\nsources: {m: {file: texts/m.txt}, n: {file: /abs/n.txt}}\nactors: {a: {prefers: indifferent}}\n"
    let document = try document(
      "entente: 1\nextends: ../lib/base.yaml\n", files: ["../lib/base.yaml": sources])
    #expect(document.sources.map(\.file) == ["../lib/texts/m.txt", "/abs/n.txt"])
  }

  @Test("an unknown statement, profile or actor is said so")
  func unknown() {
    let files = ["base.yaml": base]
    let edit = problems(
      "entente: 1\nextends: base.yaml\nactors: {a: {prefers: {drop: [s9]}}}\n", files: files)
    #expect(edit.map(\.code) == [.unknownStatement])
    #expect(problems(base, profiles: ["a": "p"]).map(\.message) == ["no profile of 'a' is called 'p'"])
    #expect(problems(base, profiles: ["z": "p"]).map(\.message) == ["no actor is called 'z'"])
  }

  @Test("an actor that an overlay adds under a name nearly known is doubted")
  func nearlyKnown() throws {
    let files = [
      "base.yaml": "entente: 1\nactors: {delta: {options: {x: X}, prefers: [x]}}\n"
    ]
    let overlay = "entente: 1\nextends: base.yaml\nactors: {dleta: {prefers: [x]}, other: {prefers: [x]}}\n"
    let warnings = try makeCase(overlay, files: files).warnings()
    #expect(warnings.map(\.code) == [.similarName])
    #expect(warnings.first?.hint == "to change the actor of the base, write 'delta'")
  }

  @Test("an option called 'perceives' is an option like any other")
  func optionCalledPerceives() throws {
    let files = [
      "base.yaml":
        "entente: 1\nactors: {a: {options: {perceives: {name: Sees, moves: take}}, prefers: [not perceives]}}\n"
    ]
    let overlay = "entente: 1\nextends: base.yaml\nactors: {a: {options: {perceives: {moves: drop}}}}\n"
    let option = try makeCase(overlay, files: files).document.actors[0].options[0]
    #expect(option.name == "Sees")
    #expect(option.moves == .drop)
  }

  @Test("what an overlay adds is said, and doubted where the base has nearly the same name")
  func additions() throws {
    let files = [
      "base.yaml": """
      entente: 1
      sources: {memorandum: M}
      events: {summit: {holds: no}}
      actors: {lender: {options: {extend: E, demand: D}, prefers: [extend]}}
      """
    ]
    func overlay(_ text: String) throws -> CaseDocument {
      try document("entente: 1\nextends: base.yaml\n" + text, files: files)
    }
    let near = try overlay(
      """
      sources: {memorandun: N}
      events: {sumit: {holds: yes}}
      actors: {lender: {options: {extends: E}}, lendr: {prefers: indifferent}}
      """)
    #expect(near.doubts.map(\.code) == [.similarName, .similarName, .similarName, .similarName])
    #expect(near.additions.map(\.name) == ["memorandun", "sumit", "lendr", "lender.extends"])
    let far = try overlay("events: {war: {holds: yes}}\nactors: {lender: {options: {forgive: F}}}")
    #expect(far.doubts.isEmpty)
    #expect(far.additionNotes == ["the overlay adds the event 'war', the option 'lender.forgive'"])
    #expect(try overlay("events: {summit: {holds: yes}}").additionNotes.isEmpty)
  }
}
