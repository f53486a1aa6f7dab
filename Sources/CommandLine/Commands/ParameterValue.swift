internal import ArgumentParser
import CaseFile
import Questions

/// Any name as a key.
struct Key: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init(stringLiteral value: String) { stringValue = value }
  init?(intValue: Int) { nil }
}

/// A parameter with what the parser read for it.
struct ParameterValue {
  let parameter: Parameter
  private let value: Value

  private enum Value {
    case flag(Flag<Bool>)
    case one(Option<String?>)
    case several(Option<[String]>)
    case place(Argument<String?>)
  }

  init(_ parameter: Parameter) {
    self.parameter = parameter
    let help = parameter.argumentHelp
    let name = NameSpecification.customLong(parameter.name)
    let completion = parameter.completion
    if parameter.isPositional {
      value = .place(Argument(help: help, completion: completion))
    } else if case .flag = parameter.kind {
      value = .flag(Flag(wrappedValue: false, name: name, help: help))
    } else if parameter.isRepeated {
      value = .several(Option(wrappedValue: [], name: name, help: help, completion: completion))
    } else {
      value = .one(Option(name: name, help: help, completion: completion))
    }
  }

  init(_ parameter: Parameter, from container: KeyedDecodingContainer<Key>) throws {
    self.parameter = parameter
    let key = Key(stringValue: parameter.name)
    if parameter.isPositional {
      value = .place(try container.decode(Argument<String?>.self, forKey: key))
    } else if case .flag = parameter.kind {
      value = .flag(try container.decode(Flag<Bool>.self, forKey: key))
    } else if parameter.isRepeated {
      value = .several(try container.decode(Option<[String]>.self, forKey: key))
    } else {
      value = .one(try container.decode(Option<String?>.self, forKey: key))
    }
  }

  /// What the parser looks at.
  var wrapper: Any {
    switch value {
    case .flag(let flag): flag
    case .one(let option): option
    case .several(let option): option
    case .place(let argument): argument
    }
  }

  /// What was given, as arguments of the question.
  var given: [(name: String, value: String)] {
    let texts: [String] =
      switch value {
      case .flag(let flag): flag.wrappedValue ? [""] : []
      case .one(let option): option.wrappedValue.map { [$0] } ?? []
      case .several(let option): option.wrappedValue
      case .place(let argument): argument.wrappedValue.map { [$0] } ?? []
      }
    return texts.map { (name: parameter.name, value: $0) }
  }
}

extension [ParameterValue] {
  /// The cases that arguments name.
  var namedCases: [String] {
    var paths: [String] = []
    for parameter in self where parameter.parameter.kind == .file {
      paths += parameter.given.map(\.value)
    }
    return paths
  }

  /// The texts that arguments name; some are read only later, or never.
  var namedTexts: [String] {
    var paths: [String] = []
    for parameter in self where parameter.parameter.kind == .namedFile {
      paths += parameter.given.compactMap { Assignment($0.value)?.value }
    }
    return paths
  }
}

extension Parameter {
  /// What the parser is told of it.
  var argumentHelp: ArgumentHelp {
    ArgumentHelp("\(fullHelp)", discussion: more ?? "", valueName: value.isEmpty ? nil : value)
  }

  /// What a shell may complete it with.
  var completion: CompletionKind? {
    if case .file = kind { return .file(extensions: CaseFiles.endings) }
    return words.isEmpty ? nil : .list(words)
  }
}
