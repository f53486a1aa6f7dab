extension Figure {
  /// How high each of several things stands with each actor, place 1 being the best.
  package struct Ladder: Hashable, Sendable {
    /// An actor with how many places it tells apart.
    package struct Column: Hashable, Sendable {
      /// The actor.
      package var actor: Party
      /// How many places there are.
      package var placeCount: Int

      /// An actor with its places.
      package init(_ actor: Party, placeCount: Int) {
        (self.actor, self.placeCount) = (actor, placeCount)
      }
    }

    /// Something that has a place, or reaches from one to another.
    package struct Rung: Hashable, Sendable {
      /// What it is called.
      package var name: Sentence
      /// Whether it is what the others are measured by.
      package var isPresent: Bool
      /// By column its best and its worst place, from 1; nil where it has none.
      package var places: [ClosedRange<Int>?]

      /// Something with its places.
      package init(_ name: Sentence, isPresent: Bool = false, places: [ClosedRange<Int>?]) {
        (self.name, self.isPresent, self.places) = (name, isPresent, places)
      }
    }

    /// The actors, from the left.
    package var columns: [Column]
    /// What has places.
    package var rungs: [Rung]
    /// Whether it shows what the text around it says in words already, so that who cannot
    /// draw leaves it out.
    package var isIllustration: Bool

    /// Things with their places.
    package init(columns: [Column], rungs: [Rung], isIllustration: Bool = false) {
      (self.columns, self.rungs, self.isIllustration) = (columns, rungs, isIllustration)
    }
  }
}
