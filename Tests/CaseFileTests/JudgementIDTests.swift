import CaseFile
import TestSupport
import Testing

@Suite("Ids of judgements") struct JudgementIDTests {
  @Test("each is its judgement's place in the document") func places() throws {
    let text = """
      entente: 1
      sources: {memo: {title: A memo}}
      events: {trial: {holds: no, because: memo, history: [{date: 2023-01-01, holds: no}]}}
      actors:
        row:
          because: memo
          options: {flee: {name: Flee, because: memo}, pay: {levels: {little: {name: Little, because: memo}, much: Much}}}
          prefers: [not column.go, {id: home, that: flee, because: memo}]
          cannot: [{from: flee, because: memo}]
          misperceives: [trial]
          declares: [{then: flee, because: memo}]
        column: {options: {go: Go, hide: Hide}, weights: {go: 2, column.hide: 1}}
        third: {prefers: indifferent}
      rules: [not (row.flee and column.go), column.go implies not trial]
      define: {away: row.flee or column.go}
      joint: {both: {by: [row, column]}}
      status_quo: [row.flee]
      outcomes: {gone: row.flee}
      expect: [{feasible: 12}]
      """
    let ids = try Case(CaseDocument(parsing: text)).judgements.map(\.id)
    #expect(
      ids == [
        "events.trial", "events.trial.history.1", "row", "row.options.flee", "row.options.pay",
        "row.options.pay.little", "row.prefers.1", "row.prefers.home", "row.cannot.1", "row.misperceives.1",
        "row.declares.1", "column.options.go", "column.options.hide", "column.weights.go",
        "column.weights.column.hide", "third.prefers", "joint.both", "rules.1", "rules.2", "define.away",
        "status_quo", "outcomes.gone", "expect.1",
      ])
  }

  @Test("no two judgements of a case have the same") func unique() throws {
    var most = 0
    for seed in TestScale.seeds(80) {
      let ids = try Case(RandomCase.document(seed: seed, .everything)).judgements.map(\.id)
      #expect(Set(ids).count == ids.count, "seed \(seed): \(ids)")
      most = max(most, ids.count)
    }
    #expect(most > 20)
  }
}
