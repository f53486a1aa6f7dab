internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

// What an actor wants, in names and with where that is known from.
extension Names {
  /// What an actor wants that makes it prefer one state to another, as a sentence without its full
  /// stop; empty where nothing is wanted.
  func wish(_ comparison: Comparison) -> Sentence {
    let source: Sentence = "(\(source(of: comparison)))"
    switch comparison.ground {
    case .ranking(let place?, let basePlace?, let count):
      return switch comparison.relation {
      case .better: "Its ranking puts that higher (place \(place) of \(count) against \(basePlace)) \(source)"
      case .worse:
        "Its ranking puts staying where it is higher (place \(basePlace) of \(count) against \(place)) \(source)"
      case .same: "Its ranking puts that and staying where it is in the same place \(source)"
      }
    case .ranking: return "Its ranking decides that \(source)"
    case .weights:
      return comparison.relation == .same
        ? "By its weights that makes no difference"
        : "Its weights make \(comparison.relation == .better ? "that" : "staying where it is") worth more"
    case .statement(let index):
      let statements = subject.statements(of: comparison.actor)
      guard statements.indices.contains(index) else { return "" }
      let reference = reference(toStatement: index, of: comparison.actor)
      let (verb, wanted) = statements[index].that.plain
      return
        "It \(verb ? "wants" : "does not want") \(together(wanted, verb, of: comparison.actor).pointing(to: reference)) \(source)"
    case .alike, .indifferent: return ""
    }
  }

  /// Whose judgements decide some comparisons, and where they come from: `Moscow’s wish (memo 3.1,
  /// said)`, `Moscow’s wishes (memo 3.1, said; memo 4.4, inferred)`.
  func brief(_ comparisons: [Comparison]) -> [Sentence] {
    var owners: [(actor: Int, isWish: Bool, sources: [Sentence])] = []
    for comparison in comparisons {
      let isWish = if case .statement = comparison.ground { true } else { false }
      switch comparison.ground {
      case .alike, .indifferent: continue
      case .statement, .ranking, .weights: break
      }
      let source = source(of: comparison)
      if let known = owners.firstIndex(where: { $0.actor == comparison.actor && $0.isWish == isWish }) {
        if !owners[known].sources.contains(source) { owners[known].sources.append(source) }
      } else {
        owners.append((comparison.actor, isWish, [source]))
      }
    }
    return owners.map { owner in
      let what = owner.isWish ? owner.sources.count == 1 ? "wish" : "wishes" : "order of preference"
      let sources = owner.sources.filter { !$0.isEmpty }
      return
        "\(possessive(owner.actor)) \(what)\(sources.isEmpty ? "" : " (\(sources.joined(separator: "; ")))")"
    }
  }

  /// The same with what is wanted: `Moscow’s wish for “Extend the deal” (memo 3.1, said)`.
  func whole(_ comparison: Comparison) -> Sentence {
    guard case .statement(let index) = comparison.ground else { return brief([comparison]).first ?? "" }
    return wish(index, of: comparison.actor)
  }

  /// Where what decides a comparison comes from.
  private func source(of comparison: Comparison) -> Sentence {
    switch comparison.ground {
    case .statement(let index):
      let statements = subject.statements(of: comparison.actor)
      guard statements.indices.contains(index) else { return "no source given" }
      return Sentence(statements[index].citation, to: reference(toStatement: index, of: comparison.actor))
    case .ranking: return citation(ofRankingOf: comparison.actor)
    case .weights, .alike, .indifferent: return ""
    }
  }

  /// A statement as somebody's wish: `Moscow’s wish for “Extend the deal” (memo 3.1, said)`.
  func wish(_ index: Int, of actor: Int) -> Sentence {
    let statements = subject.statements(of: actor)
    guard statements.indices.contains(index) else { return "\(possessive(actor)) wishes" }
    let source = Sentence(statements[index].citation, to: reference(toStatement: index, of: actor))
    return "\(wishAlone(index, of: actor)) (\(source))"
  }

  /// The same without where it comes from: `Moscow’s wish against “Extend the deal”`.
  ///
  /// - Parameter start: What stands before what it is for, in the place of whose wish it is.
  func wishAlone(_ index: Int, of actor: Int, after start: Sentence? = nil) -> Sentence {
    let (isFor, wanted) = subject.statements(of: actor)[index].that.plain
    let words = together(wanted, isFor, of: actor).pointing(to: reference(toStatement: index, of: actor))
    return "\(start ?? "\(possessive(actor)) wish ")\(isFor ? "for" : "against") \(words)"
  }

  /// What is wanted or not wanted; where it is several things, that it is all of them together.
  private func together(_ wanted: ConditionText, _ isFor: Bool, of actor: Int) -> Sentence {
    guard !isFor, case .and(let parts) = wanted, parts.count > 1 else { return words(wanted, of: actor) }
    return "\(parts.count == 2 ? "both" : "all of") \(words(wanted, of: actor))"
  }

  /// What a statement wants, in names.
  func wanted(_ index: Int, of actor: Int) -> Sentence {
    words(subject.statements(of: actor)[index].that, of: actor)
      .pointing(to: reference(toStatement: index, of: actor))
  }
}

extension ConditionText {
  /// What is wanted, or what is wanted not to be. “Not X if Y” is against X if Y, which is no longer so within
  /// another condition: what denies it is not for X if Y.
  fileprivate var plain: (isFor: Bool, wanted: ConditionText) {
    guard case .joined(let first, let word, let second) = self, word == .if || word == .unless else {
      return literal
    }
    let (isFor, wanted) = first.literal
    return isFor ? (true, self) : (false, .joined(wanted, word, second))
  }

  /// The same as what it is the exact opposite of.
  fileprivate var literal: (isFor: Bool, wanted: ConditionText) {
    switch self {
    // Against “X if and only if Y” could be meant of either.
    case .not(.joined(_, .iff, _)): return (true, self)
    case .not(let operand):
      let (isFor, wanted) = operand.literal
      return (!isFor, wanted)
    case .and(let parts) where parts.count == 1: return parts[0].literal
    case .or(let parts) where parts.count == 1: return parts[0].literal
    // That not both be so, that neither be so: what is wanted is that something not be.
    case .or(let parts):
      let unwanted = parts.unwanted
      return unwanted.isEmpty ? (true, self) : (false, .and(unwanted))
    case .and(let parts):
      let unwanted = parts.unwanted
      return unwanted.isEmpty ? (true, self) : (false, .or(unwanted))
    default: return (true, self)
    }
  }
}

extension [ConditionText] {
  /// What is not to be, where each of several conditions says of something that it is not; else nothing.
  fileprivate var unwanted: [ConditionText] {
    let unwanted = compactMap { part -> ConditionText? in
      let (isFor, wanted) = part.literal
      return isFor ? nil : wanted
    }
    return unwanted.count == count ? unwanted : []
  }
}
