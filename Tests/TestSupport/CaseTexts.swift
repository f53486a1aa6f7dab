/// Cases as they are written that the tests of several modules begin with.
public enum CaseTexts {
  /// The example of the language's design.
  public static let suspects = """
    entente: 1
    title: Two suspects
    as_of: 2023-04-30
    summary: One paragraph.

    sources:
      memo: {title: A memo, author: A. Author, date: 2023-04-28, viewpoint: the prosecution, file: memo.txt}

    events:
      trial: {name: The case goes to trial, holds: no}

    actors:
      row:
        name: First suspect
        options:
          confess: Confess
          flee: {name: Flee, moves: take}
        prefers:
          - not column.confess
          - that: confess if column.confess
            because: {source: memo, at: 3.2, basis: reported, note: said so to his lawyer}
      column:
        options: {confess: Confess}
        prefers: [not row.confess, confess]

    rules:
      - never: row.confess and row.flee
      - row.flee implies not trial

    define:
      standoff: row.confess iff column.confess

    status_quo: [row.flee]

    outcomes:
      silence: {name: Both stay silent, when: not row.confess and not column.confess}

    expect:
      - {nash: [5, 6], because: {source: memo, at: 5.1}}
    """

  /// Two suspects, and names for what they may do.
  public static let dilemma = """
    entente: 1
    actors:
      row:
        options: {confess: Confess}
        prefers: [not column.confess, confess]
      column:
        options: {confess: Confess}
        prefers: [not row.confess, confess]
    status_quo: []
    outcomes:
      silence: {when: not row.confess and not column.confess}
      betrayal: {when: row.confess iff not column.confess}
    """

  /// Thirteen free options.
  public static let manyStates = """
    entente: 1
    title: Many states
    actors:
      one:
        options: {a: A, b: B, c: C, d: D, e: E, f: F, g: G}
        prefers: ["at least 2 of (two.a, two.b, two.c)", a iff two.d, not b, c if two.e]
      two:
        options: {a: A, b: B, c: C, d: D, e: E, f: F}
        prefers: [one.a, "exactly 2 of (one.b, one.c, one.d)", not f, a iff one.e]
      three: {prefers: [one.a and not two.a, two.b]}
    rules:
      - never: one.f and two.f and two.e
    status_quo: [one.a, two.b]
    outcomes:
      calm: {name: Calm, when: not one.a and not two.a}
      storm: {name: Storm, when: "at least 6 of (one.a, one.b, one.c, two.a, two.b, two.c, two.d)"}
    """
}
