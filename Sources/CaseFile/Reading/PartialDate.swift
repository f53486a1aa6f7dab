/// Dates of which the day, or the day and the month, may be left out.
package enum PartialDate {
  /// Whether it is a year, a month or a day of the calendar.
  package static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
    guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return false }
    let numbers = parts.map { Int($0)! }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2, !(1...days(in: numbers[1], of: numbers[0])).contains(numbers[2]) { return false }
    return true
  }

  /// Why a text is no date.
  package static func refusal(of text: String) -> String {
    "a day is YYYY-MM-DD, or a month YYYY-MM or a year YYYY, not '\(text)'"
  }

  /// The first day that the date, which must be valid, covers.
  static func firstDay(of text: String) -> Day {
    let numbers = text.split(separator: "-").map { Int($0)! }
    return Day(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1)
  }

  /// The last day that the date, which must be valid, covers.
  static func lastDay(of text: String) -> Day {
    let numbers = text.split(separator: "-").map { Int($0)! }
    let month = numbers.count > 1 ? numbers[1] : 12
    return Day(
      year: numbers[0], month: month,
      day: numbers.count > 2 ? numbers[2] : days(in: month, of: numbers[0]))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// A day of the calendar; the later is the greater.
struct Day: Comparable, Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// What comes after the day and before all later ones; it need not be in the
  /// calendar.
  var next: Day { Day(year: year, month: month, day: day + 1) }

  /// The day as it is written in a case.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".utf8.count)) + "\(number)"
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
