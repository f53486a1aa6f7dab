import CaseFile

/// Two lists of statements of one actor beside each other: which statement of one
/// is which of the other, and what it takes to turn the first list into the second.
///
/// Statements are the same when they have the same id, else when they say the
/// same. Of the statements in both, those that are not in a longest common order
/// count as moved.
struct StatementLists {
  /// A statement of either list or both.
  struct Entry {
    var id: String
    /// Its places, from 0.
    var old: Int?
    var new: Int?
    var isMoved = false
  }

  let old: [StatementText]
  let new: [StatementText]
  /// In the order of the first list, then those that only the second has.
  private(set) var entries: [Entry] = []

  init(_ old: [StatementText], _ new: [StatementText]) {
    self.old = old
    self.new = new
    var partner = [Int?](repeating: nil, count: old.count)
    var isTaken = [Bool](repeating: false, count: new.count)
    func match(_ isSame: (StatementText, StatementText) -> Bool) {
      for index in old.indices where partner[index] == nil {
        if let found = new.indices.first(where: { !isTaken[$0] && isSame(old[index], new[$0]) }) {
          partner[index] = found
          isTaken[found] = true
        }
      }
    }
    match { $0.id != nil && $0.id == $1.id }
    match { $0.that == $1.that }
    let common = partner.compactMap { $0 }
    let kept = Set(Self.longestRise(common))
    for (index, statement) in old.enumerated() {
      let isMoved = partner[index].map { !kept.contains($0) } ?? false
      entries.append(
        Entry(id: statement.id ?? statement.that.printed, old: index, new: partner[index], isMoved: isMoved))
    }
    for (index, statement) in new.enumerated() where !isTaken[index] {
      entries.append(Entry(id: statement.id ?? statement.that.printed, old: nil, new: index))
    }
    for (index, id) in ids(of: entries.map(\.id)).enumerated() { entries[index].id = id }
  }

  /// A longest part of the numbers that rises.
  private static func longestRise(_ numbers: [Int]) -> [Int] {
    var best: [[Int]] = []
    for number in numbers {
      let before = best.filter { ($0.last ?? -1) < number }.max { $0.count < $1.count } ?? []
      best.append(before + [number])
    }
    // The first of several, so that it is the same in every run.
    var longest: [Int] = []
    for rise in best where rise.count > longest.count { longest = rise }
    return longest
  }

  /// The differences, for the actor of that id.
  func differences(of actor: String) -> [Difference] {
    var found: [Difference] = []
    for entry in entries {
      let before = entry.old.map { old[$0].wording(at: $0) }
      let after = entry.new.map { new[$0].wording(at: $0) }
      let key = Difference.Key(.statement, entry.id, of: actor)
      guard let from = entry.old, let to = entry.new else {
        found.append(
          Difference(
            key: key, change: before == nil ? .added : .dropped, role: .judgement, before: before,
            after: after))
        continue
      }
      if old[from].that != new[to].that {
        found.append(Difference(key: key, change: .changed, role: .judgement, before: before, after: after))
      } else if old[from] != new[to] {
        found.append(Difference(key: key, change: .changed, role: .source, before: before, after: after))
      }
      if entry.isMoved {
        found.append(
          Difference(
            key: Difference.Key(.statement, entry.id, of: actor, isOrder: true), change: .moved,
            role: .judgement, before: before, after: after))
      }
    }
    return found
  }

  /// The first list with some of the differences made, the others not.
  ///
  /// What the second list adds or moves stands right behind the statement that it
  /// follows there, of those that stand where the second list has them.
  func mixed(taking isTaken: (Difference.Key) -> Bool, of actor: String) -> [StatementText] {
    func takes(_ entry: Entry, order: Bool = false) -> Bool {
      isTaken(Difference.Key(.statement, entry.id, of: actor, isOrder: order))
    }
    /// A statement of the result, with its place in the second list if it stands there.
    typealias Slot = (text: StatementText, anchor: Int?)
    var result: [Slot] = []
    var later: [Slot] = []
    for entry in entries {
      switch (entry.old, entry.new) {
      case (let from?, let to?):
        let text = takes(entry) ? new[to] : old[from]
        if entry.isMoved, takes(entry, order: true) {
          later.append((text, to))
        } else {
          result.append((text, entry.isMoved ? nil : to))
        }
      case (let from?, nil): if !takes(entry) { result.append((old[from], nil)) }
      case (nil, let to?): if takes(entry) { later.append((new[to], to)) }
      case (nil, nil): break
      }
    }
    for slot in later.sorted(by: { ($0.anchor ?? 0) < ($1.anchor ?? 0) }) {
      let before = result.lastIndex { ($0.anchor ?? .max) < (slot.anchor ?? 0) }
      result.insert(slot, at: before.map { $0 + 1 } ?? 0)
    }
    return result.map(\.text)
  }
}

extension StatementText {
  fileprivate func wording(at index: Int) -> Difference.Wording {
    Difference.Wording(text: that.printed, evidence: because, place: place, index: index)
  }
}
