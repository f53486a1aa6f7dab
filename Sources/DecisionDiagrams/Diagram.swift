/// A set of assignments to the variables of a ``DiagramTable``, or what is the same, a Boolean function of them.
///
/// It is an arrow to a node of the table that made it, with a mark where it stands for all that the node
/// does not: the complement of a set takes no time and no memory. Two diagrams of one table are equal
/// exactly if they stand for the same set; of two tables they have nothing to do with each other.
///
/// Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers 35
/// (1986), doi:10.1109/TC.1986.1676819; the marks on arrows: Brace, Rudell and Bryant, Efficient
/// implementation of a BDD package, DAC 1990, doi:10.1145/123186.123222.
package struct Diagram: Hashable, Sendable {
  /// Twice the number of the node, and one more for the complement.
  let arrow: UInt32

  init(arrow: UInt32) { self.arrow = arrow }

  /// All assignments.
  package static let everything = Diagram(arrow: Arrow.everything)
  /// None.
  package static let nothing = Diagram(arrow: Arrow.nothing)

  /// Whether it is the set of all assignments.
  package var isEverything: Bool { arrow == Arrow.everything }
  /// Whether it is the empty set.
  package var isEmpty: Bool { arrow == Arrow.nothing }

  /// What is not in the set.
  package static prefix func ! (set: Diagram) -> Diagram { Diagram(arrow: set.arrow ^ 1) }
}

/// Arrows as numbers, which is what the operations work on.
enum Arrow {
  static let everything: UInt32 = 0
  static let nothing: UInt32 = 1
}

/// Why an operation ended without a result. The table is as good as before, with nodes that nobody
/// holds: ``DiagramTable/collect(keeping:)`` frees them.
package enum DiagramHalt: Error, Hashable, Sendable {
  /// The table would take more bytes than it may.
  case memory
  /// Whoever asked wants no answer any more.
  case stopped
}
