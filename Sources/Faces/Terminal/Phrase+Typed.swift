internal import Documents

extension Phrase {
  /// The words at a prompt: where they point to arguments, these as one types them.
  var typed: String {
    switch reference {
    case .again(let arguments): arguments.map { $0.typed }.joined(separator: " ")
    case .parameter(let name): Argument(name).typed
    default: text
    }
  }
}

extension Argument {
  /// The argument as it stands in a command.
  var typed: String {
    let option = name.isEmpty ? [] : [("--" + name).shellQuoted]
    return (option + (value.isEmpty ? [] : [value.shellQuoted])).joined(separator: " ")
  }
}
