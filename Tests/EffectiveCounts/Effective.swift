import Synchronization
import TestSupport
public import Testing

/// Demands of a test over seeds that so many of them could have failed.
///
///     @Test("the fast engine agrees", .effective(40), arguments: TestScale.seeds(60))
///     func agrees(seed: UInt64) {
///       let conflict = RandomConflict.any(seed: seed)
///       effective(when: conflict.feasibleStates().states.count > 2)
///       …
///     }
///
/// What passes over a seed without a word is found out here: the count stays below
/// what is demanded when the generator loses what the test is about.
public struct EffectiveCount: TestTrait, TestScoping {
  /// How many are due in the quick run.
  let least: Int
  /// What is counted; "" for cases that can break the law at all.
  let kind: String

  /// Around all cases of a test, not around each.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    testCase == nil ? self : nil
  }

  /// Runs the test, and then looks at what was counted.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let tally = EffectiveTally(kind: kind)
    try await EffectiveTally.$current.withValue(EffectiveTally.current + [tally]) { try await function() }
    let due = TestScale.isLong ? least * 100 : least
    let found = tally.count
    if found < due {
      let what = kind.isEmpty ? "effective cases" : "effective cases (\(kind))"
      Issue.record(
        "\(found) \(what), and at least \(due) are due", sourceLocation: test.sourceLocation)
    }
  }
}

extension Trait where Self == EffectiveCount {
  /// Demands so many effective cases, of a kind where a test has several; a hundred
  /// times as many in the long run.
  public static func effective(_ least: Int, _ kind: String = "") -> EffectiveCount {
    EffectiveCount(least: least, kind: kind)
  }
}

/// Says, once for each case, whether it could have broken what the test is about.
public func effective(
  when isEffective: Bool, _ kind: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let tally = EffectiveTally.current.last(where: { $0.kind == kind }) else {
    Issue.record("the test demands no effective cases of this kind", sourceLocation: sourceLocation)
    return
  }
  if isEffective { tally.add() }
}

/// The count of one kind of cases in one test.
final class EffectiveTally: Sendable {
  /// The counts of the test that runs.
  @TaskLocal static var current: [EffectiveTally] = []

  let kind: String
  private let number = Atomic<Int>(0)

  init(kind: String) { self.kind = kind }

  var count: Int { number.load(ordering: .relaxed) }

  func add() { number.wrappingAdd(1, ordering: .relaxed) }
}
