import CaseFile
import ConflictModel
import EffectiveCounts
import Foundation
import Fuzzing
import Stability
import TestSupport
import Testing

/// What a document may be called and in which order it may stand without a change of
/// what is said about it.
@Suite("Laws of documents") struct DocumentLawTests {
  /// What is asked about a case, without its path.
  private static let questions: [[String]] = [
    ["solve"], ["solve", "--json", "--with", "stability,preferences,moves"], ["check"], ["check", "--json"],
    ["doubts"], ["hypergame"], ["words"], ["paths", "--json"], ["show", "case"], ["convert", "--to", "yaml"],
  ]

  /// What is printed, without the times, the digest of the text and its lines beside
  /// a warning, which are cut where they are long.
  private static func answer(_ question: [String], to text: String, at path: String) -> String {
    _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    var arguments = question
    arguments.insert(path, at: 1)
    let outcome = InProcess.run(arguments)
    let printed = "\(outcome.status ?? -1)\n" + outcome.output + outcome.errors
    return printed.replacing(/(?m)^ *[0-9]+ \|.*$/, with: "").replacing(/"sha256": "[0-9a-f]+"/, with: "")
      .replacing(/\s+[0-9.]+[\u{A0} ]s\b/, with: "")
      .replacing(/"(?:seconds|milliseconds)": [0-9.e-]+/, with: "")
  }

  @Test("with other names nothing else changes", .effective(1), arguments: TestScale.seeds(2))
  func renaming(seed: UInt64) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "laws-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let document = RandomCase.document(seed: 400 + seed, .everything)
    let text = document.printed()
    let renaming = Renaming(document)
    let other = renaming.renamed(text)
    #expect(other != text && renaming.restored(other) == text)
    effective(when: try Case(document).conflict.isLively)
    for question in Self.questions {
      let (before, after) = (
        Self.answer(question, to: text, at: path), Self.answer(question, to: other, at: path)
      )
      #expect(renaming.restored(after) == before, "\(question), seed \(seed)")
    }
  }

  /// What a case says, by names: for each concept and actor the states that are
  /// stable, the status quo, and how many expectations hold.
  private struct Sense: Equatable {
    var stable: [String: Set<Set<String>>] = [:]
    var statusQuo: Set<Set<String>> = []
    var states = 0

    init(_ document: CaseDocument) throws {
      let subject = try Case(document)
      let solution = subject.conflict.solve()
      func names(_ state: State) -> Set<String> {
        subject.conflict.form == .options
          ? Set(
            subject.conflict.options.indices.filter { state.takes($0) }.map {
              subject.conflict.options[$0].id
            })
          : [document.states[Int(state.code)].id]
      }
      states = solution.states.count
      for concept in solution.concepts {
        for (index, actor) in subject.conflict.actors.enumerated() {
          stable["\(concept.rawValue) of \(actor.id)"] = Set(
            solution.stable(concept, actor: index).map { names(solution.states[$0]) })
        }
      }
      statusQuo = Set((subject.statusQuo?.completions ?? []).map(names))
    }
  }

  @Test("in another order it says the same", .effective(30), arguments: TestScale.seeds(40))
  func reordering(seed: UInt64) throws {
    var document = RandomCase.document(seed: 800 + seed, .everything)
    // Numbers and patterns mean other states in another order.
    document.expectations = []
    for index in document.actors.indices where !document.isGraphForm {
      document.actors[index].profiles = []
      if case .ranking = document.actors[index].preference {
        document.actors[index].preference = .indifferent
        document.actors[index].unknown = []
      }
    }
    var random = SeededGenerator(seed: seed)
    var other = document
    other.actors.shuffle(using: &random)
    for index in other.actors.indices {
      other.actors[index].options.shuffle(using: &random)
      other.actors[index].cannot.shuffle(using: &random)
      other.actors[index].moves.shuffle(using: &random)
    }
    other.events.shuffle(using: &random)
    other.definitions.shuffle(using: &random)
    other.outcomes.shuffle(using: &random)
    other.rules.shuffle(using: &random)
    other.sources.shuffle(using: &random)
    other.states.shuffle(using: &random)
    let read = try CaseDocument(parsing: other.printed())
    let sense = try Sense(document)
    effective(when: sense.states > 2 && read != document)
    #expect(try Sense(read) == sense, "\(document.printed())\n\(other.printed())")
  }
}
