internal import ArgumentParser
import Questions

/// What a command is about, as its question wants it.
enum SubjectArguments {
  case one(OptionGroup<CaseArguments>)
  case several(OptionGroup<CaseListArguments>)
  case pair(OptionGroup<CasePairArguments>)
  case files(OptionGroup<FileArguments>)

  /// Arguments that nothing was read for yet.
  init(_ about: QuestionTable.About) {
    switch about {
    case .oneCase: self = .one(OptionGroup())
    case .cases: self = .several(OptionGroup())
    case .twoCases: self = .pair(OptionGroup())
    case .files: self = .files(OptionGroup())
    }
  }

  /// What the parser read.
  init<Key: CodingKey>(
    _ about: QuestionTable.About, from container: KeyedDecodingContainer<Key>, at key: Key
  ) throws {
    switch about {
    case .oneCase: self = .one(try container.decode(OptionGroup<CaseArguments>.self, forKey: key))
    case .cases: self = .several(try container.decode(OptionGroup<CaseListArguments>.self, forKey: key))
    case .twoCases: self = .pair(try container.decode(OptionGroup<CasePairArguments>.self, forKey: key))
    case .files: self = .files(try container.decode(OptionGroup<FileArguments>.self, forKey: key))
    }
  }

  /// What the parser looks at.
  var wrapper: Any {
    switch self {
    case .one(let group): group
    case .several(let group): group
    case .pair(let group): group
    case .files(let group): group
    }
  }

  /// The files that are named.
  var paths: [String] {
    switch self {
    case .one(let group): [group.wrappedValue.path]
    case .several(let group): group.wrappedValue.paths
    case .pair(let group): [group.wrappedValue.first, group.wrappedValue.second]
    case .files(let group): group.wrappedValue.paths
    }
  }

  /// What a command for a further question names as the case: the first where there are several.
  var name: String { paths.first ?? "CASE" }

  /// Reads what the question is about, where it is not read later; `others` are cases that
  /// its arguments name.
  func subject(naming others: [String], in session: Session) throws(Failure) -> Subject {
    switch self {
    case .one(let group): try session.subject(group.wrappedValue)
    case .several(let group): try session.subject(group.wrappedValue)
    case .pair(let group): try session.subject(group.wrappedValue, naming: others)
    case .files(let group): try session.subject(group.wrappedValue)
    }
  }
}

extension QuestionTable.About {
  /// How what it is about is written after the command's name.
  var usage: String {
    switch self {
    case .oneCase: "<case>"
    case .cases(let least): least > 1 ? "<case> <cases> ..." : "<cases> ..."
    case .twoCases: "<case> <other>"
    case .files: "<files> ..."
    }
  }
}
