internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

// What all that may last has in common, and the states that last.
extension DoubtsReport {
  /// What holds in every equilibrium of every completion, or nil when nothing does.
  func whatever(_ count: DoubtsCount) -> Sentence? {
    guard !names.isGraph, !answer.isOfSets, !doubts.isEmpty, count.states.count > 1 else { return nil }
    var (taken, left) = (UInt64.max, UInt64.max)
    for position in count.states.keys {
      taken &= states[position].code
      left &= ~states[position].code
    }
    // What holds in every feasible state is no finding.
    var (always, never) = (taken, left)
    let everywhere = states.reduce((UInt64.max, UInt64.max)) { ($0.0 & $1.code, $0.1 & ~$1.code) }
    always &= ~everywhere.0
    never &= ~everywhere.1
    func list(_ bits: UInt64) -> [Sentence] {
      conflict.options.indices.filter { bits & (1 << UInt64($0)) != 0 }.map { index in
        let option = conflict.options[index]
        let owner = conflict.actors.indices.contains(option.actor) ? names.actor(option.actor) : "nobody"
        return "\(Prose.quoted(option.name, to: .option(option.id))) (\(owner))"
      }
    }
    let (kept, shunned) = (list(always), list(never))
    if kept.isEmpty && shunned.isEmpty { return nil }
    var parts: [Sentence] = []
    if !kept.isEmpty { parts.append("\(Prose.list(kept)) \(kept.count == 1 ? "is" : "are") always taken") }
    if !shunned.isEmpty {
      parts.append("\(Prose.list(shunned)) \(shunned.count == 1 ? "is" : "are") never taken")
    }
    return
      "In all that lasts, in whichever completion\(extent(count)), \(parts.joined(separator: ", and "))."
  }

  /// States that last in exactly the same completions, as far as is asked about them.
  private struct Kind: Hashable {
    let share: DoubtsCount.Share
    let isWritten: Bool
  }

  /// The states that last in some completion, those alike in one line.
  func addStates(_ count: DoubtsCount, to builder: inout DocumentBuilder) {
    if count.states.isEmpty || doubts.isEmpty || answer.isOfSets { return }
    var kinds: [Kind: [Int]] = [:]
    for (position, share) in count.states {
      kinds[Kind(share: share, isWritten: count.asWritten.contains(position)), default: []].append(position)
    }
    let sorted = kinds.map { ($0, $1.sorted()) }.sorted { one, other in
      (other.0.share.count, one.1[0]) < (one.0.share.count, other.1[0])
    }
    var list = Table(head: ["states", "as written", "last in", "hangs most on"])
    for (kind, positions) in sorted.prefix(Self.listedLines) {
      list.add([
        label(positions), kind.isWritten ? "last" : "no", words(kind.share, of: count.examined.count),
        hangsOn(kind.share, in: count),
      ])
    }
    builder.pause()
    builder.table(list)
    let left = sorted.dropFirst(Self.listedLines).reduce(0) { $0 + $1.1.count }
    if left > 0 {
      builder.remark(
        "and \(Prose.count(left, "state")) more that \(left == 1 ? "lasts" : "last") in fewer; \(Sentence.inJSON) lists them all."
      )
    }
  }

  private func label(_ positions: [Int]) -> Sentence {
    if positions.count == 1 {
      let state = states[positions[0]]
      return names.isGraph
        ? names.state(state)
        : Sentence("\(names.short(state)) \(names.pattern(state))", to: .state(state.code))
    }
    return Prose.list(positions.map { names.brief(states[$0]) }, atMost: 5)
  }
}
