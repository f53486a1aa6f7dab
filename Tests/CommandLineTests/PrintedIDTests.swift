import Foundation
import Testing

@testable import CommandLine

/// Ids are told apart by their case, so a report that capitalises one names another.
@Suite("Ids stand in reports as they are written") struct PrintedIDTests {
  /// No word of the program begins with a z.
  static let listed = """
    entente: 1
    events:
      zwar: {holds: no, resolves: A vote}
      zboom: {holds: yes}
    states: {zstate1: One, zstate2: {}, zstate3: {}, zstate4: Four}
    actors:
      zrow:
        moves: {zstate1: [zstate2], zstate2: [zstate3, {to: zstate1, if: zwar}]}
        ranking: [zstate3, zstate2, [zstate1, zstate4]]
        profiles: {zbold: {ranking: [zstate1, zstate2, zstate3, zstate4]}}
      zcol:
        moves: {zstate3: [{to: zstate4, if: zboom}], zstate4: [zstate3], zstate2: [zstate1]}
        ranking: [zstate4, zstate3, zstate2, zstate1]
    status_quo: zstate1
    outcomes: {zend: {when: zstate4 or zstate3}}
    """

  static let options = """
    entente: 1
    events: {zwar: {holds: no, resolves: A vote}, zboom: {holds: yes}}
    actors:
      zrow:
        options: {zhit: {}, zrun: {}}
        prefers: [not zcol.zbid if zwar, {that: zhit iff zcol.zbid, sure: no}, zrun if zboom]
        profiles: {zbold: {prefers: [zhit, not zcol.zbid]}}
        declares: [{if: zcol.zbid, then: zhit}]
        perceives: {events: {zwar: {holds: yes}}}
      zcol: {options: {zbid: {}, zask: {}}, prefers: [not zrow.zhit, zbid, zask iff zrow.zrun]}
    rules: [not (zrow.zrun and zcol.zask) or zwar]
    status_quo: [zrow.zrun]
    outcomes: {zend: {when: zrow.zhit and zcol.zbid}}
    """

  static let questions = [
    ["solve", "CASE"], ["solve", "CASE", "--all-states"], ["show", "CASE"], ["show", "CASE", "states"],
    ["show", "CASE", "moves"], ["show", "CASE", "preferences"], ["paths", "CASE"],
    ["paths", "CASE", "--to", "zend"], ["paths", "CASE", "--by", "moves"], ["coalitions", "CASE"],
    ["compare", "CASE", "OTHER"], ["merge", "CASE", "OTHER"], ["require", "CASE"],
    ["require", "CASE", "--outcome", "zend"], ["sensitivity", "CASE"], ["doubts", "CASE"],
    ["grid", "CASE"], ["grid", "CASE", "--concept", "nash"], ["hypergame", "CASE"], ["words", "CASE"],
    ["observe", "CASE", "OTHER"], ["explain", "CASE", "--concept", "all"],
    ["explain", "CASE", "--state", "4", "--concept", "all"], ["check", "CASE"],
  ]

  @Test("whatever is asked", arguments: questions)
  func asWritten(arguments: [String]) throws {
    try TestFolders.withScratchFolder { folder in
      for text in [Self.listed, Self.options] {
        let other =
          text.replacing("zboom: {holds: yes}", with: "zboom: {holds: no}")
          .replacing("zcol:", with: "zcool:").replacing("zcol.", with: "zcool.")
        for (name, text) in [("case", text), ("other", other)] {
          try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
        }
        let line = arguments.map {
          ["CASE": folder.path + "/case.yaml", "OTHER": folder.path + "/other.yaml"][$0] ?? $0
        }
        let result = Recorder.run(line)
        let told = result.output + result.errors
        #expect(result.status != .usage && !told.isEmpty, "\(told)")
        #expect(told.firstMatch(of: /\bZ[a-z]\w*/) == nil, "\(told)")
      }
    }
  }
}
