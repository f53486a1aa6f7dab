import ConflictModel
import Testing

@Suite("How much a move changes")
struct ChangeSizeTests {
  /// One actor with an option, a level option of four levels, and another option.
  static let conflict = Conflict(
    actors: [Conflict.Actor(id: "a", preference: .indifferent)],
    options: ["x", "l>=1", "l>=2", "l>=3", "y"].map { Option(id: $0, actor: 0) },
    levelOptions: [
      LevelOption(
        id: "a.l", name: "l", actor: 0, levels: ["0", "1", "2", "3"], levelNames: ["0", "1", "2", "3"],
        firstOption: 1)
    ])

  @Test("a level option counts once, however far it moves")
  func levels() {
    let meter = ChangeMeter(Self.conflict)
    #expect(meter.size(from: State(0), to: State(0)) == .none)
    #expect(meter.size(from: State(0), to: State(0b00001)) == ChangeSize(options: 1, levels: 1))
    #expect(meter.size(from: State(0), to: State(0b01110)) == ChangeSize(options: 1, levels: 3))
    #expect(meter.size(from: State(0b01110), to: State(0b10011)) == ChangeSize(options: 3, levels: 4))
  }

  @Test("options count before levels, levels before likings, and likings before codes")
  func order() {
    let meter = ChangeMeter(Self.conflict)
    let start = State(0)
    // All three levels at once are one option; two options are more.
    #expect(meter.isSmaller(State(0b01110), than: State(0b10001), from: start))
    #expect(meter.isSmaller(State(0b00001), than: State(0b00010), from: start))
    #expect(meter.isSmaller(State(0b00001), than: State(0b10000), from: start))
    #expect(meter.isPlainer(State(0b10000), than: State(0b00001), from: start, liked: (2, 1)))
    #expect(!meter.isPlainer(State(0b00110), than: State(0b00001), from: start, liked: (2, 1)))
    #expect(!meter.isPlainer(State(0b10000), than: State(0b00001), from: start, liked: (1, 1)))
  }

  @Test("in graph form every move is one change")
  func graph() {
    let graph = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent, moves: [[State]](repeating: [], count: 9))],
      stateCount: 9)
    let meter = ChangeMeter(graph)
    #expect(meter.size(from: State(0), to: State(7)) == ChangeSize(options: 1, levels: 1))
    #expect(meter.isSmaller(State(1), than: State(7), from: State(0)))
  }
}
