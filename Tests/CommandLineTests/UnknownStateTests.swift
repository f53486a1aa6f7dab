import Testing

@testable import CommandLine

/// A known answer about a state that there is none of is no answer at all.
@Suite("States in 'expect' that there are none of") struct UnknownStateTests {
  static let listed = """
    entente: 1
    states: {s1: One, s2: Two, s3: Three, s4: Four}
    actors:
      a: {moves: {s1: [s2], s2: [s3]}, ranking: [s3, s2, s1, s4]}
      b: {moves: {s3: [s4]}, ranking: [s4, s3, s2, s1]}
    status_quo: s1
    expect:
      -
    """

  static let options = """
    entente: 1
    events: {war: {holds: no}}
    actors:
      a: {options: {x: X}, prefers: [x, not b.y]}
      b: {options: {y: Y}, prefers: [y, not a.x]}
    rules: [not (a.x and b.y) or war]
    status_quo: []
    expect:
      -
    """

  static let forms = [
    "{nash: [9]}", "{actor: a, nash: [1, 9]}", "{doubts: always, nash: [9]}", "{hypergame: yes, nash: [9]}",
    "{coalition: any, nash: [9]}", "{reach: 9}", "{reach: 2, from: 9}", "{out_of_reach: 9}",
    "{out_of_reach: 2, from: 9}", "{coalition: [a, b], from: 9, jump: 2}",
    "{coalition: [a, b], from: 1, jump: 9}", "{require: 9, actor: a, count: {nash: 1}}",
  ]

  @Test("in every form, whether states are listed or made of options", arguments: forms)
  func located(form: String) {
    for text in [Self.listed, Self.options] {
      let column = form.prefix { $0 != "9" }.count + 5
      let line = text.split(separator: "\n").count
      let result = Recorder.run("check", "-", input: text + " " + form + "\n")
      #expect(result.status == .wrongInput, "\(form): \(result.output)")
      #expect(
        result.output.contains("-:\(line):\(column): error: there is no state 9 [unknown-state]"),
        "\(result.output)")
    }
  }

  @Test("all at once, and where states are listed for every command")
  func together() {
    let text = Self.listed + " {nash: [7, 8]}\n  - {reach: 9}\n"
    let result = Recorder.run("solve", "-", input: text)
    #expect(result.status == .wrongInput)
    for number in 7...9 { #expect(result.errors.contains("there is no state \(number) [unknown-state]")) }
  }

  @Test(
    "named in another way",
    arguments: [
      ("{nash: [YNY]}", "the pattern 'YNY' has 3 letters"), ("{reach: code:9}", "no state has the code 9"),
      ("{nash: {codes: [3]}}", "has the code 3"), ("{nash: [s2]}", "no state is called 's2'"),
    ])
  func otherNames(form: String, message: String) {
    let result = Recorder.run("check", "-", input: Self.options + " " + form + "\n")
    #expect(result.status == .wrongInput && result.output.contains(message), "\(result.output)")
  }

  // Both options are taken in no state of the file's own events, and in one under war.
  @Test("a state that only the events given make feasible is one")
  func given() {
    for form in ["YY", "code:3"] {
      let known = Recorder.run(
        "check", "-", input: Self.options + " {given: {war: yes}, reach: \(form)}\n")
      #expect(known.status == .done, "\(known.output)")
    }
    let number = Recorder.run("check", "-", input: Self.options + " {given: {war: yes}, reach: 4}\n")
    #expect(number.status == .wrongInput, "\(number.output)")
    let peace = Recorder.run("check", "-", input: Self.options + " {reach: YY}\n")
    #expect(peace.status == .wrongInput, "\(peace.output)")
  }
}
