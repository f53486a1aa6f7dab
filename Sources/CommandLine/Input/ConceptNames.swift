import CaseFile
import ConflictModel

extension NameList {
  /// The concepts named, each once, in the order of `Concept.allCases`; all of
  /// them for `all`.
  func concepts() throws(Failure) -> [Concept] {
    let known = Concept.allCases.map(\.rawValue)
    var chosen: Set<Concept> = []
    for name in names {
      if name.lowercased() == "all" {
        chosen.formUnion(Concept.allCases)
      } else if let concept = Concept(rawValue: name.lowercased()) {
        chosen.insert(concept)
      } else {
        throw .argument(
          "no solution concept is called '\(name)'",
          hint: Suggestion.hint(for: name, among: known + ["all"], called: "concepts"))
      }
    }
    return Concept.allCases.filter(chosen.contains)
  }

  /// The one concept named.
  func onlyConcept() throws(Failure) -> Concept {
    let concepts = try concepts()
    if concepts.count == 1 { return concepts[0] }
    throw .argument("one concept is asked about at a time", hint: "name one, such as seq")
  }

  /// The actors named, each once, in the order of the case.
  func actors(of conflict: Conflict) throws(Failure) -> [Int] {
    let ids = conflict.actors.map(\.id)
    var chosen: Set<Int> = []
    for name in names {
      chosen.insert(try Self.actor(name, among: ids))
    }
    return chosen.sorted()
  }

  static func actor(_ name: String, among ids: [String]) throws(Failure) -> Int {
    if let index = ids.firstIndex(of: name) { return index }
    throw .argument(
      "no actor is called '\(name)'", hint: Suggestion.hint(for: name, among: ids, called: "actors"))
  }
}

extension [Concept] {
  /// Those that the conflict's form defines.
  ///
  /// - Throws: A failure when it defines none of them.
  func defined(in conflict: Conflict) throws(Failure) -> [Concept] {
    let defined = filter { $0.isDefined(in: conflict.form) }
    if !defined.isEmpty { return defined }
    throw .argument(
      "'\(self[0].rawValue)' is not defined for a case with 'states'", hint: "every other concept is")
  }
}
