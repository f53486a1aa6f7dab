/// The case that `entente new` writes.
enum StarterCase {
  static let text = """
    # A case for entente. Everything after a # is a remark.
    # Try:  entente check FILE    entente solve FILE    entente explain FILE
    entente: 1
    title: A river and two towns
    as_of: 2024-05-01
    summary: >-
      The upper town may build a dam. The lower town may offer money, and may go to court.
      Change everything here into your own conflict.

    # What your judgements rest on. Give 'file: memo.txt' as well, and 'entente check'
    # looks up every place that is cited; 'entente cite memo.txt' lists the places.
    sources:
      memo: {title: Notes from a meeting, author: An analyst, date: 2024-04-20}

    # Facts that nobody in the case decides. Try:  entente solve FILE --given drought=yes
    events:
      drought: {name: A dry summer, holds: no}

    # Who takes part, what each can do, and what each wants, most important first.
    # An option is taken or not. 'moves: take' means that it cannot be undone.
    # Other words for wishes: if, unless, only if, implies, iff, and, or, not,
    # 'at least 1 of (a, b)'. An option of somebody else is written actor.option.
    actors:
      upper:
        name: Upper town
        options:
          build: {name: Build the dam, moves: take}
        prefers:
          - that: not lower.sue
            because: {source: memo, basis: reported, note: the council fears a long case}
          - that: build if drought
            because: {source: memo, basis: inferred, note: the reservoir would run dry}
          - that: lower.pay
          - build
      lower:
        name: Lower town
        options:
          pay: Share the cost of a pipeline
          sue: Go to court
        prefers:
          - not upper.build
          - that: sue if upper.build
            because: {basis: assumed, note: nobody has asked them}
          - not sue
          - not pay

    # What cannot be. Every state that breaks a rule is left out.
    rules:
      - never: lower.pay and lower.sue

    # Where things stand: what is taken now; everything else is not.
    status_quo: []

    # Names for the results that people talk about.
    outcomes:
      deal: {name: A deal, when: lower.pay and not upper.build}
      quarrel: {name: A quarrel in court, when: lower.sue}

    # Answers that you know already are checked by 'entente check', for example:
    # expect:
    #   - {feasible: 6}

    """
}
