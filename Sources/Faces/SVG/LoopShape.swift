/// The room that arrows from a node to itself take above it: one around the other, each with
/// its label on top.
struct LoopShape {
  struct Label {
    let width: Int, height: Int

    init(_ edge: GraphTexts.Edge) { (width, height) = (edge.width, edge.height) }
  }

  /// One arrow.
  struct Loop {
    /// How far its sides are from the middle of the node.
    var half: Int
    /// How high it goes.
    var rise: Int
    var label: Label
  }

  private(set) var loops: [Loop] = []
  private(set) var width = 0
  private(set) var height = 0

  init(_ labels: [Label]) {
    var (half, rise) = (14, 0)
    for label in labels {
      rise += 18
      loops.append(Loop(half: half, rise: rise, label: label))
      width = 2 * max(half, label.width / 2) + 16
      rise += label.height
      half = max(half, label.width / 2) + 12
    }
    height = labels.isEmpty ? 0 : rise + 4
  }
}

extension LoopShape.Loop {
  func placed(
    over box: GraphLayout.Box, _ edge: Int
  ) -> (route: GraphLayout.Route, label: GraphLayout.Box?) {
    let middle = box.x + box.width / 2
    let points: [GraphLayout.Point] = [
      .init(x: middle - half, y: box.y), .init(x: middle - half, y: box.y - rise),
      .init(x: middle + half, y: box.y - rise), .init(x: middle + half, y: box.y),
    ]
    let route = GraphLayout.Route(index: edge, points: points, isLoop: true)
    if label.height == 0 { return (route, nil) }
    return (
      route,
      GraphLayout.Box(
        index: edge, x: middle - label.width / 2, y: box.y - rise - label.height - 2, width: label.width,
        height: label.height)
    )
  }
}
