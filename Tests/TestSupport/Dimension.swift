/// One way in which random things differ from each other, with the values that
/// all have to occur among them.
///
/// A value is measured on the thing that was produced, not on what was meant to
/// be produced, so that a generator that has lost one is found out.
public struct Dimension<Subject>: Sendable {
  /// A value that the dimension can take.
  public struct Value: Sendable {
    /// What the value is called.
    public let name: String
    /// Whether the thing shows it.
    public let occurs: @Sendable (Subject) -> Bool

    /// A value with the way to measure it.
    public init(_ name: String, _ occurs: @escaping @Sendable (Subject) -> Bool) {
      self.name = name
      self.occurs = occurs
    }
  }

  /// What differs.
  public let name: String
  /// Every value that has to occur.
  public let values: [Value]

  /// A dimension with its values.
  public init(_ name: String, _ values: [Value]) {
    self.name = name
    self.values = values
  }

  /// A dimension whose values are numbers, all measured in one way.
  public init(
    _ name: String, numbers: [Int], _ occurs: @escaping @Sendable (Subject, Int) -> Bool
  ) {
    self.init(name, numbers.map { number in Value("\(number)") { occurs($0, number) } })
  }
}

/// How often each value of some dimensions occurred.
public struct Census<Subject> {
  private let dimensions: [Dimension<Subject>]
  private var counts: [[Int]]

  /// Counts for the dimensions, nothing seen yet.
  public init(_ dimensions: [Dimension<Subject>]) {
    self.dimensions = dimensions
    counts = dimensions.map { $0.values.map { _ in 0 } }
  }

  /// Counts what the thing shows.
  public mutating func count(_ subject: Subject) {
    for (index, dimension) in dimensions.enumerated() {
      for (place, value) in dimension.values.enumerated() where value.occurs(subject) {
        counts[index][place] += 1
      }
    }
  }

  /// The values seen less often than that, as `dimension: value`.
  public func rare(below least: Int = 1) -> [String] {
    dimensions.indices.flatMap { index in
      dimensions[index].values.indices.filter { counts[index][$0] < least }.map {
        "\(dimensions[index].name): \(dimensions[index].values[$0].name)"
      }
    }
  }
}
