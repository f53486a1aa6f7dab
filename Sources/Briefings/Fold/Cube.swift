internal import ConflictModel

/// The things that a set of states can vary in, each with its values, and where
/// each stands in a ``Cube``: one bit for each value.
///
/// A yes-or-no option has two values (no, yes), an option with levels one value
/// for each level. At most 124 bits, since no conflict has more than 62 options.
struct CubeSpace: Sendable {
  struct Dimension: Sendable {
    /// The first option that it covers.
    let option: Int
    /// The number of values.
    let count: Int
    /// Where its first value stands.
    let offset: Int

    var mask: UInt128 { ((1 << UInt128(count)) - 1) << UInt128(offset) }
  }

  let dimensions: [Dimension]
  /// For each option, the dimension that covers it.
  let dimensionOfOption: [Int]

  init(_ conflict: Conflict) {
    var dimensions: [Dimension] = []
    var dimensionOfOption: [Int] = []
    var offset = 0
    for option in conflict.options.indices {
      if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(option) }) {
        if level.firstOption == option {
          dimensions.append(Dimension(option: option, count: level.levels.count, offset: offset))
          offset += level.levels.count
        }
      } else {
        dimensions.append(Dimension(option: option, count: 2, offset: offset))
        offset += 2
      }
      dimensionOfOption.append(dimensions.count - 1)
    }
    self.dimensions = dimensions
    self.dimensionOfOption = dimensionOfOption
  }

  /// The value that `state` has in the dimension.
  func value(of state: State, in dimension: Dimension) -> Int {
    var value = 0
    for option in dimension.option..<dimension.option + dimension.count - 1 where state.takes(option) {
      value += 1
    }
    return value
  }

  /// The cube of this one state.
  func cube(_ state: State) -> Cube {
    var cells: UInt128 = 0
    for dimension in dimensions {
      cells |= 1 << UInt128(dimension.offset + value(of: state, in: dimension))
    }
    return Cube(cells: cells)
  }

  /// The values that the cube allows in a dimension, lowest first.
  func values(of cube: Cube, in dimension: Dimension) -> [Int] {
    (0..<dimension.count).filter { cube.cells & (1 << UInt128(dimension.offset + $0)) != 0 }
  }

  /// How many states the cube holds.
  func count(_ cube: Cube) -> Int {
    dimensions.reduce(1) { $0 * (cube.cells & $1.mask).nonzeroBitCount }
  }

  /// Whether the state belongs to the cube.
  func contains(_ cube: Cube, _ state: State) -> Bool {
    cube.cells & self.cube(state).cells == self.cube(state).cells
  }

  /// The state of lowest code in the cube.
  func first(_ cube: Cube) -> State {
    var code: UInt64 = 0
    for dimension in dimensions {
      let lowest = values(of: cube, in: dimension).first ?? 0
      for step in 0..<lowest { code |= 1 << UInt64(dimension.option + step) }
    }
    return State(code)
  }
}

/// A set of states that allows, in each dimension, any of some values: what one
/// column of a folded table stands for.
struct Cube: Sendable, Hashable {
  var cells: UInt128
}

/// A cube whose states are all alike in what else the table shows.
struct FoldedColumn: Sendable, Hashable {
  var cube: Cube
  /// What its states have in common: equal numbers, equal kind.
  var kind: Int
}

extension CubeSpace {
  /// Puts states of one kind together into cubes: every state is in exactly one
  /// of them, and no cube holds any other state.
  ///
  /// Merging starts from single states. Columns that agree in all dimensions but
  /// one become one column that allows the values of all of them, in whichever
  /// dimension leaves the fewest columns, until nothing can be merged.
  ///
  /// - Complexity: O(*n* · *d*²) for *n* states and *d* dimensions in which they
  ///   vary; above some thousands of states dimensions are taken in order.
  func fold(_ states: [(state: State, kind: Int)]) -> [FoldedColumn] {
    var columns = states.map { FoldedColumn(cube: cube($0.state), kind: $0.kind) }
    let varying = dimensions.filter { dimension in
      columns.contains { ($0.cube.cells ^ columns[0].cube.cells) & dimension.mask != 0 }
    }
    let isSmall = columns.count * varying.count * varying.count <= 200_000
    while true {
      let before = columns.count
      if isSmall {
        var best = columns
        for dimension in varying {
          let merged = merge(columns, along: dimension)
          if merged.count < best.count { best = merged }
        }
        columns = best
      } else {
        for dimension in varying { columns = merge(columns, along: dimension) }
      }
      if columns.count == before { return columns }
    }
  }

  /// Merges the columns that agree in everything but the dimension, keeping the
  /// order in which columns first appear.
  private func merge(_ columns: [FoldedColumn], along dimension: Dimension) -> [FoldedColumn] {
    var merged: [FoldedColumn] = []
    var place: [FoldedColumn: Int] = [:]
    for column in columns {
      var key = column
      key.cube.cells &= ~dimension.mask
      if let index = place[key] {
        merged[index].cube.cells |= column.cube.cells & dimension.mask
      } else {
        place[key] = merged.count
        merged.append(column)
      }
    }
    return merged
  }
}
