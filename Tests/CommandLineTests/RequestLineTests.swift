import CaseFile
import CommandLine
import Testing

/// `entente ask --lines`: a program on the other end may wait for a reply before it asks again.
@Suite("Requests by line") struct RequestLineTests {
  @Test("each request is answered before the next is read") func streams() {
    let recorder = Recorder()
    var environment = recorder.environment()
    environment.inputLines = { take in
      for count in 1...3 {
        let isWanted = take(Array("{\"none-\(count)\": 1}".utf8))
        let replies = recorder.output.split(separator: "\n")
        #expect(isWanted && replies.count == count && replies.last!.contains("none-\(count)"))
      }
      return .init("it is gone")
    }
    #expect(Program.run(["ask", "--lines"], in: environment) == .done)
    let last = recorder.output.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("{\"status\":2") && last.contains("cannot read standard input: it is gone"))
  }

  @Test("nothing more is answered once nobody reads") func broken() {
    let recorder = Recorder()
    var environment = recorder.environment()
    environment.print = { _ in .nobodyReads }
    environment.inputLines = { take in
      #expect(!take(Array("{}".utf8)))
      return nil
    }
    _ = Program.run(["ask", "--lines"], in: environment)
  }
}
