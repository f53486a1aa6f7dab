import CaseFile
import ConflictModel
import Foundation
import Notation
import Questions
import Briefings
import Stability
import Testing

/// The contract page has every key that is printed.
@Suite("Documentation of JSON")
struct DocumentationTests {
  /// Keys whose members are named by the case: actors, states, options, concepts.
  private static let open: Set<String> = [
    "stability", "preferences", "moves", "improvements", "summary", "levels", "given", "profiles",
    "equilibriaCount",
  ]

  private static func keys(in value: JSONValue, isOpen: Bool = false) -> Set<String> {
    switch value {
    case .array(let elements): return elements.reduce(into: []) { $0.formUnion(keys(in: $1)) }
    case .object(let members):
      return members.reduce(into: []) { keys, member in
        if !isOpen { keys.insert(member.key) }
        // One level further down, the members of an open object have keys of the contract again.
        let isInner = isOpen && member.value["always"] != nil
        keys.formUnion(
          Self.keys(
            in: member.value, isOpen: isInner ? false : isOpen || Self.open.contains(member.key)))
      }
    default: return []
    }
  }

  @Test("has every key")
  func everyKey() throws {
    let page = try String(
      decoding: Data(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent()
          .appendingPathComponent("Documentation/JSON.md")), as: UTF8.self)
    var documents: [JSONValue] = []
    for (_, text) in SampleCase.all {
      let subject = try Case(CaseDocument(parsing: text))
      let solution = subject.conflict.solve()
      var options = SolveReport.Options()
      options.with = Set(SolveReport.Section.allCases)
      options.allStates = true
      options.limit = 1
      documents.append(SolveReport(case: subject, solution: solution, options: options).json())
      let limits = SolveRequest(limits: EnumerationLimits(states: 2))
      documents.append(
        SolveReport(case: subject, solution: subject.conflict.solve(limits), options: options).json())
      for what in ShowReport.What.allCases {
        documents.append(ShowReport(case: subject, solution: solution, what: what).json())
      }
      for position in solution.states.indices {
        let certificates = subject.conflict.actors.indices.flatMap { actor in
          solution.concepts.map { solution.certificate($0, actor: actor, position: position) }
        }
        documents.append(ExplainReport(case: subject, solution: solution, certificates: certificates).json())
      }
    }
    documents.append(CheckReport(CheckSample.answer(), Work()).json())
    documents.append(ErrorReport.json([Diagnostic(.badIdentifier, "x", at: .none)]))
    let keys = documents.reduce(into: Set<String>()) { $0.formUnion(Self.keys(in: $1)) }
    #expect(keys.count > 80)
    for key in keys.sorted() {
      #expect(page.contains("`\(key)`") || page.contains("\"\(key)\":"), "\(key) is not documented")
    }
  }
}
