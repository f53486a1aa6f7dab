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
    switch about.shape {
    case .one: self = .one(OptionGroup())
    case .several: self = .several(OptionGroup())
    case .pair: self = .pair(OptionGroup())
    case .files: self = .files(OptionGroup())
    }
  }

  /// What the parser read.
  init<Key: CodingKey>(
    _ about: QuestionTable.About, from container: KeyedDecodingContainer<Key>, at key: Key
  ) throws {
    switch about.shape {
    case .one: self = .one(try container.decode(OptionGroup<CaseArguments>.self, forKey: key))
    case .several: self = .several(try container.decode(OptionGroup<CaseListArguments>.self, forKey: key))
    case .pair: self = .pair(try container.decode(OptionGroup<CasePairArguments>.self, forKey: key))
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
  /// What its arguments are like.
  fileprivate enum Shape { case one, several, pair, files }

  fileprivate var shape: Shape {
    if kind == .files { return .files }
    if most == 1 { return .one }
    return isChangeable ? .several : .pair
  }

  /// How what it is about is written after the command's name.
  var usage: String {
    switch shape {
    case .one: "<case>"
    case .several: least > 1 ? "<case> <cases> ..." : "<cases> ..."
    case .pair: "<case> <other>"
    case .files: "<files> ..."
    }
  }
}
