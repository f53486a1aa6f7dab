import ConflictModel

/// An actor's preference on its way from edit to edit.
enum PreferenceDraft {
  /// Statements by their index in the case, most important first, and whether the
  /// actor wants each to hold.
  case statements([(index: Int, isWanted: Bool)])
  /// Tiers by their index in the case, best first.
  case tiers([Int], isDropped: Bool)
  case weights([Int64])
  case indifferent

  init(_ preference: Preference) {
    switch preference {
    case .statements(let statements): self = .statements(statements.indices.map { ($0, true) })
    case .ranking(let tiers): self = .tiers(Array(tiers.indices), isDropped: false)
    case .weights(let weights): self = .weights(weights)
    case .indifferent: self = .indifferent
    }
  }

  /// Makes the change; one of something that is not there any more changes nothing.
  mutating func apply(_ edit: Edit) {
    switch (self, edit.target) {
    case (.statements(var statements), .statement(_, let index)):
      guard let place = statements.firstIndex(where: { $0.index == index }) else { return }
      switch edit.change {
      case .negated: statements[place].isWanted.toggle()
      case .dropped: statements.remove(at: place)
      default: statements.move(place, edit.change)
      }
      self = .statements(statements)
    case (.tiers(var tiers, let isDropped), .tier(_, let index)):
      guard let place = tiers.firstIndex(of: index) else { return }
      tiers.move(place, edit.change)
      self = .tiers(tiers, isDropped: isDropped)
    case (.tiers(let tiers, let isDropped), .ranking):
      self =
        edit.change == .dropped
        ? .tiers(tiers, isDropped: true) : .tiers(tiers.reversed(), isDropped: isDropped)
    case (.weights(var weights), .weight(_, let options)):
      for option in options { weights[option] = edit.change == .dropped ? 0 : -weights[option] }
      self = .weights(weights)
    default: break
    }
  }

  /// The preference, given the one that the drafts' indices refer to.
  func preference(from original: Preference) -> Preference {
    switch (self, original) {
    case (.statements(let statements), .statements(let conditions)):
      .statements(statements.map { $0.isWanted ? conditions[$0.index] : .not(conditions[$0.index]) })
    case (.tiers(let tiers, isDropped: false), .ranking(let states)): .ranking(tiers.map { states[$0] })
    case (.weights(let weights), _): .weights(weights)
    default: .indifferent
    }
  }
}

extension Array {
  /// Moves the element at a place to the front, to the end, or one further back.
  fileprivate mutating func move(_ place: Int, _ change: Edit.Change) {
    switch change {
    case .first: insert(remove(at: place), at: 0)
    case .last: append(remove(at: place))
    case .swapped where place + 1 < count: swapAt(place, place + 1)
    default: break
    }
  }
}

extension Preference {
  /// The preference after edits of it, made one after the other.
  func applying(_ edits: some Sequence<Edit>) -> Preference {
    var draft = PreferenceDraft(self)
    for edit in edits { draft.apply(edit) }
    return draft.preference(from: self)
  }
}
