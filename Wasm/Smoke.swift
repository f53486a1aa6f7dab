import ConflictModel

@_expose(wasm, "moves")
@_cdecl("moves")
public func moves(of actor: Int32, from code: UInt64) -> UInt64 {
  let conflict = Conflict(
    actors: [
      Actor(id: "row", preference: .statements([.taken(1), .not(.taken(0))])),
      Actor(id: "column", preference: .statements([.taken(0), .not(.taken(1))])),
    ],
    options: [Option(id: "row.cooperate", actor: 0), Option(id: "column.cooperate", actor: 1)])
  var set: UInt64 = 0
  for state in conflict.moves(of: Int(actor), from: State(code)) { set |= 1 << state.code }
  return set
}
