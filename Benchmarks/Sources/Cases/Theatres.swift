public import Entente

/// Copies of one conflict that have one actor in common: what it takes is taken in all of them at once, and it wants
/// what it wants in each, wish by wish.
public struct Theatres {
  /// As a value that engines take.
  public let conflict: Conflict

  /// So many copies of a conflict in option form whose actors have statements.
  public init(_ single: Conflict, count: Int, sharing shared: Int) {
    // Where each option of each copy has come to stand.
    var options: [Option] = []
    var places = [[Int]](repeating: [], count: count)
    for copy in 0..<count {
      for option in single.options {
        if copy > 0, option.actor == shared {
          places[copy].append(places[0][places[copy].count])
          continue
        }
        places[copy].append(options.count)
        let actor = Self.place(of: option.actor, in: copy, sharing: shared, among: single.actors.count)
        options.append(Option(id: "\(option.id)-\(copy)", actor: actor, direction: option.direction))
      }
    }
    var actors: [Conflict.Actor] = []
    for copy in 0..<count {
      for (index, actor) in single.actors.enumerated() where copy == 0 || index != shared {
        let copies = index == shared ? Array(0..<count) : [copy]
        var wishes: [Condition] = []
        for statement in actor.wishes {
          for copy in copies {
            let wish = single.rewritten(statement, places[copy])
            if !wishes.contains(wish) { wishes.append(wish) }
          }
        }
        actors.append(Conflict.Actor(id: "\(actor.id)-\(copy)", preference: .statements(wishes)))
      }
    }
    var (rules, requirements): ([Condition], [TakeRequirement]) = ([], [])
    for copy in 0..<count {
      let levels = single.levelOptions.flatMap { level in
        zip(level.thresholds, level.thresholds.dropFirst()).map {
          Condition.implies(.taken(places[copy][$1]), .taken(places[copy][$0]))
        }
      }
      for rule in levels + single.rules.map({ single.rewritten($0, places[copy]) })
      where !rules.contains(rule) {
        rules.append(rule)
      }
      for requirement in single.requirements {
        let moved = TakeRequirement(
          option: places[copy][requirement.option],
          needs: single.rewritten(requirement.needs, places[copy]))
        if !requirements.contains(moved) { requirements.append(moved) }
      }
    }
    conflict = Conflict(actors: actors, options: options, rules: rules, requirements: requirements)
  }

  /// Which actor it is that stands at a place in one copy: those of the first copy come first, then the others of
  /// each further one.
  private static func place(of actor: Int, in copy: Int, sharing shared: Int, among count: Int) -> Int {
    if copy == 0 || actor == shared || actor < 0 { return actor }
    return count + (copy - 1) * (count - 1) + (actor < shared ? actor : actor - 1)
  }
}

extension Conflict.Actor {
  fileprivate var wishes: [Condition] {
    if case .statements(let wishes) = preference { wishes } else { [] }
  }
}

extension Conflict {
  /// A condition about options at other places, with terms and events written out.
  fileprivate func rewritten(_ condition: Condition, _ places: [Int]) -> Condition {
    let each = { (parts: [Condition]) in parts.map { self.rewritten($0, places) } }
    switch condition {
    case .constant: return condition
    case .taken(let option): return .taken(places[option])
    case .event(let event): return .constant(events[event].holds)
    case .term(let term): return rewritten(terms[term], places)
    case .state(let state):
      return .all(
        options.indices.map { state.takes($0) ? .taken(places[$0]) : .not(.taken(places[$0])) })
    case .not(let part): return .not(rewritten(part, places))
    case .all(let parts): return .all(each(parts))
    case .any(let parts): return .any(each(parts))
    case .implies(let one, let other): return .implies(rewritten(one, places), rewritten(other, places))
    case .iff(let one, let other): return .iff(rewritten(one, places), rewritten(other, places))
    case .count(let bound, let number, let parts): return .count(bound, number, each(parts))
    }
  }
}
