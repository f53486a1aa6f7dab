package import ConflictModel

/// A value that those who share out a loop change one at a time.
///
///     let found = Shared(Found(), control)
///     control.forEach(count) { index in
///       …
///       found.change { $0.count += 1 }
///     }
///     found.value.count
package final class Shared<Value>: @unchecked Sendable {
  private var current: Value
  private let oneAtATime: @Sendable (() -> Void) -> Void

  /// Such a value for the loops of a control.
  package init(_ value: Value, _ control: Control) {
    current = value
    oneAtATime = control.oneAtATime
  }

  /// Changes the value, or looks at it, while nobody else does.
  package func change<Result>(_ body: (inout Value) -> Result) -> Result {
    var result: Result?
    oneAtATime { result = body(&current) }
    guard let result else { preconditionFailure("the body was not called") }
    return result
  }

  /// The value as it is.
  package var value: Value { change { $0 } }
}
