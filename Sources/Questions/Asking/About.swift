internal import CaseFile
package import ConflictModel
internal import Stability

extension QuestionTable {
  /// What a question is about: how many cases or files, and whether anything in them can be
  /// changed for it. Commands, requests, their schema and their refusals all go by it.
  public struct About: Sendable, Hashable {
    /// In what way the question wants them.
    public enum Kind: Sendable, Hashable {
      /// Read already: a case that is wrong is no case.
      case cases
      /// As files that ought to be cases: what is wrong with them is part of the answer.
      case files
    }

    /// In what way the question wants them.
    public let kind: Kind
    /// The fewest.
    public let least: Int
    /// The most; nil for as many as there are.
    public let most: Int?
    /// Whether events, days and profiles can be chosen for the question.
    public let isChangeable: Bool

    private init(_ kind: Kind = .cases, least: Int, most: Int?, isChangeable: Bool = true) {
      (self.kind, self.least, self.most, self.isChangeable) = (kind, least, most, isChangeable)
    }

    /// One case.
    public static var oneCase: About { About(least: 1, most: 1) }

    /// Several cases, at least so many.
    public static func cases(least: Int) -> About { About(least: least, most: nil) }

    /// Two cases as they are written, whatever holds and whoever they are about.
    public static var twoCases: About { About(least: 2, most: 2, isChangeable: false) }

    /// Files that ought to be cases, one or more.
    public static var files: About { About(.files, least: 1, most: nil, isChangeable: false) }
  }

  /// What is wrong with asking about so many cases, or nil.
  package func fault(ofCases count: Int) -> ArgumentFault? {
    if count < about.least {
      let message = "there is \(count == 0 ? "no" : Self.words(count)) case\(count > 1 ? "s" : "")"
      let isNearly = about.least == 2 && count == 1
      return ArgumentFault(
        count == 0 ? message : message + " only", nil,
        hint: isNearly
          ? "name the case to \(word) it with" : "'\(word)' is about \(Self.words(about.least)) or more")
    }
    guard let most = about.most, count > most else { return nil }
    let cases = "\(Self.words(most)) case\(most > 1 ? "s" : "")"
    return ArgumentFault("'\(word)' is about \(cases), and this is another one", nil)
  }

  /// What is wrong with choosing events, days and profiles for the question, or nil.
  package var faultOfChanges: ArgumentFault? {
    if about.isChangeable { return nil }
    return ArgumentFault(
      "'\(word)' takes cases as they are written, without given, on and profiles", nil)
  }

  private static func words(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : "\(count)"
  }
}

extension Question {
  /// The answer about a subject, which is refused when it is none that the question's table allows.
  package func answer(checking subject: Subject, _ work: Work) throws(Failure) -> Answer {
    if let fault = Self.table.fault(ofCases: subject.cases.count + subject.files.count) {
      throw .argument(fault.message, hint: fault.hint)
    }
    if subject.isChanged, let fault = Self.table.faultOfChanges {
      throw .argument(fault.message, hint: fault.hint)
    }
    do throws(Failure) { return try answer(about: subject, work) } catch {
      throw Self.needsNoList
        ? error
        : error.unlistable("'\(Self.table.word)'", remedy: nil, (try? subject.meaning(work))?.conflict, work)
          ?? error
    }
  }

  private static var needsNoList: Bool { table.needsNoList }
}

extension Failure {
  /// That a case has more states than any program lists, where that is why something ended: to allow more memory or
  /// states is then no advice. Nil where it ended for another reason.
  package func unlistable(_ what: String, remedy: String?, _ conflict: Conflict?, _ work: Work) -> Failure? {
    guard case .limit(let limit, let document) = self, let conflict else { return nil }
    switch limit {
    case .states, .memoryNeeded: break
    case .searchNodes, .time, .memory, .interrupted: return nil
    }
    guard let count = (try? conflict.stateSet(memory: work.freeBytes, control: work.telling))??.count,
      count > Work.mostListable
    else { return nil }
    return .bound(
      Bound(
        kind: .listedStates, count: count, most: Work.mostListable,
        words: "\(what) goes through the states one by one, and this case has \(count)", remedy: remedy),
      document)
  }
}
