extension Figure {
  /// Moves one after the other: the argument why a state lasts or does not, or a way from one
  /// state to another.
  package struct Chain: Hashable, Sendable {
    /// How the moves are set.
    package enum Form: Hashable, Sendable, CaseIterable {
      /// An argument: a lane for each actor, so that the eye sees who answers whom.
      case argument
      /// A way: one move beside the other, each with who makes it.
      case steps
    }

    /// A move, or several that come to the same.
    package struct Card: Hashable, Sendable {
      /// Who moves, as an index into the actors.
      package var actor: Int
      /// What part the move has: `would answer`.
      package var role: Sentence
      /// What it changes.
      package var changes: [Change]
      /// What its mover has of it.
      package var reason: Reason?

      /// A move with what it changes.
      package init(actor: Int, role: Sentence, changes: [Change], reason: Reason? = nil) {
        (self.actor, self.role, self.changes, self.reason) = (actor, role, changes, reason)
      }
    }

    /// Something that a move changes.
    package struct Change: Hashable, Sendable {
      /// What happens to it.
      package var sign: Sign
      /// What it is called.
      package var words: Sentence
      /// The same where room is short, if it has a shorter name.
      package var short: String?
      /// What follows after the name: from which level to which, or what comes about with it.
      package var detail: String

      /// Something that changes.
      package init(_ sign: Sign, _ words: Sentence, short: String? = nil, detail: String = "") {
        (self.sign, self.words, self.short, self.detail) = (sign, words, short, detail)
      }
    }

    /// What happens to something.
    package enum Sign: Hashable, Sendable, CaseIterable {
      /// It is taken.
      case take
      /// It is given up.
      case giveUp
      /// It goes to another level.
      case level
      /// It is where the move leads: a state with a name of its own.
      case go
      /// Words instead of a change.
      case note
    }

    /// Why somebody likes one state better than another.
    package struct Reason: Hashable, Sendable {
      /// What stands before the condition: `a gain`.
      package var lead: Sentence
      /// What holds in the better one only, in names.
      package var words: Sentence
      /// Where that is said, in a few words; empty where no source is given.
      package var source: Sentence
      /// On what it is based: `said`, `assumed`.
      package var basis: String
      /// How firm that is.
      package var firmness: Firmness

      /// A reason with where it comes from.
      package init(
        _ lead: Sentence, _ words: Sentence, source: Sentence = "", basis: String = "",
        firmness: Firmness = .stated
      ) {
        (self.lead, self.words, self.source) = (lead, words, source)
        (self.basis, self.firmness) = (basis, firmness)
      }
    }

    /// How firm the basis of a judgement is.
    package enum Firmness: Hashable, Sendable, CaseIterable {
      /// Somebody said or reported it.
      case stated
      /// A source is named, and not how it knows.
      case unstated
      /// It is inferred.
      case inferred
      /// It is assumed, or has no source.
      case assumed
    }

    /// Where it ends.
    package struct Ending: Hashable, Sendable {
      /// How the last arrow arrives.
      package enum Kind: Hashable, Sendable, CaseIterable {
        /// At a bar: the gain is spoiled.
        case stops
        /// Open: nothing stops it.
        case leaves
        /// At what lasts.
        case lasts
        /// At what does not last.
        case passes
      }

      /// How the last arrow arrives.
      package var kind: Kind
      /// What comes of it: `So it stays.`
      package var words: Sentence
      /// Why, a line each.
      package var remarks: [Sentence]
      /// What decides it.
      package var reason: Reason?

      /// An end with what comes of it.
      package init(_ kind: Kind, _ words: Sentence, remarks: [Sentence] = [], reason: Reason? = nil) {
        (self.kind, self.words, self.remarks, self.reason) = (kind, words, remarks, reason)
      }
    }

    /// How the moves are set.
    package var form: Form
    /// The actors that take part, in the order in which they first do.
    package var actors: [Party]
    /// Where it begins; empty where that need not be said.
    package var start: Sentence
    /// The moves.
    package var cards: [Card]
    /// Where it ends.
    package var ending: Ending
    /// Whether it shows what the text around it says in words already, so that who cannot
    /// draw leaves it out.
    package var isIllustration: Bool

    /// Moves with where they begin and end.
    package init(
      _ form: Form, actors: [Party], start: Sentence = "", cards: [Card], ending: Ending,
      isIllustration: Bool = false
    ) {
      (self.form, self.actors, self.start, self.cards) = (form, actors, start, cards)
      (self.ending, self.isIllustration) = (ending, isIllustration)
    }
  }

  /// An actor in a picture.
  package struct Party: Hashable, Sendable {
    /// Letters that tell it from the others.
    package var tag: String
    /// Its name.
    package var name: Sentence
    /// Its place among the actors of the case, from 0, which has a colour; nil for several at once.
    package var place: Int?

    /// An actor with its letters.
    package init(_ tag: String, _ name: Sentence, place: Int?) {
      (self.tag, self.name, self.place) = (tag, name, place)
    }
  }
}
