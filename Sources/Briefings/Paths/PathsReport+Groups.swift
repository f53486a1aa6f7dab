internal import Questions
internal import ConflictModel
internal import Stability

/// States that are out of reach for the same reason.
struct ObstacleGroup {
  /// The states, rising.
  var positions: [Int]
  /// What stands in the way of each of them. A way in it leads to the first.
  var obstacle: Obstacle
}

extension PathsReport {
  /// The positions by what stands in the way, so that everything told of a group is
  /// true of each of its states: first those that moves reach, the plainest first,
  /// then those that moves do not reach.
  ///
  /// States that moves reach share a group when they are as many steps away, have as
  /// many reluctant steps on a plainest way of the same length, and these ways are
  /// the same up to the first reluctant step.
  func obstacleGroups(_ positions: [Int], _ section: Section) -> [ObstacleGroup] {
    var groups: [ObstacleGroup] = []
    var known: [ObstacleKey: Int] = [:]
    for position in positions {
      guard let obstacle = section.obstacles.obstacle(to: [position], by: options.kind) else { continue }
      let key = ObstacleKey(obstacle)
      if let index = known[key] {
        groups[index].positions.append(position)
      } else {
        known[key] = groups.count
        groups.append(ObstacleGroup(positions: [position], obstacle: obstacle))
      }
    }
    let order = groups.map { $0.order }
    let sorted = groups.indices.sorted { left, right in
      order[left] == order[right] ? left < right : order[left].lexicographicallyPrecedes(order[right])
    }
    return sorted.map { groups[$0] }
  }
}

extension ObstacleGroup {
  /// What the groups are sorted by.
  fileprivate var order: [Int] {
    guard case .reluctance(let steps, let path) = obstacle else { return [Int.max] }
    return [path.reluctant.count, path.steps.count, steps]
  }
}

/// What the states of a group have in common.
private struct ObstacleKey: Hashable {
  /// The obstacle itself where no way is part of it.
  var obstacle: Obstacle?
  var steps = 0
  var reluctantCount = 0
  var length = 0
  var beginning: [Step] = []

  init(_ obstacle: Obstacle) {
    guard case .reluctance(let steps, let path) = obstacle else {
      self.obstacle = obstacle
      return
    }
    self.steps = steps
    reluctantCount = path.reluctant.count
    length = path.steps.count
    beginning = Array(path.steps.prefix((path.reluctant.first ?? 0) + 1))
  }
}
