import CaseFile
import ConflictModel

extension CaseDocument {
  /// Every judgement outside the statements of preference, which are compared as lists.
  var pieces: [Piece] {
    var pieces: [Piece] = []
    func add(
      _ key: Difference.Key, _ meaning: String, _ evidence: [Evidence], _ place: Place,
      _ remarks: [AnyHashable] = [], text: String? = nil
    ) {
      pieces.append(
        Piece(
          key: key, meaning: meaning,
          wording: Difference.Wording(text: text ?? meaning, evidence: evidence, place: place, index: nil),
          remarks: AnyHashable([evidence] + remarks)))
    }
    for event in events {
      add(
        .init(.event, event.id), "\(event.id): \(event.holds ? "yes" : "no")", event.because, event.place,
        [event.name, event.since, event.until, event.resolves, event.history])
    }
    for state in states {
      add(.init(.state, state.id), state.name ?? state.id, state.because, state.place)
    }
    for actor in actors {
      add(
        .init(.actor, actor.id), "", actor.because, actor.place, [actor.name], text: actor.name ?? actor.id)
    }
    for actor in actors { pieces += actor.pieces }
    for joint in joint {
      let partners = joint.by.map(\.text).sorted().joined(separator: " and ")
      add(.init(.joint, joint.id), "\(joint.id), by \(partners)", joint.because, joint.place, [joint.name])
    }
    for (id, rule) in zip(ids(of: rules.map(\.printed)), rules) {
      add(.init(.rule, id), rule.printed, rule.because, rule.place, [rule.hedge])
    }
    for term in definitions {
      add(.init(.term, term.id), "\(term.id): \(term.when.printed)", term.because, term.place, [term.name])
    }
    if let statusQuo {
      add(.init(.statusQuo, "status_quo"), statusQuo.printed, statusQuo.because, statusQuo.place)
    }
    for outcome in outcomes {
      add(
        .init(.outcome, outcome.id), "\(outcome.id): \(outcome.when.printed)", outcome.because, outcome.place,
        [outcome.name])
    }
    for (id, expectation) in zip(ids(of: expectations.map(\.printed)), expectations) {
      add(.init(.expectation, id), expectation.printed, expectation.because, expectation.place)
    }
    return pieces
  }
}

/// What things without ids are called: what they say, counted where that repeats.
func ids(of texts: [String]) -> [String] {
  var seen: [String: Int] = [:]
  return texts.map { text in
    seen[text, default: 0] += 1
    return seen[text] == 1 ? text : "\(text) (\(seen[text] ?? 0))"
  }
}

extension ActorText {
  /// Its judgements but for the statements and what it wants as a whole.
  fileprivate var pieces: [Piece] {
    var pieces: [Piece] = []
    func add(
      _ kind: Judgement.Kind, _ id: String, _ meaning: String, _ evidence: [Evidence], _ place: Place,
      _ remarks: [AnyHashable] = []
    ) {
      pieces.append(
        Piece(
          key: .init(kind, id, of: self.id), meaning: meaning,
          wording: Difference.Wording(text: meaning, evidence: evidence, place: place, index: nil),
          remarks: AnyHashable([evidence] + remarks)))
    }
    for option in options {
      add(
        .option, option.id, option.meaning, option.because, option.place,
        [option.name, option.levels.map(\.name), option.levels.map(\.because)])
    }
    for (id, cannot) in zip(cannotIDs, cannot) {
      add(.move, id, cannot.printed, cannot.because, cannot.place)
    }
    for (id, condition) in zip(ids(of: misperceives.map(\.when.printed)), misperceives) {
      add(.misperception, id, condition.when.printed, condition.because, condition.place)
    }
    for (id, move) in zip(ids(of: moves.map(\.id)), moves) {
      add(.move, id, move.printed, move.because, move.from.place)
    }
    for (id, declaration) in zip(ids(of: declares.map(\.printed)), declares) {
      add(.declaration, id, declaration.printed, declaration.because, declaration.place)
    }
    for profile in profiles {
      add(
        .profile, profile.id, preferenceText(profile.preference), profile.because, profile.place,
        [profile.name])
    }
    return pieces
  }

  var cannotIDs: [String] { ids(of: cannot.map(\.printed)) }
}

extension OptionText {
  /// What matters of an option: its id, its levels and which way it can be changed.
  fileprivate var meaning: String {
    id + (levels.isEmpty ? "" : ": " + levels.map(\.id).joined(separator: ", "))
      + (moves == .both ? "" : " (moves: \(moves.rawValue))")
  }
}

extension CannotText {
  var printed: String {
    "cannot move from \(from?.printed ?? "anywhere") to \(to?.printed ?? "anywhere")"
  }
}

extension MoveText {
  var id: String { "\(from.text) to \(to.text)" }
}

extension DeclarationText {
  var printed: String {
    "if \(condition.printed), then \(then.printed)"
      + (to.isEmpty ? "" : ", to \(to.map(\.text).joined(separator: " and "))")
  }
}

/// A preference in words that are equal when it is.
func preferenceText(_ preference: PreferenceText) -> String {
  switch preference {
  case .indifferent: "indifferent"
  case .statements(let statements): statements.map(\.that.printed).joined(separator: ", then ")
  case .weights(let weights): weights.map(\.printed).joined(separator: ", ")
  case .ranking(let tiers, _, _):
    tiers.map { tier in
      let states = tier.map(\.printed)
      return states.count == 1 ? states[0] : "(\(states.joined(separator: " ")))"
    }.joined(separator: " > ")
  }
}
