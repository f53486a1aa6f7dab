import CommandLine
import Testing

/// What reports about one state say when the status quo may be several.
@Suite("A status quo that is not sure")
struct OpenStatusQuoTests {
  static let drought = """
    entente: 1
    title: A drought
    actors:
      farmers: {options: {pump: Pump}, prefers: [not pump]}
      city: {options: {ration: Ration}, prefers: [not farmers.pump, not ration], misperceives: [farmers.pump and ration]}
    status_quo: {taken: [farmers.pump], unsure: [city.ration]}
    """

  static func answer(_ arguments: [String], to text: String = drought) -> String {
    let recorder = Recorder()
    _ = Program.run(arguments + ["-"], in: recorder.environment(standardInput: Array(text.utf8)))
    return recorder.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "reports about the status quo say that it may be another state",
    arguments: ["explain", "sensitivity", "require"])
  func note(command: String) {
    let answer = Self.answer([command])
    #expect(answer.contains("The present without “Ration”"), "\(answer)")
    #expect(answer.contains("Whether the present includes “Ration” is not known."), "\(answer)")
    let text = Self.answer([command, "--full"])
    #expect(
      text.contains(
        "The case leaves open which of 2 states the status quo is. This is one of them; it may be state 4 as well."
      ), "\(text)")
  }

  @Test("a hypergame tells the fate of each")
  func hypergame() {
    let text = Self.answer(["hypergame", "--full"])
    #expect(text.contains("The status quo, state 2 (YN), does not last"))
    #expect(text.contains("The status quo, state 4 (YY), does not last"))
  }

  @Test("what an actor does not see is said to be that")
  func unseen() {
    #expect(Self.answer(["show", "--full"]).contains("does not see: farmers.pump and ration"))
  }

  @Test("an equilibrium that is the only one is called that")
  func only() {
    let text = Self.answer(["paths", "--full"])
    #expect(text.contains("The only equilibrium under seq: - State 1 (NN)"), "\(text)")
    #expect(!text.contains("1 of the 1"))
  }
}
