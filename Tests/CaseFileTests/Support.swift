import CaseFile
import ConflictModel
import Notation
import TestSupport
import Testing

/// A case from text, with whatever goes wrong reported as a failure.
func makeCase(
  _ text: String, given: [String: Bool] = [:], profiles: [String: String] = [:],
  files: [String: String] = [:]
) throws -> Case {
  try Case(document(text, files: files), given: given, profiles: profiles)
}

/// A document from text; files that it extends come from `files`.
func document(_ text: String, files: [String: String] = [:]) throws -> CaseDocument {
  try CaseDocument(bytes: Array(text.utf8), file: "case.yaml", files: source(files))
}

func source(_ files: [String: String]) -> FileSource {
  FileSource { path in
    files[path].map { .success(Array($0.utf8)) } ?? .failure(.init("there is no such file"))
  }
}

/// The problems of a text, as they are printed.
func problems(
  _ text: String, given: [String: Bool] = [:], profiles: [String: String] = [:],
  files: [String: String] = [:]
) -> [Diagnostic] {
  do {
    _ = try makeCase(text, given: given, profiles: profiles, files: files)
    return []
  } catch let error as SyntaxError {
    return error.diagnostics
  } catch CaseError.wrong(let error) {
    return error.diagnostics
  } catch {
    Issue.record("unexpected error: \(error)")
    return []
  }
}

/// `code@line:column` of each problem.
func places(_ text: String, files: [String: String] = [:]) -> [String] {
  problems(text, files: files).map { "\($0.code.rawValue)@\($0.place.line):\($0.place.column)" }
}

/// The actor's tiers of states, best first, by number.
func tiers(_ aCase: Case, _ actor: Int) -> [[Int]] {
  let states = aCase.conflict.feasibleStates().states
  let groups = Dictionary(grouping: states.indices) { aCase.conflict.standing(of: actor, in: states[$0]) }
  return groups.sorted { $1.key < $0.key }.map { $0.value.map { $0 + 1 }.sorted() }
}

extension Case {
  var patterns: [String] { conflict.feasibleStates().states.map { pattern(of: $0) } }
}

/// The example of the language's design.
let suspects = CaseTexts.suspects
