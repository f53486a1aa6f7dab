/// One state of a conflict: which options are taken, held as a number.
///
/// Bit *i* of the code is set when option *i* is taken; in graph form the code
/// is the position of the state in the file, from 0.
///
///     State(0b101).takes(2)   // true: option 2 is taken
///
/// A state says nothing about events: those have one value in a whole conflict.
public struct State: Hashable, Comparable, Sendable {
  /// The state's code: bit *i* is set when option *i* is taken.
  public let code: UInt64

  /// The state with the given code.
  public init(_ code: UInt64) {
    self.code = code
  }

  /// Whether the option at `index` is taken here.
  public func takes(_ index: Int) -> Bool {
    code & (1 << UInt64(index)) != 0
  }

  /// In how many options two states of option form differ; of a level each step counts.
  package func distance(to other: State) -> Int { (code ^ other.code).nonzeroBitCount }

  /// Orders states by code.
  public static func < (left: State, right: State) -> Bool {
    left.code < right.code
  }
}
