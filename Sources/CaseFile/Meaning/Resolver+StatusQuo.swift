import ConflictModel
import Notation

/// A status quo with its names looked up.
enum StatusQuoMeaning {
  /// The options taken, and those not known, one bit each.
  case taken(UInt64, unsure: UInt64)
  case condition(Condition)
}

extension Resolver {
  mutating func statusQuo() -> StatusQuoMeaning? {
    guard let text = document.statusQuo else { return nil }
    switch text.form {
    case .condition(let expression):
      return .condition(notePattern(expression) ? .constant(false) : condition(expression))
    case .taken(let items, let unsure):
      if document.isGraphForm { return state(items, text) }
      var (taken, open): (UInt64, UInt64) = (0, 0)
      for item in items { taken |= bits(takenBy: item, at: text.place) }
      for item in unsure { open |= bits(unsure: item, at: text.place) }
      if taken & open != 0 {
        note(.conflictingKeys, "an option is both taken and unsure in the status quo", at: text.place)
      }
      return .taken(taken & ~open, unsure: open)
    }
  }

  private mutating func state(_ items: [ConditionText], _ text: StatusQuoText) -> StatusQuoMeaning? {
    guard items.count == 1 else {
      note(.wrongForm, "in a case with 'states' the status quo is one state, by its id", at: text.place)
      return nil
    }
    return .condition(condition(items[0]))
  }

  private mutating func bits(takenBy item: ConditionText, at place: Place) -> UInt64 {
    switch item {
    case .comparison(_, .equal, _, _), .comparison(_, .atLeast, _, _):
      return bits(condition(item), item, at: place)
    case .name(let name, let ownPlace):
      if let shared = names.sharedName(in: name, of: nil),
        noteNotTakeable(shared.id, shared.meaning, at: ownPlace)
      {
        return 0
      }
      return bits(condition(item), item, at: place)
    default:
      noteNotTakeable(item, at: place)
      return 0
    }
  }

  /// The options that have to be taken for the condition to hold.
  private mutating func bits(_ condition: Condition, _ item: ConditionText, at place: Place) -> UInt64 {
    if case .comparison(let name, _, let level, _) = item {
      guard case .success(.level(let index)) = names.look(up: name, in: nil),
        let position = levels[index].levels.firstIndex(of: level)
      else { return 0 }
      return levels[index].thresholds.prefix(position).reduce(0) { $0 | 1 << UInt64($1) }
    }
    switch condition {
    case .taken(let option): return 1 << UInt64(option)
    case .constant: return 0
    case .term(let index):
      if let joint = joint(atTerm: index) { return joint.halves.reduce(0) { $0 | 1 << UInt64($1) } }
      noteNotTakeable(item, at: place)
    default: noteNotTakeable(item, at: place)
    }
    return 0
  }

  private func joint(atTerm index: Int) -> Case.JointOption? {
    guard let original = termOrder.firstIndex(of: index) else { return nil }
    let term = namedConditions[original].term
    return term.kind == .joint ? jointOptions.first { $0.id == term.id } : nil
  }

  private mutating func bits(unsure item: ConditionText, at place: Place) -> UInt64 {
    if case .name(let name, _) = item, case .success(.level(let index)) = names.look(up: name, in: nil) {
      return levels[index].thresholds.reduce(0) { $0 | 1 << UInt64($1) }
    }
    return bits(takenBy: item, at: place)
  }

  private mutating func noteNotTakeable(_ item: ConditionText, at place: Place) {
    if case .name(let name, _) = item, case .success(let meaning) = names.look(up: name, in: nil),
      noteNotTakeable(name, meaning, at: item.place ?? place)
    {
      return
    }
    note(
      .wrongKind, "'\(item.printed)' is not something taken", at: item.place ?? place,
      hint: "list the options taken, levels as 'controls = l798'; all others are not taken")
  }
}

extension Resolver {
  /// Says of a name that stands for no option what it stands for; false when there is nothing to say.
  private mutating func noteNotTakeable(_ name: String, _ meaning: NameTable.Meaning, at place: Place) -> Bool
  {
    let hint: String
    switch meaning {
    case .event(let index):
      let holds = document.events[index].holds ? "yes" : "no"
      hint =
        "an event is nobody's to take: whether '\(name)' holds is said under 'events', now 'holds: \(holds)'; --given \(name)=yes sets it for once"
    case .term:
      hint =
        "without brackets, 'status_quo: \(name)' is a condition, which works when one feasible state satisfies it; in brackets stand the options taken"
    case .option, .level, .state, .actor: return false
    }
    let kind = names.kinds[name] ?? "name"
    note(
      .wrongKind,
      "'\(name)' is \(kind.withArticle), and not something taken",
      at: place, hint: hint,
      notes: names.shared[name].map { [Diagnostic.Note("the \(kind) is here", at: $0.place)] } ?? [])
    return true
  }

  /// Notes a pattern of a state where a condition is due; false when the name is none.
  mutating func notePattern(_ expression: ConditionText) -> Bool {
    guard case .name(let name, let place) = expression, !document.isGraphForm,
      case .pattern(let pattern)? = StateReference.Form(name), case .failure = names.look(up: name, in: nil)
    else { return false }
    let taken = zip(pattern, options).filter { $0.0 == "Y" }.map { $0.1.id }
    let isWhole = pattern.utf8.count == options.count && levels.isEmpty
    note(
      .wrongKind, "a status quo is not given as a pattern such as '\(name)'", at: place,
      hint: isWhole
        ? "list what is taken: [\(taken.joined(separator: ", "))]"
        : "list what is taken, as in [actor.option, controls = l798]; all else is then not taken")
    return true
  }
}

extension String {
  /// The word with `a` or `an` before it.
  var withArticle: String { "\("aeiou".contains(first ?? " ") ? "an" : "a") \(self)" }
}

extension ConditionText {
  /// Where the first name of the expression stands.
  var place: Place? { names.first?.place }
}
