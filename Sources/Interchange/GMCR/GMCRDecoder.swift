import CaseFile
import ConflictModel
import Notation

/// Takes a `.gmcr` file's JSON apart, and collects everything that is wrong with it.
///
/// Each problem says the JSON path of the value it is about; its line and
/// column come with the place.
struct GMCRDecoder {
  var model = GMCRModel()
  private(set) var problems: [JSONProblem]
  /// How many options there are; nil when that cannot be told.
  var optionCount: Int?
  /// Whether all lists of options could be read, so that one without an owner
  /// really has none.
  private(set) var knowsOwners = true

  /// A value and the way to it.
  struct Spot {
    var node: JSONNode
    var path: JSONPath

    func items(_ list: [JSONNode]) -> [Spot] {
      list.enumerated().map { Spot(node: $1, path: .item(path, $0)) }
    }
  }

  init(problems: [JSONProblem]) {
    self.problems = problems
  }

  mutating func decode(_ root: JSONNode) {
    let root = Spot(node: root, path: .root)
    guard let file = object(root, "the file") else { return }
    if let options = required("options", in: file).flatMap({ list($0, "options") }) {
      optionCount = options.count
      model.options = options.map { option($0) }
      checkOptionCount(options)
    }
    if let actors = required("decisionMakers", in: file).flatMap({ list($0, "decision makers") }) {
      if actors.isEmpty, let spot = member("decisionMakers", in: file) {
        report(.noActors, spot, "the file has no decision maker")
      }
      model.ranksByHand = ranksByHand(file)
      model.actors = actors.map { actor($0) }
      if optionCount == nil || actors.isEmpty { knowsOwners = false }
      if let spot = member("coalitions", in: file) { coalitions(spot) }
    } else {
      knowsOwners = false
      _ = ranksByHand(file)
    }
    if let spot = required("infeasibles", in: file), let patterns = list(spot, "simple conditions") {
      model.infeasiblesSpan = spot.node.span
      model.infeasibles = patterns.compactMap { pattern($0) }
    }
  }
}

// MARK: - Parts of the file

extension GMCRDecoder {
  mutating func checkOptionCount(_ options: [Spot]) {
    guard options.count > Conflict.maximumOptionCount else { return }
    report(
      .tooManyOptions, options[Conflict.maximumOptionCount],
      "there are \(options.count) options; a state holds at most \(Conflict.maximumOptionCount)")
  }

  mutating func option(_ spot: Spot) -> GMCRModel.Option {
    var result = GMCRModel.Option(name: "", span: spot.node.span)
    guard let option = object(spot, "an option") else { return result }
    if let name = required("name", in: option).flatMap({ text($0) }) { result.name = name }
    guard let spot = required("permittedDirection", in: option), let word = text(spot) else {
      return result
    }
    switch word {
    case "both": result.direction = .both
    case "fwd": result.direction = .take
    case "back": result.direction = .drop
    default:
      report(
        .wrongValue, spot, "'\(word.shortened)' is no direction and acts as 'both'", severity: .warning,
        hint: "directions are both, fwd and back")
    }
    return result
  }

  mutating func actor(_ spot: Spot) -> GMCRModel.Actor {
    var result = GMCRModel.Actor(name: "", span: spot.node.span)
    guard let actor = object(spot, "a decision maker") else {
      knowsOwners = false
      return result
    }
    if let name = required("name", in: actor).flatMap({ text($0) }) { result.name = name }
    if let options = required("options", in: actor).flatMap({ list($0, "option indices") }) {
      result.options = options.compactMap { spot in
        optionIndex(spot).map { GMCRModel.Owned(option: $0, span: spot.node.span) }
      }
      if result.options.count < options.count { knowsOwners = false }
    } else {
      knowsOwners = false
    }
    if let spot = required("preferences", in: actor), let statements = list(spot, "statements") {
      result.statementsSpan = spot.node.span
      result.statements = statements.compactMap { statement($0) }
    }
    if model.ranksByHand { ranking(in: actor, of: &result) }
    if let spot = member("misperceptions", in: actor), let patterns = list(spot, "simple conditions") {
      result.misperceptions = patterns.compactMap { pattern($0) }
    }
    return result
  }

  mutating func ranking(in actor: Object, of result: inout GMCRModel.Actor) {
    guard let spot = renamed("preferenceRanking", older: "preferenceVector", in: actor) else { return }
    guard let tiers = list(spot, "state numbers") else { return }
    result.rankingSpan = spot.node.span
    result.ranking = tiers.compactMap { tier in
      guard case .list(let tied) = tier.node.content else {
        return stateNumber(tier, or: " or a list of tied ones").map { [$0] }
      }
      if tied.isEmpty { report(.wrongValue, tier, "a tie of no states") }
      return tier.items(tied).compactMap { stateNumber($0) }
    }
  }

  mutating func stateNumber(_ spot: Spot, or other: String = "") -> GMCRModel.RankedState? {
    guard let number = wholeNumber(spot, "a state number" + other) else { return nil }
    return GMCRModel.RankedState(number: number, span: spot.node.span)
  }

  mutating func ranksByHand(_ file: Object) -> Bool {
    let key = "useManualPreferenceRanking"
    guard let spot = renamed(key, older: "useManualPreferenceVectors", in: file) else { return false }
    if case .boolean(let value) = spot.node.content { return value }
    mismatch(spot, "true or false")
    return false
  }

  mutating func coalitions(_ spot: Spot) {
    guard let coalitions = list(spot, "coalitions") else { return }
    model.coalitionsSpan = spot.node.span
    var firstSpans: [Int: JSONNode.Span] = [:]
    let found = problems.count
    var result: [[Int]] = []
    for coalition in coalitions {
      var members = [coalition]
      if case .list(let list) = coalition.node.content { members = coalition.items(list) }
      var indices: [Int] = []
      for member in members {
        guard let index = wholeNumber(member, "the index of a decision maker") else { continue }
        if index < 0 || index >= model.actors.count {
          report(.unknownIndex, member, "there is no decision maker \(index); indices start at 0")
        } else if let first = firstSpans[index] {
          report(
            .notAPartition, member, "decision maker \(index) is in two coalitions",
            notes: [("the first one", first)])
        } else {
          firstSpans[index] = member.node.span
          indices.append(index)
        }
      }
      result.append(indices)
    }
    guard problems.count == found else { return }
    let missing = model.actors.indices.filter { firstSpans[$0] == nil }
    if missing.isEmpty {
      model.coalitions = result
    } else {
      let names = missing.map { String($0) }.joined(separator: ", ")
      report(.notAPartition, spot, "the coalitions leave out decision maker \(names)")
    }
  }
}

// MARK: - Shapes

extension GMCRDecoder {
  struct Object {
    var spot: Spot
    var members: [JSONNode.Member]
  }

  mutating func report(
    _ code: Diagnostic.Code, _ spot: Spot, _ message: String, severity: Diagnostic.Severity = .error,
    hint: String? = nil, notes: [(message: String, span: JSONNode.Span)] = []
  ) {
    problems.append(
      JSONProblem(
        code: code, message: "\(message), at \(spot.path)", span: spot.node.span, severity: severity,
        hint: hint, notes: notes))
  }

  mutating func mismatch(_ spot: Spot, _ due: String) {
    report(.wrongShape, spot, "\(due) is due here, not \(spot.node.kindName)")
  }

  mutating func object(_ spot: Spot, _ what: String) -> Object? {
    if case .object(let members) = spot.node.content { return Object(spot: spot, members: members) }
    report(.wrongShape, spot, "\(what) is an object, not \(spot.node.kindName)")
    return nil
  }

  mutating func list(_ spot: Spot, _ what: String) -> [Spot]? {
    if case .list(let items) = spot.node.content { return spot.items(items) }
    mismatch(spot, "a list of \(what)")
    return nil
  }

  mutating func text(_ spot: Spot) -> String? {
    if case .text(let text) = spot.node.content { return text }
    mismatch(spot, "a text")
    return nil
  }

  mutating func wholeNumber(_ spot: Spot, _ what: String) -> Int? {
    guard case .number(let text) = spot.node.content else {
      mismatch(spot, what)
      return nil
    }
    if let number = spot.node.wholeNumber { return number }
    report(.wrongValue, spot, "\(what) is due here, not \(text.shortened)")
    return nil
  }

  func member(_ key: String, in object: Object) -> Spot? {
    object.members.first { $0.key == key }.map {
      Spot(node: $0.value, path: .key(object.spot.path, key))
    }
  }

  mutating func required(_ key: String, in object: Object) -> Spot? {
    if let spot = member(key, in: object) { return spot }
    missing(key, in: object)
    return nil
  }

  /// A member that has an older name: the newer one counts when both are there.
  mutating func renamed(_ key: String, older: String, in object: Object) -> Spot? {
    guard let spot = member(key, in: object) else {
      if let spot = member(older, in: object) { return spot }
      missing(key, in: object, hint: "older files call it \"\(older)\"")
      return nil
    }
    if let other = member(older, in: object) {
      report(
        .conflictingKeys, other, "'\(older)' is the older name of '\(key)', which is there too and counts",
        severity: .warning, notes: [("the one that counts", spot.node.span)])
    }
    return spot
  }

  mutating func missing(_ key: String, in object: Object, hint: String? = nil) {
    let opening = JSONNode.Span(Int(object.spot.node.span.start), Int(object.spot.node.span.start) + 1)
    problems.append(
      JSONProblem(
        code: .missingKey, message: "the key '\(key)' is missing, at \(object.spot.path)", span: opening,
        hint: hint))
  }
}
