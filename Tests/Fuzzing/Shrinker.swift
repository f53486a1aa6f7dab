public import CaseFile
import ConflictModel

/// Makes a case that shows a fault as small as it can be while it shows it.
///
///     let small = Shrinker.smallest(document) { faults(of: $0) != [] }
///
/// Parts are left out from the largest to the smallest, then conditions are made
/// simpler, until nothing more can go. What named a part that is gone is replaced
/// by a constant.
public enum Shrinker {
  /// The smallest document found for which `fails` holds; the document itself
  /// must be one. A document without a meaning is not asked about.
  public static func smallest(
    _ document: CaseDocument, attempts: Int = 20_000, while fails: (CaseDocument) -> Bool
  ) -> CaseDocument {
    var best = document
    var left = attempts
    var hasShrunk = true
    while hasShrunk {
      hasShrunk = false
      for reduction in reductions {
        var index = 0
        while let candidate = reduction(best, index), left > 0 {
          left -= 1
          if candidate != best, size(candidate) < size(best), (try? Case(candidate)) != nil, fails(candidate)
          {
            best = candidate
            hasShrunk = true
          } else {
            index += 1
          }
        }
      }
    }
    return best
  }

  /// How large a document is: the length of its text.
  static func size(_ document: CaseDocument) -> Int { document.printed().utf8.count }

  /// The candidate of that number that one way to make a document smaller gives,
  /// or nil when there are no more.
  private typealias Reduction = @Sendable (CaseDocument, Int) -> CaseDocument?

  private static let reductions: [Reduction] = [
    withoutRemarks,
    { drop($0, \.rules, $1) }, { drop($0, \.outcomes, $1) }, { drop($0, \.expectations, $1) },
    { withoutActor($0, $1) }, { withoutNamed($0, \.definitions, $1) { $0.id } },
    { withoutNamed($0, \.events, $1) { $0.id } }, { withoutJoint($0, $1) }, { withoutOption($0, $1) },
    { withoutState($0, $1) }, { withoutStatements($0, $1) }, { withFewerMoves($0, $1) },
    { withoutActorParts($0, $1) }, { withProfileAsOwn($0, $1) }, { withSimplerPreference($0, $1) },
    { withSimplerConditions($0, $1) },
  ]

  private static func with(_ document: CaseDocument, _ change: (inout CaseDocument) -> Void) -> CaseDocument {
    var copy = document
    change(&copy)
    return copy
  }

  // MARK: Whole parts

  /// Without what plays no part in any answer: names, evidence, sources.
  private static func withoutRemarks(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    guard index == 0 else { return nil }
    return with(document) {
      ($0.summary, $0.asOf, $0.sources, $0.title) = (nil, nil, [], "A shrunken case")
      $0.withoutEvidence()
    }
  }

  private static func drop<Part>(
    _ document: CaseDocument, _ parts: WritableKeyPath<CaseDocument, [Part]>, _ index: Int
  ) -> CaseDocument? {
    guard index < document[keyPath: parts].count else { return nil }
    return with(document) { $0[keyPath: parts].remove(at: index) }
  }

  private static func withoutNamed<Part>(
    _ document: CaseDocument, _ parts: WritableKeyPath<CaseDocument, [Part]>, _ index: Int,
    _ name: (Part) -> String
  ) -> CaseDocument? {
    guard index < document[keyPath: parts].count else { return nil }
    let gone = name(document[keyPath: parts][index])
    return with(document) {
      $0[keyPath: parts].remove(at: index)
      $0.mapExpressions { $0.replacing { $0 == gone } }
      $0.expectations.removeAll { $0.given.contains { $0.event.text == gone } }
    }
  }

  private static func withoutActor(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    guard document.actors.count > 1, index < document.actors.count else {
      return nil
    }
    let actor = document.actors[index]
    let joint = document.joint.filter { $0.by.contains { $0.text == actor.id } }.map(\.id)
    return with(document) {
      $0.actors.remove(at: index)
      $0.joint.removeAll { joint.contains($0.id) }
      $0.withoutNames { $0.hasPrefix(actor.id + ".") || joint.contains($0) || joint.contains(tail(of: $0)) }
    }
  }

  private static func tail(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static func withoutJoint(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    guard index < document.joint.count else { return nil }
    let gone = document.joint[index].id
    return with(document) {
      $0.joint.remove(at: index)
      $0.withoutNames { $0 == gone || tail(of: $0) == gone }
    }
  }

  private static func withoutOption(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    let places = document.actors.indices.flatMap { actor in
      document.actors[actor].options.indices.map { (actor, $0) }
    }
    guard index < places.count else { return nil }
    let (actor, option) = places[index]
    let full = document.actors[actor].id + "." + document.actors[actor].options[option].id
    let bare = document.actors[actor].options[option].id
    let isUnique = places.count { document.actors[$0.0].options[$0.1].id == bare } == 1
    return with(document) {
      $0.actors[actor].options.remove(at: option)
      $0.withoutNames { $0 == full || isUnique && $0 == bare }
    }
  }

  private static func withoutState(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    guard index < document.states.count, document.states.count > 1 else { return nil }
    let gone = document.states[index].id
    return with(document) {
      $0.states.remove(at: index)
      $0.withoutNames { $0 == gone }
      for actor in $0.actors.indices {
        $0.actors[actor].moves.removeAll { $0.from.text == gone || $0.to.text == gone }
        if case .ranking(let tiers, let because, let place) = $0.actors[actor].preference {
          let left = tiers.map { $0.filter { $0.form != .id(gone) } }.filter { !$0.isEmpty }
          $0.actors[actor].preference = .ranking(left, because: because, place)
        }
      }
    }
  }

  // MARK: Actors

  /// Without a run of statements: halves first, then ever smaller runs.
  private static func withoutStatements(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    var rest = index
    for actor in document.actors.indices {
      guard case .statements(let statements) = document.actors[actor].preference else { continue }
      for run in runs(of: statements.count) {
        if rest == 0 {
          return with(document) {
            var left = statements
            left.removeSubrange(run)
            $0.actors[actor].preference = left.isEmpty ? .indifferent : .statements(left)
          }
        }
        rest -= 1
      }
    }
    return nil
  }

  /// Runs of a list, the long ones first.
  private static func runs(of count: Int) -> [Range<Int>] {
    var (runs, length) = ([Range<Int>](), count)
    while length > 0 {
      runs += stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
      length /= 2
    }
    return runs
  }

  private static func withFewerMoves(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    var rest = index
    for actor in document.actors.indices {
      for run in runs(of: document.actors[actor].moves.count) {
        if rest == 0 { return with(document) { $0.actors[actor].moves.removeSubrange(run) } }
        rest -= 1
      }
    }
    return nil
  }

  private static func withoutActorParts(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    let kinds = 7
    guard index < document.actors.count * kinds + 1 else { return nil }
    if index == document.actors.count * kinds { return with(document) { $0.statusQuo = nil } }
    return with(document) {
      var actor = $0.actors[index / kinds]
      switch index % kinds {
      case 0: actor.cannot = Array(actor.cannot.dropLast())
      case 1: actor.misperceives = Array(actor.misperceives.dropLast())
      case 2: actor.profiles = []
      case 3: actor.declares = []
      case 4: actor.perceives = nil
      case 5: actor.unknown = []
      default:
        for option in actor.options.indices {
          actor.options[option].moves = .both
          if actor.options[option].levels.count > 2 { actor.options[option].levels.removeLast() }
        }
      }
      $0.actors[index / kinds] = actor
    }
  }

  /// With the wishes of one profile as the actor's only ones.
  private static func withProfileAsOwn(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    let places = document.actors.indices.flatMap { actor in
      document.actors[actor].profiles.indices.map { (actor, $0) }
    }
    guard index < places.count else { return nil }
    let (actor, profile) = places[index]
    return with(document) {
      $0.actors[actor].preference = document.actors[actor].profiles[profile].preference
      $0.actors[actor].profiles = []
      $0.withoutEvidence()
    }
  }

  private static func withSimplerPreference(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    guard index < document.actors.count * 2 else { return nil }
    return with(document) {
      if index % 2 == 0 {
        ($0.actors[index / 2].preference, $0.actors[index / 2].unknown) = (.indifferent, [])
      } else if case .weights(let weights) = $0.actors[index / 2].preference {
        $0.actors[index / 2].preference = .weights(Array(weights.dropLast()))
      } else if case .statements(let statements) = $0.actors[index / 2].preference {
        $0.actors[index / 2].preference = .statements(statements.map { StatementText(that: $0.that) })
      }
    }
  }

  // MARK: Conditions

  /// One condition replaced by a part of it or by a constant.
  private static func withSimplerConditions(_ document: CaseDocument, _ index: Int) -> CaseDocument? {
    var (rest, hasFound) = (index, false)
    let result = with(document) {
      $0.mapExpressions { expression in
        if hasFound { return expression }
        let simpler = expression.simpler
        if rest < simpler.count {
          hasFound = true
          return simpler[rest]
        }
        rest -= simpler.count
        return expression
      }
    }
    return hasFound ? result : nil
  }
}
