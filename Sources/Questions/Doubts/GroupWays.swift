/// The ways to settle a list of statements in an order not known: which of those
/// that may be absent are in force, and in which order those in force stand.
///
/// With *m* sure statements and *u* that may be absent there are
/// Σ C(*u*, *j*) · (*m* + *j*)! of them, numbered from 0.
struct GroupWays: Sendable, Hashable {
  /// The statements that are in force in any case, by index.
  let sure: [Int]
  /// Those that may be absent.
  let unsure: [Int]

  /// How many ways there are; at most 20 statements make it fit.
  var count: UInt64 {
    (0...unsure.count).reduce(0) { $0 + ways(with: $1) }
  }

  /// The statements in force, in their order, in the way of this number.
  subscript(way: UInt64) -> [Int] {
    var rest = way
    var size = 0
    while rest >= ways(with: size) {
      rest -= ways(with: size)
      size += 1
    }
    let (subset, order) = rest.quotientAndRemainder(dividingBy: Self.factorial(sure.count + size))
    let present = (sure + Self.subset(subset, of: size, from: unsure)).sorted()
    return Self.ordered(present, order)
  }

  private func ways(with size: Int) -> UInt64 {
    Self.choose(unsure.count, size) * Self.factorial(sure.count + size)
  }

  private static func factorial(_ number: Int) -> UInt64 {
    number < 2 ? 1 : (2...UInt64(number)).reduce(1, *)
  }

  private static func choose(_ count: Int, _ size: Int) -> UInt64 {
    (0..<UInt64(size)).reduce(1) { $0 * (UInt64(count) - $1) / ($1 + 1) }
  }

  /// The subset of the given size that comes so far down the list of them all.
  private static func subset(_ number: UInt64, of size: Int, from items: [Int]) -> [Int] {
    var (number, size) = (number, size)
    var chosen: [Int] = []
    for (index, item) in items.enumerated() where size > 0 {
      let with = choose(items.count - index - 1, size - 1)
      if number < with {
        chosen.append(item)
        size -= 1
      } else {
        number -= with
      }
    }
    return chosen
  }

  /// The order of the items that comes so far down the list of them all; the
  /// first is the one they are given in.
  private static func ordered(_ items: [Int], _ number: UInt64) -> [Int] {
    var (items, number) = (items, number)
    var result: [Int] = []
    while !items.isEmpty {
      let each = factorial(items.count - 1)
      result.append(items.remove(at: Int(number / each)))
      number %= each
    }
    return result
  }
}
