/// A picture as data; a face draws it.
public enum Figure: Hashable, Sendable {
  /// Nodes joined by arrows.
  case graph(Graph)

  /// Whether the text around it says as much; see ``Graph/isIllustration``.
  public var isIllustration: Bool {
    switch self {
    case .graph(let graph): graph.isIllustration
    }
  }

  /// Nodes joined by arrows.
  public struct Graph: Hashable, Sendable {
    /// A node.
    public struct Node: Hashable, Sendable {
      /// What it is called in the edges; told apart by nothing else.
      public var id: String
      /// What is written on it, a line each.
      public var label: [Sentence]
      /// Whether it is what the picture is about.
      public var isDecisive: Bool

      /// A node with what is written on it.
      public init(id: String, label: [Sentence], isDecisive: Bool = false) {
        self.id = id
        self.label = label
        self.isDecisive = isDecisive
      }
    }

    /// An arrow from one node to another.
    public struct Edge: Hashable, Sendable {
      /// The ids of the nodes where it begins and ends.
      public var from: String, to: String
      /// What is written on it.
      public var label: Sentence
      /// Whether it is drawn in full; else in dashes.
      public var isFull: Bool

      /// An arrow with what is written on it.
      public init(from: String, to: String, label: Sentence, isFull: Bool = true) {
        self.from = from
        self.to = to
        self.label = label
        self.isFull = isFull
      }
    }

    /// The nodes, in the order in which they are drawn.
    public var nodes: [Node]
    /// The arrows between them.
    public var edges: [Edge]

    /// Whether it shows what the text around it says in words already, so that who cannot
    /// draw leaves it out.
    public var isIllustration: Bool

    /// A picture of nodes and arrows.
    public init(nodes: [Node], edges: [Edge], isIllustration: Bool = false) {
      self.nodes = nodes
      self.edges = edges
      self.isIllustration = isIllustration
    }
  }
}
