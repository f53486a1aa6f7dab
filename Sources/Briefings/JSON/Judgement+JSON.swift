internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension Names {
  /// What every judgement has for programs, whatever else is said of it there.
  func members(of judgement: Judgement, saying text: String? = nil) -> [JSONValue.Member] {
    [
      .init("id", .string(judgement.id)), .init("kind", .string(judgement.kind.rawValue)),
      .init("actor", JSONValue(judgement.actor.map { conflict.actors[$0].id })),
      .init("index", .integer(judgement.index + 1)), .init("text", .string(text ?? judgement.text)),
      .init("basis", JSONValue(judgement.basis?.rawValue)),
    ]
  }
}

extension Reference {
  /// The id of the judgement that it points to; null where it points to something else.
  var judgementID: JSONValue {
    if case .judgement(let id) = self { .string(id) } else { .null }
  }
}

/// The judgements of a case, to be found by what is said of them.
struct JudgementIndex {
  private var ids: [Key: String] = [:]
  private var all: Set<String> = []

  private struct Key: Hashable {
    var kind: InputKind
    var actor: String?
    var text: String?
    var place: Spot?
  }

  /// Where something stands; places are all equal to each other.
  private struct Spot: Hashable {
    let file: String
    let line, column: Int

    init?(_ place: Place) {
      if !place.isKnown { return nil }
      (file, line, column) = (place.file, place.line, place.column)
    }
  }

  init(_ subject: Case) {
    for judgement in subject.judgements {
      let actor = judgement.actor.map { subject.conflict.actors[$0].id }
      let place = Spot(judgement.place)
      all.insert(judgement.id)
      var keys = [Key(kind: judgement.kind, actor: actor, text: judgement.text)]
      if place != nil {
        keys.append(Key(kind: judgement.kind, actor: actor, place: place))
        keys.append(Key(kind: judgement.kind, actor: actor, text: judgement.text, place: place))
      }
      for key in keys where ids[key] == nil { ids[key] = judgement.id }
    }
  }

  /// The id of the judgement that one side of a difference is, or to which it belongs, if there is one.
  func id(in side: Difference.Side) -> String? {
    let key = side.key
    // The order of a list is no judgement, though it stands where the first one does.
    if key.isOrder, side.wording?.index == nil { return nil }
    if let wishes = side.wording?.wishes {
      // Of several judgements none is all that an actor wants.
      guard wishes.parts.count == 1, let wish = wishes.parts.first else { return nil }
      return id(wishes.kind, actor: key.actor, saying: wish.text, at: wish.place)
    }
    if let id = key.idOfThing, all.contains(id), (side.wording ?? side.thing) != nil { return id }
    // What is said in a part of a judgement is not what tells it from others.
    let isPart = key.part != nil && key.part != "because" && !key.isOrder
    guard let said = isPart ? side.thing ?? side.wording : side.wording else { return nil }
    let actor = key.kind == .actor ? key.id : key.actor
    return id(key.isDoubtOfRanking ? .ranking : key.kind, actor: actor, saying: said.text, at: said.place)
  }

  /// The id of a judgement, by what it says and where it stands, or by either: some are put
  /// in other words, and some stand nowhere.
  func id(_ kind: InputKind, actor: String? = nil, saying text: String, at place: Place) -> String? {
    let place = Spot(place)
    return ids[Key(kind: kind, actor: actor, text: text, place: place)]
      ?? ids[Key(kind: kind, actor: actor, text: text)]
      ?? place.flatMap { ids[Key(kind: kind, actor: actor, place: $0)] }
  }
}

extension Difference.Key {
  /// The id of the judgement of a thing that is called by its own id.
  fileprivate var idOfThing: String? {
    switch kind {
    case .event: "events.\(id)"
    case .state: "states.\(id)"
    case .joint: "joint.\(id)"
    case .term: "define.\(id)"
    case .outcome: "outcomes.\(id)"
    case .statusQuo: "status_quo"
    case .option, .level: actor.map { "\($0).options.\(id)" }
    case .weight: actor.map { "\($0).weights.\(id)" }
    default: nil
    }
  }

  /// Whether it is about a pair of states of which a ranking does not know the better one.
  var isDoubtOfRanking: Bool { kind == .actor && (part?.hasPrefix("unknown") ?? false) }
}
