extension Figure {
  /// Where it can go from here: the shortest ways as a tree, what is out of reach, and how much of each
  /// outcome is how many steps away.
  package struct Map: Hashable, Sendable {
    /// A situation on a shortest way.
    package struct Node: Hashable, Sendable {
      /// The one before it, by index, always a smaller one; nil for the present.
      package var parent: Int?
      /// Who moves there, as an index into the actors; nil for the present.
      package var mover: Int?
      /// What the move changes.
      package var changes: [Chain.Change]
      /// What it is called: for the present, and where a way ends; else empty.
      package var name: Sentence
      /// How many like it there are, and how near.
      package var remark: Sentence
      /// Whether it could last.
      package var isLasting: Bool

      /// A situation with the move that leads there.
      package init(
        parent: Int?, mover: Int?, changes: [Chain.Change], name: Sentence = "", remark: Sentence = "",
        isLasting: Bool = false
      ) {
        (self.parent, self.mover, self.changes) = (parent, mover, changes)
        (self.name, self.remark, self.isLasting) = (name, remark, isLasting)
      }
    }

    /// An outcome that no way leads to.
    package struct Barred: Hashable, Sendable {
      /// What it is called.
      package var name: Sentence
      /// What stands against it.
      package var reason: Sentence

      /// An outcome with what stands against it.
      package init(_ name: Sentence, reason: Sentence) { (self.name, self.reason) = (name, reason) }
    }

    /// An outcome with what of it can be reached.
    package struct Band: Hashable, Sendable {
      /// What it is called.
      package var name: Sentence
      /// By steps from 0, how many of its situations are that far away, and how many of these could last.
      package var counts: [Count]

      /// An outcome with its counts.
      package init(_ name: Sentence, counts: [Count]) { (self.name, self.counts) = (name, counts) }
    }

    /// How many situations, and how many of them could last.
    package struct Count: Hashable, Sendable {
      /// How many.
      package var all: Int
      /// How many of them could last.
      package var lasting: Int

      /// So many.
      package init(_ all: Int, lasting: Int) { (self.all, self.lasting) = (all, lasting) }
    }

    /// The actors that move.
    package var actors: [Party]
    /// The situations of the tree, the present first.
    package var nodes: [Node]
    /// What no way leads to.
    package var barred: [Barred]
    /// What can be reached, outcome by outcome.
    package var bands: [Band]

    /// Ways with what they lead to.
    package init(actors: [Party], nodes: [Node], barred: [Barred], bands: [Band]) {
      (self.actors, self.nodes) = (actors, nodes)
      (self.barred, self.bands) = (barred, bands)
    }

    /// The nodes from the present to one, without the present.
    package func way(to node: Int) -> [Int] {
      var (way, place) = ([Int](), node)
      while let parent = nodes[place].parent {
        way.append(place)
        place = parent
      }
      return way.reversed()
    }
  }
}
