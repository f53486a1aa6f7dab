import Notation
import Reports

/// More of something than a question goes through, however much time and memory there
/// is. Like every limit it leaves the question undetermined; the input is not wrong.
struct Bound {
  /// What there is too much of.
  enum Kind: String {
    case actors, rankedStates, outcomeStates, worlds
  }

  /// What there is too much of.
  var kind: Kind
  /// How many there are; more than can be counted, when nil.
  var count: Int?
  /// How many are gone through at most.
  var most: Int
  /// The same in a sentence.
  var words: String
  /// What to ask instead, if anything.
  var remedy: String?

  /// The bound for programs.
  var json: JSONValue {
    ["kind": .string(kind.rawValue), "count": JSONValue(count), "most": .integer(most)]
  }
}
