import CaseFile
import ConflictModel
import Questions
import Stability
import Testing

@testable import Briefings

/// An answer holds no list of all states: it is as large about 16 times as many.
///
/// Selections and what was solved are not counted, which have a bit or a rank for each state; neither is
/// what a search has noted on its way (`Reach`, `ObstacleSearch`), from which ways are read.
@Suite("Sizes of answers") struct AnswerSizeTests {
  /// The same options; all of them free, or most held by rules, so that there are 16 times fewer states.
  static func text(isFree: Bool) -> String {
    let rules = isFree ? "" : "rules: [not a.o2, not a.o3, not a.o4, not b.p2]\n"
    return """
      entente: 1
      events: {e: {holds: no}}
      actors:
        a: {options: {o0: O, o1: O, o2: O, o3: O, o4: O, o5: O}, prefers: [o0, not b.p0, o5 if e]}
        b: {options: {p0: P, p1: P, p2: P}, prefers: [p0, a.o1]}
      \(rules)status_quo: []
      outcomes: {good: {name: Good, when: a.o0 and b.p0}}
      """
  }

  /// Answers that tell something of each state concerned, so that they grow with what there is to
  /// tell: a proof answers each improvement, what a ranking must say is said of each better state, and a
  /// share belongs to each state that lasts in some completion.
  static let telling: Set = ["explain", "require", "doubts"]

  @Test("no other answer grows with the number of states") func sizes() throws {
    var counting = Counting(subject: Subject(try CaseDocument(parsing: Self.text(isFree: false))))
    AllBriefings.visit(&counting)
    var large = Counting(subject: Subject(try CaseDocument(parsing: Self.text(isFree: true))))
    AllBriefings.visit(&large)
    #expect(large.sizes.count >= 9 && large.sizes.keys == counting.sizes.keys)
    for (word, size) in large.sizes where !Self.telling.contains(word) {
      let small = try #require(counting.sizes[word])
      // Ways and reasons may be longer, not as many as there are states.
      #expect(size <= small + small / 2 + 40, "\(word): \(small) parts of 32 states, \(size) of 512")
    }
  }

  @Test("a list of states is seen") func lists() {
    #expect(Counting.size(of: Array(0..<500)) >= 500)
    #expect(Counting.size(of: ["a": [1, 2, 3]]) > 3)
  }
}

/// Counts the parts of each question's answer about a subject.
private struct Counting: BriefingVisitor {
  let subject: Subject
  var sizes: [String: Int] = [:]

  mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
    let table = Told.Asked.table
    guard table.about == .oneCase,
      let question = try? Told.Asked(Arguments([], to: table)),
      let answer = try? question.answer(about: subject, Work())
    else { return }
    sizes[table.word] = Self.size(of: answer)
  }

  static func size(of value: Any) -> Int {
    switch value {
    case is Solution, is FeasibleStates, is Selection, is StateGraph, is Case, is Conflict, is Reach,
      is ObstacleSearch, is String:
      return 1
    default: break
    }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .class { return 1 }
    return mirror.children.reduce(1) { $0 + size(of: $1.value) }
  }
}
