import Foundation

/// What a command line came to.
public struct Outcome: Sendable {
  /// The exit status, or nil after a signal.
  public var status: Int32?
  /// Standard output.
  public var output: String
  /// Standard error.
  public var errors: String
  /// In seconds.
  public var seconds: Double

  /// An outcome.
  public init(status: Int32?, output: String, errors: String, seconds: Double) {
    self.status = status
    self.output = output
    self.errors = errors
    self.seconds = seconds
  }
}

extension Outcome {
  /// The exit statuses that are documented.
  public static let allowed: Set<Int32> = [0, 1, 2, 3, 64, 130]

  /// What is wrong with the outcome of a command line, whatever its input.
  public func faults(of arguments: [String], within limit: Double) -> [String] {
    var faults: [String] = []
    if let status {
      if !Self.allowed.contains(status) { faults.append("exit status \(status)") }
    } else {
      faults.append("ended by a signal")
    }
    if seconds > limit { faults.append("took \(Int(seconds)) s") }
    if isJSONAsked(arguments), !output.isEmpty, !Self.isJSON(output) { faults.append("broken JSON") }
    if isLinesAsked(arguments), !output.split(separator: "\n").allSatisfy({ Self.isJSON(String($0)) }) {
      faults.append("a broken line of JSON")
    }
    if let status, status != 0, status != 130, output.isEmpty, errors.isEmpty, !arguments.contains("--quiet")
    {
      faults.append("exit status \(status) without a word")
    }
    if status == 2, !isJSONAsked(arguments), !(errors + output).contains("error") {
      faults.append("status 2 and no error named")
    }
    for text in [output, errors] where !isWritingCase(arguments) {
      if let scalar = text.unicodeScalars.first(where: Self.isInvisible) {
        faults.append("prints the invisible character U+\(String(scalar.value, radix: 16, uppercase: true))")
      }
    }
    return faults
  }

  private func isJSONAsked(_ arguments: [String]) -> Bool {
    if arguments.contains("--json") { return true }
    guard let index = arguments.firstIndex(where: { $0 == "--format" || $0 == "--to" }) else { return false }
    // 'convert' tells of wrong input on standard error, whatever it writes.
    return index + 1 < arguments.count && arguments[index + 1] == "json"
  }

  private func isLinesAsked(_ arguments: [String]) -> Bool {
    guard let index = arguments.firstIndex(of: "--format") else { return false }
    return index + 1 < arguments.count && arguments[index + 1] == "jsonl" && status != 2
  }

  /// Whether what is printed is a text for programs, which says what the case says.
  private func isWritingCase(_ arguments: [String]) -> Bool {
    ["convert", "new", "merge", "cite"].contains(arguments.first) || isJSONAsked(arguments)
      || arguments.contains("csv") || arguments.contains("jsonl") || arguments.contains("dot")
  }

  static func isJSON(_ text: String) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])) != nil
  }

  /// Whether a terminal would obey the character, or show it as nothing.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
