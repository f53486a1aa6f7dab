// Case files handed in as bytes, and a few questions about them, answered in JSON:
// what `smoke.mjs` compares with the program. Bytes are exchanged in memory that the
// caller reserves and gives back.

import Questions
import CaseFile
import ConflictModel
import Interchange
import Notation
import Stability

/// Memory for so many bytes, which `release` gives back.
@_expose(wasm, "reserve")
@_cdecl("reserve")
public func reserve(_ count: UInt32) -> UnsafeMutableRawPointer {
  .allocate(byteCount: max(Int(count), 1), alignment: 16)
}

/// Gives back what `reserve` returned.
@_expose(wasm, "release")
@_cdecl("release")
public func release(_ bytes: UnsafeMutableRawPointer) {
  bytes.deallocate()
}

nonisolated(unsafe) private var files: [String: [UInt8]] = [:]
nonisolated(unsafe) private var answer: [UInt8] = []

/// Hands a file in: its path and its bytes.
@_expose(wasm, "hand_in")
@_cdecl("hand_in")
public func handIn(
  _ path: UnsafeRawPointer, _ pathCount: UInt32, _ bytes: UnsafeRawPointer, _ count: UInt32
) {
  files[text(path, pathCount)] = copy(bytes, count)
}

/// Answers a question: its word and the paths of its cases, a line each. Returns how
/// many bytes the answer has; `take_answer` copies them.
@_expose(wasm, "ask")
@_cdecl("ask")
public func ask(_ request: UnsafeRawPointer, _ count: UInt32) -> UInt32 {
  let words = text(request, count).split(separator: "\n").map { String($0) }
  answer = Array(answered(words).text(pretty: false).utf8)
  return UInt32(answer.count)
}

/// Copies the answer to where the caller wants it, and forgets it.
@_expose(wasm, "take_answer")
@_cdecl("take_answer")
public func takeAnswer(_ place: UnsafeMutableRawPointer) {
  answer.withUnsafeBytes { bytes in
    if let base = bytes.baseAddress { place.copyMemory(from: base, byteCount: bytes.count) }
  }
  answer = []
}

private func copy(_ bytes: UnsafeRawPointer, _ count: UInt32) -> [UInt8] {
  Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
}

private func text(_ bytes: UnsafeRawPointer, _ count: UInt32) -> String {
  String(decoding: copy(bytes, count), as: UTF8.self)
}

private func answered(_ words: [String]) -> JSONValue {
  let source = FileSource(read: { path in
    if let bytes = files[path] { return .success(bytes) }
    return .failure(FileSource.Problem("it was not handed in"))
  })
  do throws(CaseError) {
    var cases: [Case] = []
    for path in words.dropFirst() {
      let document: CaseDocument
      do throws(SyntaxError) {
        document = try CaseDocument(reading: path, files: source)
      } catch {
        throw CaseError.wrong(error)
      }
      cases.append(try Case(document))
    }
    switch words.first {
    case "solve": return solved(cases[0])
    case "sensitivity": return sensitivity(cases[0])
    case "coalitions": return coalitions(cases[0])
    case "grid": return try worlds(cases[0])
    case "compare": return compared(cases[0], cases[1])
    case "print": return .string(cases[0].document.printed())
    default: return ["error": "there is no such question"]
    }
  } catch {
    return problem(error)
  }
}

private func problem(_ error: CaseError) -> JSONValue {
  switch error {
  case .wrong(let error):
    return .array(
      error.diagnostics.map { fault in
        [
          "code": .string(fault.code.rawValue), "line": .integer(fault.place.line),
          "column": .integer(fault.place.column), "message": .string(fault.message),
        ]
      })
  case .limit: return ["error": "a limit was reached"]
  }
}

private func name(_ solution: Solution, _ position: Int, _ subject: Case) -> JSONValue {
  let state = solution.states[position]
  return subject.document.isGraphForm
    ? .string(subject.document.states[Int(state.code)].id) : .string("\(state.code)")
}

private func solved(_ subject: Case) -> JSONValue {
  let solution = subject.conflict.solve()
  var concepts: [[Concept]] = solution.states.map { _ in [] }
  var counts: [JSONValue.Member] = []
  for concept in solution.concepts {
    let equilibria = solution.equilibria(concept)
    counts.append(.init(concept.rawValue, .integer(equilibria.count)))
    for position in equilibria { concepts[position].append(concept) }
  }
  let lasting = concepts.indices.filter { !concepts[$0].isEmpty }
  return [
    "sha256": .string(subject.document.sha256), "feasible": .integer(solution.states.count),
    "counts": .object(counts),
    "equilibria": .array(
      lasting.map { position in
        .array(
          [name(solution, position, subject)] + concepts[position].map { .string($0.rawValue) })
      }),
  ]
}

private func sensitivity(_ subject: Case) -> JSONValue {
  let states = subject.conflict.feasibleStates().states
  guard let claim = try? subject.claim(parsing: "status-quo lasts", among: states) else {
    return ["error": "there is no status quo"]
  }
  let found = subject.sensitivity(of: claim, upTo: 1)
  return [
    "holds": found.holds.map { .bool($0) } ?? .null,
    "effects": .array(found.effects.map { .string($0.rawValue) }),
    "sets": .array(found.minimalSets.map { JSONValue($0) }), "variants": .integer(found.variantCount),
  ]
}

private func coalitions(_ subject: Case) -> JSONValue {
  guard let graph = try? StateGraph(subject.conflict) else { return ["error": "a limit was reached"] }
  let found = graph.coalitions()
  let ids = subject.conflict.actors.map { $0.id }
  return [
    "coalitions": .array(found.coalitions.map { JSONValue($0.members.map { ids[$0] }) }),
    "survivors": .array(found.concepts.map { JSONValue(found.survivors($0).map { $0 + 1 }) }),
    "jumps": .array(
      found.jumps.map { jump in
        [
          "from": .integer(jump.position + 1), "to": .integer(jump.target + 1),
          "concept": .string(jump.concept.rawValue), "steps": .integer(jump.way.count),
        ]
      }),
  ]
}

private func worlds(_ subject: Case) throws(CaseError) -> JSONValue {
  let found = try Worlds(subject.document, varying: subject.dimensions)
  return .array(
    found.worlds.map { world in
      guard let conflict = found.found(world) else { return .null }
      return [.integer(conflict.feasible), .integer(conflict.equilibria)]
    })
}

private func compared(_ first: Case, _ second: Case) -> JSONValue {
  func reading(_ subject: Case) -> Reading {
    Reading(name: subject.document.file, subject: subject, solution: subject.conflict.solve())
  }
  let found = CaseComparison(reading(first), reading(second), under: .seq) { $0.solve() }
  return [
    "differences": JSONValue(found.differences.map { $0.key.id }),
    "agrees": .array(found.conclusions.map { .bool($0.agrees) }),
    "tried": .integer(found.triedCount),
  ]
}
