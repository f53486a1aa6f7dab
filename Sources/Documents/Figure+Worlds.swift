extension Figure {
  /// What lasts in which world: a cell for each combination of what decides it, with the letter of
  /// the group of worlds that agree.
  package struct Worlds: Hashable, Sendable {
    /// Something that may be this way or that.
    package struct Axis: Hashable, Sendable {
      /// Whose reading it is; nil for an event, or where the conflict stands.
      package var actor: Party?
      /// What it is called.
      package var title: Sentence
      /// What it can be.
      package var values: [Sentence]

      /// Something with its values.
      package init(_ actor: Party? = nil, title: Sentence, values: [Sentence]) {
        (self.actor, self.title, self.values) = (actor, title, values)
      }
    }

    /// A combination of values.
    package struct Cell: Hashable, Sendable {
      /// The group that its worlds belong to, by index; nil where there is no such world.
      package var group: Int?
      /// Whether the case as it is written is among its worlds.
      package var isWritten: Bool

      /// A cell of a group.
      package init(group: Int?, isWritten: Bool = false) {
        (self.group, self.isWritten) = (group, isWritten)
      }
    }

    /// Worlds that agree.
    package struct Group: Hashable, Sendable {
      /// What it is called.
      package var letter: String
      /// How many worlds there are in it.
      package var worldCount: Int
      /// Whether the case as it is written is one of them.
      package var isWritten: Bool
      /// What lasts there, or how that differs from the case as it is written.
      package var words: Sentence

      /// Worlds with what lasts in them.
      package init(_ letter: String, worldCount: Int, isWritten: Bool, words: Sentence) {
        (self.letter, self.worldCount) = (letter, worldCount)
        (self.isWritten, self.words) = (isWritten, words)
      }
    }

    /// What decides.
    package var axes: [Axis]
    /// A cell for each combination, the last axis fastest.
    package var cells: [Cell]
    /// The groups, the largest first.
    package var groups: [Group]
    /// What decides nothing and was folded away, if anything was.
    package var folded: Sentence
    /// Whether the text around it says as much; see ``Graph/isIllustration``.
    package var isIllustration: Bool

    /// Worlds in cells.
    package init(
      axes: [Axis], cells: [Cell], groups: [Group], folded: Sentence = "", isIllustration: Bool = false
    ) {
      (self.axes, self.cells, self.groups) = (axes, cells, groups)
      (self.folded, self.isIllustration) = (folded, isIllustration)
    }
  }
}

extension Figure.Worlds {
  /// The values of a cell, by axis.
  package func values(ofCell index: Int) -> [Int] {
    var (rest, values) = (index, [Int]())
    for axis in axes.reversed() {
      values.append(rest % axis.values.count)
      rest /= axis.values.count
    }
    return values.reversed()
  }

  /// The cell of some values.
  package func cell(at values: [Int]) -> Int {
    zip(axes, values).reduce(0) { $0 * $1.0.values.count + $1.1 }
  }
}
