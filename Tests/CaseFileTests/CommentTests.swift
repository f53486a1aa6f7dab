import CaseFile
import EffectiveCounts
import TestSupport
import Testing

/// What people remark in a case stays beside what it is about.
@Suite("Comments") struct CommentTests {
  @Test("each stands above or behind what it was about, those before and behind everything there")
  func places() throws {
    let text = """
      # First of all.
      entente: 1
      title: A strike   # a working title
      # Who takes part
      actors:
        dockers:   # the union
          options:
            # They did so in 2019.
            strike: Strike
          prefers:   # most important first
            - {id: raise, that: shippers.raise}
            # What they say: "#1"
            - strike unless shippers.raise   # doubtful
        # The owners
        shippers:
          options: {raise: "Raise # wages"}
          prefers: [not raise]
      # The end.

      """
    let printed = try CaseDocument(parsing: text).printed()
    let expected = """
      # First of all.
      entente: 1
      title: A strike # a working title

      # Who takes part
      actors:
        dockers: # the union
          options:
            # They did so in 2019.
            strike: Strike
          prefers:
            # most important first
            - id: raise
              that: shippers.raise
            # What they say: "#1"
            - strike unless shippers.raise # doubtful
        # The owners
        shippers:
          options:
            raise: "Raise # wages"
          prefers:
            - not raise
      # The end.

      """
    #expect(printed == expected)
    #expect(try CaseDocument(parsing: printed).printed() == printed)
  }

  @Test("none is lost, and they change nothing", .effective(9), arguments: TestScale.seeds(12))
  func kept(seed: UInt64) throws {
    let document = RandomCase.document(seed: 7_000 + seed, .everything)
    var random = SeededGenerator(seed: seed)
    var (lines, count): ([String], Int) = ([], 0)
    for line in document.printed().split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = String(line.prefix { $0 == " " })
      if Bool.random(using: &random), !line.isEmpty {
        lines.append("\(indent)# remark \(count).")
        count += 1
      }
      if Int.random(in: 0..<4, using: &random) == 0, !line.isEmpty {
        lines.append("\(line)  # remark \(count).")
        count += 1
      } else {
        lines.append(String(line))
      }
    }
    effective(when: count > 5)
    let read = try CaseDocument(parsing: lines.joined(separator: "\n"))
    #expect(read == document)
    let printed = read.printed()
    for number in 0..<count {
      #expect(
        printed.split(separator: "\n").count { $0.hasSuffix("# remark \(number).") } == 1,
        "\(number)\n\(printed)")
    }
    #expect(try CaseDocument(parsing: printed) == document)
    #expect(try CaseDocument(parsing: printed).printed() == printed)
  }
}
