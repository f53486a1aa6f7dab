import ArgumentParser
import Cases
import Entente
import Foundation

/// Measures cases of more states than can be listed, and whether the engine is chosen well.
struct SetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sets", abstract: "Time solving by sets of states, and the choice of an engine.")

  @ArgumentParser.Option(help: "Give a concept up after so many seconds.")
  var most = 40.0

  @ArgumentParser.Option(help: "The folder with the catalog.")
  var catalog = "Catalog"

  /// A size of the structured family, and what its concepts may take, in seconds; without an end where they may be
  /// given up.
  private struct Size {
    var options: Int
    var actors: Int
    var wishes: Int
    var target: Target
  }

  /// What `nash`, `gmr` and `smr` may take together, and `seq` and `sseq` each.
  private typealias Target = (plain: Double, credible: Double)

  private static let sizes = [
    Size(options: 24, actors: 4, wishes: 12, target: (0.05, 1)),
    Size(options: 40, actors: 5, wishes: 12, target: (0.1, 15)),
    Size(options: 40, actors: 5, wishes: 20, target: (0.3, 30)),
    Size(options: 60, actors: 6, wishes: 12, target: (0.1, 15)),
    Size(options: 60, actors: 8, wishes: 12, target: (0.1, 15)),
    Size(options: 60, actors: 8, wishes: 30, target: (2, .infinity)),
  ]
  private static let seeds: [UInt64] = [1, 3]

  func run() throws {
    print("| case | seed | states | nash, gmr, smr | sseq | seq | certificate of seq | targets |")
    print("|---|---:|---:|---:|---:|---:|---:|---|")
    for size in Self.sizes {
      for seed in Self.seeds {
        let structured = StructuredCase(
          options: size.options, actors: size.actors, wishes: size.wishes, seed: seed)
        row("\(size.options)/\(size.actors)/\(size.wishes)", "\(seed)", structured.conflict, size.target)
      }
    }
    for seed in Self.seeds {
      let random = RandomCase(.cube(optionCount: 24, actorCount: 4), seed: seed, wishes: .statements(20))
      row("random 24/4/20", "\(seed)", random.conflict, (0.2, 5))
    }
    try joined()
    print()
    print("| case | seed | auto | taken | best by name | times as long | target |")
    print("|---|---:|---:|---|---|---:|---|")
    for options in [14, 16, 18, 20, 22] {
      for seed in Self.seeds {
        let structured = StructuredCase(options: options, actors: 4, wishes: 12, seed: seed)
        choice("\(options)/4/12", seed, structured.conflict)
      }
    }
    for row in Row.all where row.isQuick && row.concepts.count > 3 {
      for seed in Self.seeds { choice(row.name, seed, row.randomCase(seed: seed).conflict) }
    }
  }

  /// Five copies of the flagship with one of its actors in common.
  private func joined() throws {
    let flagship = try Case(CaseDocument(reading: "\(catalog)/flagship/arms-for-ukraine.yaml")).conflict
    for (actor, target) in [("washington", 1.0), ("seoul", 2), ("moscow", 1)] {
      guard let shared = flagship.actors.firstIndex(where: { $0.id == actor }) else { continue }
      let conflict = Theatres(flagship, count: 5, sharing: shared).conflict
      row("five flagships at \(actor), \(conflict.options.count) options", "", conflict, (0.3, target))
    }
  }

  /// Solves by sets, stopping after the most seconds; nil where that was too long.
  private func seconds(
    _ conflict: Conflict, _ concepts: [Concept], _ engine: Engine? = .symbolic, within limit: Double? = nil
  ) -> (seconds: Double, solution: Solution)? {
    let (start, end) = (ContinuousClock.now, ContinuousClock.now + .seconds(limit ?? most))
    let solution = conflict.solve(
      SolveRequest(concepts: concepts, engine: engine),
      control: Control.allCores.stopping { ContinuousClock.now > end ? .time(milliseconds: 0) : nil })
    let time = (ContinuousClock.now - start) / .seconds(1)
    return solution.limit == nil ? (time, solution) : nil
  }

  private func row(_ name: String, _ seed: String, _ conflict: Conflict, _ target: Target) {
    let plain = seconds(conflict, [.nash, .gmr, .smr])
    let credible = [Concept.sseq, .seq].map { seconds(conflict, [$0])?.seconds }
    let text = { (time: Double?) in time.map { Text.seconds($0) } ?? "> \(Int(most)) s" }
    let isMet =
      (plain?.seconds ?? .infinity) <= target.plain
      && credible.allSatisfy { $0 ?? .infinity <= target.credible }
    let longest = plain.map { Text.seconds(certificates($0.solution)) } ?? ""
    let states = plain.map { Text.count($0.solution.states.count) } ?? ""
    print(
      "| \(name) | \(seed) | \(states) | \(text(plain?.seconds)) | \(text(credible[0])) | \(text(credible[1])) | \(longest) | \(isMet ? "met" : "missed") |"
    )
  }

  /// The longest of some certificates.
  private func certificates(_ solution: Solution) -> Double {
    return (1...4).map { part in
      let position = solution.states.count / 5 * part
      let start = ContinuousClock.now
      for actor in solution.conflict.actors.indices {
        _ = solution.certificate(.seq, actor: actor, position: position)
      }
      return (ContinuousClock.now - start) / .seconds(1)
    }.max() ?? 0
  }

  /// The engine that is taken beside each by name, of three runs each the shortest.
  private func choice(_ name: String, _ seed: UInt64, _ conflict: Conflict) {
    let concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]
    func least(_ engine: Engine?, within limit: Double) -> (seconds: Double, solution: Solution)? {
      guard var best = seconds(conflict, concepts, engine, within: limit) else { return nil }
      for _ in 0..<2 {
        if let again = seconds(conflict, concepts, engine, within: limit), again.seconds < best.seconds {
          best = again
        }
      }
      return best
    }
    guard let auto = least(nil, within: most) else { return }
    // Whoever takes longer than what was taken is none to compare with.
    let named = [Engine.dense, .sparse, .symbolic].compactMap { (engine: Engine) in
      least(engine, within: 2 * auto.seconds).map { (engine: engine.rawValue, seconds: $0.seconds) }
    }
    guard let best = named.min(by: { $0.seconds < $1.seconds }) else { return }
    let ratio = auto.seconds / best.seconds
    print(
      "| \(name) | \(seed) | \(Text.seconds(auto.seconds)) | \(auto.solution.engine.rawValue) | \(best.engine), \(Text.seconds(best.seconds)) | \(Text.times(ratio)) | \(ratio <= 1.5 ? "met" : "missed") |"
    )
  }
}

extension Control {
  /// The same with somebody else who may say stop.
  fileprivate func stopping(_ shouldStop: @escaping @Sendable () -> Limit?) -> Control {
    var control = self
    control.shouldStop = shouldStop
    return control
  }
}
