internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// What moves change and why somebody gains, part by part, for pictures.
extension Names {
  /// What a move changes, in the order of the case; in graph form where it leads.
  func changes(from old: State, to new: State, _ labels: Labels) -> [Figure.Chain.Change] {
    if let graph = graphState(new) {
      let name = Sentence((graph.name ?? graph.id).printable, to: .state(new.code))
      return [.init(.go, name)]
    }
    var changes: [Figure.Chain.Change] = []
    for row in groups.flatMap({ $0.rows }) {
      let short = labels.written(row)
      switch row.kind {
      case .option(let option):
        if old.takes(option) == new.takes(option) { continue }
        changes.append(.init(new.takes(option) ? .take : .giveUp, row.label, short: short))
      case .level(let index):
        let level = conflict.levelOptions[index]
        let (from, to) = (level.level(in: old), level.level(in: new))
        if from == to { continue }
        let (before, after) = (level.levelNames[from].printable, level.levelNames[to].printable)
        changes.append(
          .init(.level, row.label, short: short, detail: "\(before) \u{2192} \(after)"))
      case .joint:
        for half in row.options where old.takes(half) != new.takes(half) {
          let (was, comes) = (isWhole(row, in: old), isWhole(row, in: new))
          let effect = was == comes ? "" : comes ? ", so that it comes about" : ", so that it ends"
          changes.append(
            .init(
              new.takes(half) ? .take : .giveUp, "part in \(row.label)",
              short: short.map { "part in \($0)" }, detail: effect))
        }
      }
    }
    return changes.isEmpty ? [.init(.note, "nothing")] : changes
  }

  private func isWhole(_ row: Row, in state: State) -> Bool {
    row.options.allSatisfy { state.takes($0) }
  }

  /// What decides a comparison, in names, with where that is said.
  func reason(_ comparison: Comparison, _ lead: Sentence) -> Figure.Chain.Reason {
    let actor = comparison.actor
    switch comparison.ground {
    case .statement(let index):
      let statements = subject.statements(of: actor)
      guard statements.indices.contains(index) else { return .init(lead, "statement \(index + 1)") }
      let statement = statements[index]
      let hedge = statement.hedge.map { " (\u{201C}\($0.rawValue)\u{201D})" } ?? ""
      return reason(
        lead, "\(wanted(index, of: actor))\(hedge)", from: statement.because, statement.doubtWords,
        reference(toStatement: index, of: actor))
    case .ranking:
      guard case .ranking(_, let because, _) = subject.document.actors[actor].preference else {
        return .init(lead, "its ranking")
      }
      let place = reference(toRankingOf: actor)
      return reason(lead, Sentence("its ranking", to: place), from: because, [], place)
    case .weights(let sum, let baseSum):
      let (mine, base) = sums(sum, baseSum, of: actor)
      return .init(lead, "its weights add up to \(mine) instead of \(base)")
    case .alike: return .init(lead, "nothing that it wants tells them apart")
    case .indifferent: return .init(lead, "everything is the same to it")
    }
  }

  private func reason(
    _ lead: Sentence, _ words: Sentence, from because: [Evidence], _ doubts: [String],
    _ reference: Reference
  ) -> Figure.Chain.Reason {
    let confidence = because.confidence.map { ["\($0.rawValue) confidence"] } ?? []
    let parts = [because.places].filter { !$0.isEmpty } + confidence + doubts
    let basis = because.basis?.rawValue ?? (because.places.isEmpty ? "no source" : "no stated basis")
    return .init(
      lead, words, source: Sentence(parts.joined(separator: ", "), to: reference), basis: basis,
      firmness: because.firmness)
  }
}

extension [Evidence] {
  /// How firm the basis is.
  var firmness: Figure.Chain.Firmness {
    switch basis {
    case .said, .reported: .stated
    case .inferred: .inferred
    case .assumed: .assumed
    case nil: places.isEmpty ? .assumed : .unstated
    }
  }
}

extension Labels {
  /// The short name that the case gives to what stands in a row, if it gives one.
  func written(_ row: Row) -> String? {
    let id = row.id.split(separator: ".").last.map { String($0) } ?? row.id
    for actor in subject.document.actors where row.id.hasPrefix("\(actor.id).") {
      if let option = actor.options.first(where: { $0.id == id }) { return option.short?.printable }
    }
    return subject.document.joint.first { $0.id == row.id }?.short?.printable
  }

  /// An actor in a picture.
  func party(_ actor: Int, _ names: Names) -> Figure.Party {
    Figure.Party(tags[actor], names.actor(actor), place: actor)
  }

  /// Several actors at once.
  func parties(_ actors: [Int], _ names: Names) -> Figure.Party {
    if actors.count == 1, let only = actors.first { return party(only, names) }
    let letters = actors.count <= 3 ? actors.map { tags[$0] }.joined(separator: " ") : "\u{2026}"
    return Figure.Party(letters, names.actors(actors), place: nil)
  }
}
