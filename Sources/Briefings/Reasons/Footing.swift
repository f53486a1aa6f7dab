internal import CaseFile
internal import Documents

/// How well judgements are founded, counted: one that a source says stands otherwise than one for
/// which a source is named but not how it knows, and that otherwise than one without any.
struct Footing {
  /// Against which some evidence speaks.
  private var disputed = 0
  private var inferred = 0
  /// With a source, and no word on how the source knows.
  private var vague = 0
  private var bare = 0
  /// Said or reported.
  private var firm = 0
  private var total = 0

  init(_ judgements: some Sequence<Judgement>) {
    for judgement in judgements {
      total += 1
      let isSourced = judgement.evidence.contains { $0.source != nil && !$0.isAgainst }
      switch judgement.basis {
      case _ where judgement.isDisputed: disputed += 1
      case .inferred, .assumed: inferred += 1
      case _ where !isSourced: bare += 1
      case .said, .reported: firm += 1
      case nil: vague += 1
      }
    }
  }

  /// Whether none of them has a source or a basis.
  var isBare: Bool { bare == total }
  /// Whether all of them are said or reported, and nothing speaks against any.
  var isFirm: Bool { firm == total }

  /// The same as sentences: `2 are inferred or assumed and 1 is without a source`; `all are …` of a whole.
  func sentence(withFirm: Bool = false) -> String {
    let kinds = [
      (disputed, "is disputed", "are disputed"),
      (inferred, "is inferred or assumed", "are inferred or assumed"),
      (vague, "has a source but no stated basis", "have a source but no stated basis"),
      (bare, "is without a source", "are without a source"),
      (withFirm ? firm : 0, "is said or reported", "are said or reported"),
    ].filter { $0.0 > 0 }
    let each = kinds.map { count, one, many -> String in
      if count > 1, count == total { return "\(total == 2 ? "both" : "all") \(many)" }
      return "\(Prose.number(count)) \(Prose.verb(count, one, many))"
    }
    return Prose.list(each)
  }

  /// `2 inferred or assumed, 9 with a source but no stated basis, 1 without a source`.
  func words(withFirm: Bool = false) -> String {
    let kinds = [
      (disputed, "against which evidence speaks, too"), (inferred, "inferred or assumed"),
      (vague, "with a source but no stated basis"), (bare, "without a source"),
      (withFirm ? firm : 0, "said or reported"),
    ]
    return kinds.filter { $0.0 > 0 }.map { "\(Prose.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
  }
}
