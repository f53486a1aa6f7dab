/// A picture as data; a face draws it.
package enum Figure: Hashable, Sendable {
  /// Nodes joined by arrows.
  case graph(Graph)
  /// Signs in rows and columns.
  case marks(Marks)
  /// Moves one after the other.
  case chain(Chain)
  /// Places in the preferences of actors.
  case ladder(Ladder)
  /// What lasts, option by option.
  case options(Options)
  /// What a claim rests on.
  case judgements(Judgements)
  /// What lasts in which world.
  case worlds(Worlds)
  /// Where it can go from here.
  case map(Map)

  /// Whether the text around it says as much; see ``Graph/isIllustration``.
  package var isIllustration: Bool {
    switch self {
    case .graph(let graph): graph.isIllustration
    case .marks(let marks): marks.isIllustration
    case .chain(let chain): chain.isIllustration
    case .ladder(let ladder): ladder.isIllustration
    case .options: false
    // What it shows is told in the text around it.
    case .map: true
    case .judgements(let judgements): judgements.isIllustration
    case .worlds(let worlds): worlds.isIllustration
    }
  }

  /// Nodes joined by arrows.
  package struct Graph: Hashable, Sendable {
    /// A node.
    package struct Node: Hashable, Sendable {
      /// What it is called in the edges; told apart by nothing else.
      package var id: String
      /// What is written on it, a line each.
      package var label: [Sentence]
      /// What is seen of it on looking closer.
      package var hover: String
      /// Whether it is what the picture is about.
      package var isDecisive: Bool
      /// Whether it is one of those that the picture looks for.
      package var isMarked: Bool

      /// A node with what is written on it.
      package init(
        id: String, label: [Sentence], hover: String = "", isDecisive: Bool = false, isMarked: Bool = false
      ) {
        self.id = id
        self.label = label
        self.hover = hover
        self.isDecisive = isDecisive
        self.isMarked = isMarked
      }
    }

    /// An arrow from one node to another.
    package struct Edge: Hashable, Sendable {
      /// The ids of the nodes where it begins and ends.
      package var from: String, to: String
      /// What is written on it.
      package var label: Sentence
      /// Whether it is drawn in full; else in dashes.
      package var isFull: Bool
      /// The number of the kind of arrow, from 0, where kinds are told apart by colour.
      package var kind: Int?

      /// An arrow with what is written on it.
      package init(from: String, to: String, label: Sentence, isFull: Bool = true, kind: Int? = nil) {
        self.from = from
        self.to = to
        self.label = label
        self.isFull = isFull
        self.kind = kind
      }
    }

    /// The nodes, in the order in which they are drawn.
    package var nodes: [Node]
    /// The arrows between them.
    package var edges: [Edge]

    /// Whether it shows what the text around it says in words already, so that who cannot
    /// draw leaves it out.
    package var isIllustration: Bool
    /// What it leaves out, where a picture has no room to say so.
    package var omissions: [Sentence]

    /// A picture of nodes and arrows.
    package init(
      nodes: [Node], edges: [Edge], isIllustration: Bool = false, omissions: [Sentence] = []
    ) {
      self.nodes = nodes
      self.edges = edges
      self.isIllustration = isIllustration
      self.omissions = omissions
    }
  }
}
