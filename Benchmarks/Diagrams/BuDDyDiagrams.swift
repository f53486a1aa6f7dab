import BuDDy

/// BuDDy's. There is one of it in a process, so one at a time is made.
final class BuDDyDiagrams: DiagramLibrary {
  static let name = "BuDDy"

  /// A set, which holds its node for as long as it lives: BuDDy counts who holds what.
  final class Set {
    fileprivate let node: BDD
    fileprivate init(_ node: BDD) {
      precondition(node >= 0, String(cString: bdd_errstring(node)))
      self.node = bdd_addref(node)
    }
    deinit { bdd_delref(node) }
  }

  let everything: Set
  let nothing: Set

  /// With room from the start, as its manual advises: growing in small steps would cost it most of its time.
  init(variableCount: Int) throws {
    bdd_init(1 << 20, 1 << 18)
    bdd_gbc_hook(nil)
    bdd_resize_hook(nil)
    bdd_setcacheratio(4)
    bdd_setmaxincrease(1 << 22)
    bdd_setvarnum(Int32(variableCount))
    everything = Set(bdd_true())
    nothing = Set(bdd_false())
  }

  deinit { bdd_done() }

  func variable(_ level: Int) -> Set { Set(bdd_ithvar(Int32(level))) }
  func complement(_ set: Set) -> Set { Set(bdd_not(set.node)) }
  func intersection(_ first: Set, _ second: Set) -> Set { Set(bdd_and(first.node, second.node)) }
  func union(_ first: Set, _ second: Set) -> Set { Set(bdd_or(first.node, second.node)) }
  func difference(_ first: Set, _ second: Set) -> Set { Set(bdd_xor(first.node, second.node)) }
  func choice(_ condition: Set, _ then: Set, _ otherwise: Set) -> Set {
    Set(bdd_ite(condition.node, then.node, otherwise.node))
  }
  func variables(_ levels: [Int]) -> Set {
    var numbers = levels.map { Int32($0) }
    return Set(bdd_makeset(&numbers, Int32(numbers.count)))
  }
  func exists(_ variables: Set, _ set: Set) -> Set { Set(bdd_exist(set.node, variables.node)) }
  func exists(_ variables: Set, inBoth first: Set, _ second: Set) -> Set {
    Set(bdd_appex(first.node, second.node, bddop_and, variables.node))
  }
  func renaming(_ levels: [(from: Int, to: Int)]) -> OpaquePointer {
    let pair = bdd_newpair()!
    for (from, to) in levels { bdd_setpair(pair, Int32(from), Int32(to)) }
    return OpaquePointer(pair)
  }
  func renamed(_ set: Set, _ renaming: OpaquePointer) -> Set {
    Set(bdd_replace(set.node, UnsafeMutablePointer(renaming)))
  }
  func tidy(keeping held: [Set]) {}
  func isSame(_ first: Set, _ second: Set) -> Bool { first.node == second.node }
  func count(_ set: Set, over levels: [Int]) -> Double {
    bdd_satcountset(set.node, variables(levels).node)
  }
  func nodeCount(_ set: Set) -> Int { Int(bdd_nodecount(set.node)) }
}
