extension Figure {
  /// What a claim rests on: a box for each judgement, actor by actor in the order of the case.
  package struct Judgements: Hashable, Sendable {
    /// What becomes of the claim when a judgement is edited.
    package enum Effect: Hashable, Sendable, CaseIterable {
      /// An edit of it alone turns the claim.
      case alone
      /// An edit of it turns the claim together with another edit, not alone.
      case together
      /// No edit that was tried does.
      case nothing
      /// Not all of its edits were tried, and none that was turns the claim.
      case untried
    }

    /// A judgement.
    package struct Box: Hashable, Sendable {
      /// A number or letter, by which it is known in its row.
      package var label: String
      /// What it says; it points to the judgement.
      package var words: Sentence
      /// How firm its basis is.
      package var firmness: Chain.Firmness
      /// What becomes of the claim.
      package var effect: Effect

      /// A judgement with what it does.
      package init(_ label: String, _ words: Sentence, _ firmness: Chain.Firmness, _ effect: Effect) {
        (self.label, self.words) = (label, words)
        (self.firmness, self.effect) = (firmness, effect)
      }
    }

    /// The judgements about an actor, or those about nobody.
    package struct Row: Hashable, Sendable {
      /// The actor; nil for what belongs to none.
      package var actor: Party?
      /// What the row is called where there is no actor.
      package var title: Sentence
      /// What it wants, by its priority; for nobody events and rules.
      package var statements: [Box]
      /// What it can do; for nobody what several do together.
      package var options: [Box]

      /// The judgements about somebody.
      package init(_ actor: Party?, title: Sentence = "", statements: [Box], options: [Box]) {
        (self.actor, self.title) = (actor, title)
        (self.statements, self.options) = (statements, options)
      }

      /// All of them.
      package var boxes: [Box] { statements + options }
    }

    /// The rows, from above.
    package var rows: [Row]
    /// Whether the text around it says as much; see ``Graph/isIllustration``.
    package var isIllustration: Bool

    /// Judgements in rows.
    package init(rows: [Row], isIllustration: Bool = false) {
      (self.rows, self.isIllustration) = (rows, isIllustration)
    }
  }
}
