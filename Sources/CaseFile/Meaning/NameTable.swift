import ConflictModel
import Notation

/// What every name of a case stands for.
struct NameTable {
  /// What a name stands for.
  enum Meaning: Hashable {
    case option(Int)
    case level(Int)
    case event(Int)
    /// A term, by its place in the order of the file; see ``Resolver``.
    case term(Int)
    case state(Int)
    case actor(Int)
  }

  /// Why a name stands for nothing.
  enum Failure {
    case unknown(near: String?)
    case ambiguous([Candidate])
  }

  /// Something that an ambiguous name could stand for.
  struct Candidate {
    var words: String
    var place: Place
  }

  /// Names that stand for themselves everywhere, with where they were given.
  private(set) var shared: [String: (meaning: Meaning, place: Place)] = [:]
  /// Each actor's options by their short names.
  private var own: [[String: Meaning]]
  /// Where each of them was given.
  private var ownPlaces: [[String: Place]]
  private let actors: [String]
  /// Whether to look for a near name where one is unknown. That takes long, so
  /// it ends when there are more mistakes than anybody reads.
  var suggests = true

  init(actors: [String]) {
    self.actors = actors
    own = [[String: Meaning]](repeating: [:], count: actors.count)
    ownPlaces = [[String: Place]](repeating: [:], count: actors.count)
  }

  /// Enters a name that all share; the place of an earlier one if there is one.
  mutating func enter(_ id: String, _ meaning: Meaning, at place: Place) -> Place? {
    if let earlier = shared[id] { return earlier.place }
    shared[id] = (meaning, place)
    return nil
  }

  mutating func enter(_ id: String, of actor: Int, _ meaning: Meaning, at place: Place) {
    own[actor][id] = meaning
    ownPlaces[actor][id] = place
  }

  /// What `name` stands for inside the block of `actor`, or outside any.
  func look(up name: String, in actor: Int?) -> Result<Meaning, LookUpError> {
    if let dot = name.firstIndex(of: ".") {
      return qualified(String(name[..<dot]), String(name[name.index(after: dot)...]), name)
    }
    let isJoint = if case .term? = shared[name]?.meaning { true } else { false }
    if let actor, let meaning = own[actor][name], !(isJoint && isHalf(name)) {
      return .success(meaning)
    }
    let holders = isHalf(name) ? [] : own.indices.filter { own[$0][name] != nil }
    let options = holders.map {
      Candidate(words: "\(actors[$0]).\(name)", place: ownPlaces[$0][name] ?? .none)
    }
    if let known = shared[name] {
      if holders.isEmpty { return .success(known.meaning) }
      let kind = kinds[name] ?? "shared name"
      return failure(
        .ambiguous([Candidate(words: "the \(kind) '\(name)'", place: known.place)] + options))
    }
    switch holders.count {
    case 1: return .success(own[holders[0]][name]!)
    case 0: return failure(.unknown(near: near(name, among: candidates(in: actor))))
    default: return failure(.ambiguous(options))
    }
  }

  /// What sort of thing a shared name is, in a word.
  var kinds: [String: String] = [:]

  /// What everybody shares and was written as if it were an actor's: `deal`, an
  /// outcome, in `row.deal`. Nil where `deal` alone would not work.
  func sharedName(in name: String, of actor: Int?) -> (id: String, meaning: Meaning)? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    let id = String(name[name.index(after: dot)...])
    let owner = actors.firstIndex(of: String(name[..<dot]))
    guard shared[id] != nil, owner.map({ own[$0][id] == nil }) ?? true,
      case .success(let meaning) = look(up: id, in: actor)
    else { return nil }
    switch meaning {
    case .event, .term, .state: return (id, meaning)
    case .actor, .option, .level: return nil
    }
  }

  /// Ids of joint options; a bare one means all halves together.
  var joint: Set<String> = []

  private func isHalf(_ name: String) -> Bool { joint.contains(name) }

  private func qualified(
    _ actor: String, _ option: String, _ name: String
  ) -> Result<Meaning, LookUpError> {
    guard let index = actors.firstIndex(of: actor) else {
      return failure(.unknown(near: near(name, among: allQualified)))
    }
    if let meaning = own[index][option] { return .success(meaning) }
    let own = near(option, among: own[index].keys.sorted()).map { "\(actor).\($0)" }
    return failure(.unknown(near: own ?? near(name, among: allQualified)))
  }

  private func near(_ name: String, among names: @autoclosure () -> [String]) -> String? {
    suggests ? nearest(to: name, among: names()) : nil
  }

  private func failure(_ failure: Failure) -> Result<Meaning, LookUpError> {
    .failure(LookUpError(failure: failure))
  }

  private var allQualified: [String] {
    actors.indices.flatMap { actor in own[actor].keys.sorted().map { "\(actors[actor]).\($0)" } }
  }

  private func candidates(in actor: Int?) -> [String] {
    shared.keys.sorted() + own.indices.flatMap { own[$0].keys.sorted() } + allQualified
  }
}

/// A name that stands for nothing, or for too much.
struct LookUpError: Error {
  var failure: NameTable.Failure
}
