import CaseFile
import ConflictModel
import Documents
import Door
import Notation
import Questions
import Briefings
import Stability
import Testing

@testable import CommandLine

/// A question that exists only here: how much of a conflict can last?
struct DwellQuestion: Question {
  static let table = QuestionTable(
    "dwell", format: "entente.dwell", abstract: "Say how much of a conflict can last.",
    discussion: "Counts the states that last.", examples: ["dwell first.yaml --concept nash"],
    done: "counted",
    moment: "before anything was counted",
    parameters: [
      Parameter("concept", .concept, standard: "seq", value: "name", "In which sense."),
      Parameter(
        "times", .count(1...9), standard: "1", value: "count", "Multiply the counts.", excludes: ["plain"]),
      Parameter("plain", .flag, "Leave out the whole."),
      Parameter("near", .text, isRepeated: true, value: "actor", "Whom to name. May be repeated."),
      Parameter("by", .choice(["states", "parts"]), standard: "states", value: "by", "What is counted."),
    ])

  let concept: Concept
  let times: Int
  let isPlain: Bool
  let near: [String]

  init(_ arguments: Arguments) throws(Failure) {
    concept = try arguments.concept("concept")
    times = arguments.count("times") ?? 1
    isPlain = arguments.isGiven("plain")
    near = arguments.texts("near")
  }

  struct Answer: Answering {
    var lasting: Int
    var states: Int
    var isPlain: Bool
    var near: [String]
    var limit: Limit?
  }

  func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    let solution = work.solve(subject.conflict, [concept])
    return Answer(
      lasting: solution.equilibria(concept).count * times, states: solution.states.count * times,
      isPlain: isPlain, near: near, limit: work.limit(solution.limit))
  }
}

struct DwellBriefing: Briefing {
  typealias Asked = DwellQuestion
  let answer: DwellQuestion.Answer

  init(_ answer: DwellQuestion.Answer, _ work: Work) { self.answer = answer }

  func bareDocument() -> Document {
    let whole = answer.isPlain ? "" : " of \(answer.states)"
    let names = answer.near.isEmpty ? "" : ", near \(Prose.list(answer.near))"
    return Document(title: "", blocks: [.paragraph("\(answer.lasting)\(whole) last\(names).")])
  }

  func write(to reader: TextReader) -> Limit? {
    let value: JSONValue = ["format": "entente.dwell", "version": 1, "lasting": .integer(answer.lasting)]
    _ = reader.take(value.text(pretty: true) + "\n")
    return nil
  }
}

enum WithDwell: BriefingList {
  static func visit(_ visitor: inout some BriefingVisitor) {
    AllBriefings.visit(&visitor)
    visitor.visit(DwellBriefing.self)
  }
}

@Suite("A question in one folder and one briefing") struct ToyQuestionTests {
  private func run(_ arguments: String...) -> (status: ProgramStatus, output: String, errors: String) {
    let recorder = Recorder()
    let text =
      "{entente: 1, actors: {a: {options: {x: X}, prefers: [x]}, b: {options: {y: Y}, prefers: [not a.x]}}}"
    let status = Program.run(
      arguments, in: recorder.environment(standardInput: Array(text.utf8)), asking: WithDwell.self)
    return (status, recorder.output, recorder.errors)
  }

  @Test("is a command with its parameters") func command() {
    #expect(run("dwell", "-").output == "2 of 4 last.\n")
    #expect(run("dwell", "-", "--times", "3", "--concept", "nash").output == "6 of 12 last.\n")
    #expect(run("dwell", "--plain", "-", "--near", "a", "--near", "b").output == "2 last, near a and b.\n")
  }

  @Test("answers in JSON") func json() {
    #expect(run("dwell", "-", "--json").output.contains("\"format\": \"entente.dwell\""))
    let wrong = run("dwell", "-", "--json", "--concept", "wish")
    #expect(wrong.status == .wrongInput && wrong.output.contains("\"unknown-argument\""))
  }

  @Test("is told in every form of a document") func forms() {
    #expect(run("dwell", "-", "--format", "markdown").output == "2 of 4 last.\n")
    let page = run("dwell", "-", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<title>2 of 4 last.</title>"))
    #expect(page.contains("<h1 class=\"answer\">2 of 4 last.</h1>"))
    #expect(run("dwell", "-", "--format", "document").output.contains("\"entente.document\""))
    #expect(run("dwell", "-", "--format", "csv").status == .usage)
  }

  @Test("is a request") func request() {
    let text = "{entente: 1, actors: {a: {options: {x: X}, prefers: [x]}}}"
    func ask(_ members: String) -> Door.Reply {
      let request = "{\"question\": \"dwell\", \"cases\": [{\"text\": \"\(text)\"}], \(members)}"
      return Door.answer(Array(request.utf8), asking: WithDwell.self)
    }
    #expect(
      ask("\"arguments\": {\"times\": 3, \"near\": [\"a\", \"b\"]}, \"as\": \"table\"").text
        == "3 of 6 last, near a and b.\n")
    #expect(ask("\"as\": \"html\"").text.contains("<h1 class=\"answer\">1 of 2 last.</h1>"))
    #expect(ask("\"as\": \"json\"").text.contains("\"lasting\": 1"))
    #expect(
      ask("\"arguments\": {\"plain\": true, \"times\": 2}").text.contains(
        "'times' and 'plain' exclude each other"))
    #expect(
      Door.answer(Array("{\"question\": \"dwell\", \"cases\": [\"a\"]}".utf8)).text.contains(
        "no question is called 'dwell'"))
    let schema = RequestSchema.json(asking: WithDwell.self).text(pretty: true)
    #expect(schema.contains("\"dwell\"") && schema.contains("Multiply the counts."))
  }

  @Test("has help, made of the table") func help() {
    let help = run("dwell", "--help").output
    #expect(help.contains("OVERVIEW: Say how much of a conflict can last."))
    #expect(help.contains("entente dwell first.yaml --concept nash"))
    #expect(help.contains("Exit codes: 0 counted, 2 the input is wrong"))
    #expect(help.contains("--by <by>"))
    #expect(
      help.contains("What is counted. (values: states, parts; default:\n                          states)"))
    #expect(run("--help").output.contains("dwell                   Say how much"))
    #expect(run("dwel", "-").errors.contains("Did you mean 'entente dwell'?"))
  }

  @Test("completes its words") func completion() {
    let script = run("--generate-completion-script", "bash").output
    let dwell = script.ranges(of: "_entente_dwell() {").first.map { script[$0.upperBound...] } ?? ""
    let own = dwell.prefix(upTo: dwell.ranges(of: "\n}").first?.lowerBound ?? dwell.endIndex)
    #expect(["--concept", "--times", "--plain", "--near", "--by"].allSatisfy { own.contains($0) })
    #expect(own.contains("nash") && own.contains("parts"), "\(own)")
  }

  @Test(
    "says what cannot be meant",
    arguments: [
      (["--times", "0"], "Error: --times must be from 1 to 9."),
      (
        ["--times", "x"],
        "Error: The value 'x' is invalid for '--times <count>'\nHelp:  --times <count>  Multiply the counts."
      ),
      (["--by", "wishes"], "Please provide one of 'states' or 'parts'."),
      (["--times", "2", "--plain"], "Error: --times and --plain exclude each other."),
      (["--tims", "2"], "Did you mean '--times'?"),
    ])
  func usage(_ arguments: [String], _ message: String) {
    let recorder = Recorder()
    let status = Program.run(["dwell", "-"] + arguments, in: recorder.environment(), asking: WithDwell.self)
    #expect(status == .usage)
    #expect(recorder.errors.contains(message), "\(recorder.errors)")
  }
}
