import CaseFile
import Disk
import Certificates
import ConflictModel
import Foundation
import Notation
import Briefings
import Questions
import Stability
import TestSupport
import Testing

/// The cases of the catalog, solved in every way there is.
@Suite("Solving the catalog")
struct CatalogTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Catalog")

  static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  /// So many states, and the definitions and the checker go through all of them in
  /// the quick tests, too.
  static let smallCount = 100

  static func subject(_ file: String) throws -> Case {
    try Case(CaseDocument(reading: folder.appending(path: file).path))
  }

  @Test("the expected answers are found", arguments: files)
  func expectations(file: String) throws {
    let subject = try Self.subject(file)
    let solution = subject.conflict.solve()
    #expect(solution.limit == nil)
    var own = ExpectationBench(case: subject, solution: solution)
    for expectation in subject.document.expectations {
      let result =
        expectation.given.isEmpty && expectation.profiles.isEmpty
        ? own.evaluate(expectation) : try Self.evaluate(expectation, of: subject, solution)
      #expect(result.verdict == .passed, "line \(expectation.place.line): \(result.message)")
    }
  }

  /// Compares an expectation under the events and profiles that it gives.
  private static func evaluate(
    _ expectation: ExpectationText, of subject: Case, _ own: Solution
  ) throws -> ExpectationCheck {
    let given = Dictionary(expectation.given.map { ($0.event.text, $0.holds) }) { $1 }
    let profiles = Dictionary(expectation.profiles.map { ($0.actor.text, $0.profile.text) }) { $1 }
    let other = try Case(subject.document, given: given, profiles: profiles)
    var bench = ExpectationBench(case: other, solution: other.conflict.solve(), numbered: own.states)
    return bench.evaluate(expectation)
  }

  @Test("states, every concept and the status quo are expected", arguments: files)
  func expectsEverything(file: String) throws {
    let subject = try Self.subject(file)
    var concepts: Set<Concept> = []
    var countsStates = false
    var judgesStatusQuo = false
    for expectation in subject.document.expectations where expectation.scope == .alone {
      switch expectation.claim {
      case .states(let concept, actor: nil, _), .count(let concept, actor: nil, _):
        concepts.insert(concept)
      case .feasible: countsStates = true
      case .statusQuo: judgesStatusQuo = true
      default: break
      }
    }
    #expect(countsStates)
    #expect(judgesStatusQuo || subject.document.statusQuo == nil)
    #expect(concepts == Set(Concept.allCases.filter { $0.isDefined(in: subject.conflict.form) }))
  }

  /// The cases, of those with many states one only in the quick tests: the others
  /// beside it change a wish or two.
  static let representatives = files.filter {
    TestScale.isLong || !$0.hasPrefix("flagship/") || $0 == "flagship/arms-for-ukraine.yaml"
  }

  @Test("every engine that takes the case agrees", arguments: representatives)
  func engines(file: String) throws {
    let subject = try Self.subject(file)
    let solution = subject.conflict.solve()
    for engine in Engine.allCases {
      if engine == .reference && solution.states.count > Self.smallCount && !TestScale.isLong { continue }
      let other = subject.conflict.solve(SolveRequest(engine: engine))
      #expect(other.engine == engine || other.engineNote != nil)
      #expect(other.states.map { $0.code } == solution.states.map { $0.code })
      for concept in solution.concepts {
        for actor in subject.conflict.actors.indices {
          #expect(
            Array(other.stable(concept, actor: actor)) == Array(solution.stable(concept, actor: actor)),
            "\(engine), \(concept), actor \(actor)")
        }
      }
    }
  }

  @Test("so do the definitions written a second time, and the checker", arguments: representatives)
  func definitions(file: String) throws {
    let subject = try Self.subject(file)
    let solution = subject.conflict.solve()
    if solution.states.count > Self.smallCount && !TestScale.isLong { return }
    let truth = BruteForce(subject.conflict)
    var checker = CertificateChecker(subject.conflict)
    #expect(solution.states.map { $0.code } == truth.codes)
    for concept in solution.concepts {
      for actor in subject.conflict.actors.indices {
        for (position, code) in truth.codes.enumerated() {
          let isStable = solution.isStable(concept, actor: actor, position: position)
          #expect(
            truth.isStable(concept, actor, code) == isStable, "\(concept), actor \(actor), code \(code)")
          let certificate = solution.certificate(concept, actor: actor, position: position)
          #expect(certificate.isStable == isStable)
          if let fault = checker.check(certificate) { Issue.record("\(certificate) is refused: \(fault)") }
        }
      }
    }
  }
}
