import CaseFile
import Testing

private func complaint(_ text: String) -> String {
  do {
    return "read: \(try Expression(parsing: text, at: .none).printed)"
  } catch {
    let first = error.diagnostics[0]
    return "\(first.message) [\(first.code.rawValue)]" + (first.hint.map { "; \($0)" } ?? "")
  }
}

@Suite("Conditions")
struct ConditionTests {
  @Test(
    "what is printed is what was read",
    arguments: [
      "a", "row.confess", "not a", "not not a", "a and b and c", "a or b and not c", "(a or b) and c",
      "not (a and b)", "a implies b", "a if b or c", "a only if b", "a unless b", "a needs b", "a iff b",
      "(a if b) if c", "a if (b if c)", "not (a implies b) and c", "at least 2 of (a, b or c, d if e)",
      "at most 1 of (a, b)", "exactly 0 of (a)", "controls >= l798", "seoul.controls != l57",
      "a-b.c-d < e-f", "not controls = l57", "true", "false or a", "(a and b) and c", "a and (b and c)",
    ])
  func roundTrip(text: String) throws {
    let expression = try Expression(parsing: text, at: .none)
    #expect(expression.printed == text)
    #expect(try Expression(parsing: expression.printed, at: .none) == expression)
  }
}
