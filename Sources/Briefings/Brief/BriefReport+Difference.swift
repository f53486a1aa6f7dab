internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// What becomes of the present and the outcomes where something is otherwise.
extension BriefReport {
  /// So many of the situations that the present may be are told of one by one.
  private static let mostPresents = 3

  /// What would be otherwise, as clauses; empty where nothing that has a name would be.
  func difference(to outlook: Outlook) -> Sentence {
    if outlook.count == 0 { return now.count == 0 ? "" : "nothing would last" }
    var parts = fates(in: outlook)
    let outcomes = now.lasting.indices.filter { outlook.lasting.indices.contains($0) }
    let gained = outcomes.filter { !now.lasting[$0] && outlook.lasting[$0] }.map { names.outcome($0) }
    let lost = outcomes.filter { now.lasting[$0] && !outlook.lasting[$0] }.map { names.outcome($0) }
    if !gained.isEmpty {
      parts.append("\(Prose.list(gained, atMost: 3)) could last\(now.count == 0 ? "" : ", too")")
    }
    if !lost.isEmpty { parts.append("\(Prose.list(lost, atMost: 3)) could not last any more") }
    if let after = outlook.unnamed, let before = now.unnamed, after != before {
      let which = subject.outcomes.isEmpty ? "" : " that no outcome names"
      let instead: Sentence = before == 0 ? "" : " instead of \(Prose.grouped(before))"
      parts.append(
        after == 0
          ? "no situation\(which) could last any more"
          : "\(Prose.count(after, "situation"))\(which) could last\(instead)")
    }
    return parts.joined(separator: "; ")
  }

  /// What becomes of a situation that the present may be.
  private enum Fate: Equatable {
    case lasts
    case isLeft(by: [Int])
    case cannotBe
  }

  /// What would become of each situation that the present may be, where that is otherwise than now.
  private func fates(in outlook: Outlook) -> [Sentence] {
    var fates: [(fate: Fate, presents: [Int])] = []
    for (index, (before, after)) in zip(now.leaving, outlook.leaving).enumerated() {
      guard let fate = Self.fate(after, before: before) else { continue }
      if let known = fates.firstIndex(where: { $0.fate == fate }) {
        fates[known].presents.append(index)
      } else {
        fates.append((fate, [index]))
      }
    }
    return fates.map { fate, presents in
      let who = present(presents)
      return switch fate {
      case .lasts: "\(who) would last"
      case .isLeft(let actors): "\(who) would not last, since \(names.actors(actors)) would leave it"
      case .cannotBe: "\(who) could not be"
      }
    }
  }

  private static func fate(_ after: [Int]?, before: [Int]?) -> Fate? {
    guard let before else { return nil }
    guard let after else { return .cannotBe }
    if before.isEmpty == after.isEmpty { return nil }
    return after.isEmpty ? .lasts : .isLeft(by: after)
  }

  /// Some of the situations that the present may be, within a sentence.
  private func present(_ indices: [Int]) -> Sentence {
    let all = names.presents
    if all.count == 1 { return "the present" }
    if indices.count == all.count { return "the present, whichever it is," }
    if indices.count > Self.mostPresents {
      return
        "\(Prose.grouped(indices.count)) of the \(Prose.grouped(all.count)) situations that the present may be"
    }
    return "the present \(Prose.list(indices.map { names.variant(all[$0]) }, "or"))"
  }
}
