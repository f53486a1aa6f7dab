/// What both libraries can do, so that one sequence of operations runs in either.
///
/// Variables are numbered by their level, from the root down.
protocol DiagramLibrary: AnyObject {
  associatedtype Set
  /// What a renaming replaces by what.
  associatedtype Renaming

  static var name: String { get }

  /// A library with nothing in it.
  init(variableCount: Int) throws

  var everything: Set { get }
  var nothing: Set { get }
  func variable(_ level: Int) throws -> Set
  func complement(_ set: Set) throws -> Set
  func intersection(_ first: Set, _ second: Set) throws -> Set
  func union(_ first: Set, _ second: Set) throws -> Set
  func difference(_ first: Set, _ second: Set) throws -> Set
  func choice(_ condition: Set, _ then: Set, _ otherwise: Set) throws -> Set
  /// The cube of some variables, as quantifiers take it.
  func variables(_ levels: [Int]) throws -> Set
  func exists(_ variables: Set, _ set: Set) throws -> Set
  func exists(_ variables: Set, inBoth first: Set, _ second: Set) throws -> Set
  func renaming(_ levels: [(from: Int, to: Int)]) throws -> Renaming
  func renamed(_ set: Set, _ renaming: Renaming) throws -> Set
  /// Frees what nobody holds, where that has to be asked for.
  func tidy(keeping held: [Set])
  func isSame(_ first: Set, _ second: Set) -> Bool
  /// How many assignments to the variables are members.
  func count(_ set: Set, over levels: [Int]) throws -> Double
  /// How many nodes a set has, without the constants, as this library holds it.
  func nodeCount(_ set: Set) -> Int
}
