import CaseFile
import CommandLine
import Synchronization
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

  /// A case with `2 ^ count` states.
  private func request(_ count: Int, _ rest: String = "") -> [UInt8] {
    let options = (0..<count).map { "o\($0): O" }.joined(separator: ", ")
    return Array(
      #"""
      {"question": "solve", "cases": [{"text": "entente: 1\nactors: {a: {options: {\#(options)}, prefers: [o0]}}"}]\#(rest)}
      """#.utf8)
  }

  @Test("each line has the whole time to itself, and none longer") func time() {
    let recorder = Recorder()
    var environment = recorder.environment()
    let clock = Mutex(0.0)
    let pace = Mutex(0.0)
    environment.seconds = {
      clock.withLock { now in
        now += pace.withLock { $0 }
        return now
      }
    }
    environment.inputLines = { take in
      for isSlow in [false, true, false] {
        // Nobody waits for an answer while none is asked for.
        clock.withLock { $0 += 3_600 }
        pace.withLock { $0 = isSlow ? 60 : 0 }
        _ = take(request(4))
        pace.withLock { $0 = 0 }
      }
      return nil
    }
    #expect(Program.run(["ask", "--lines", "--time", "10s"], in: environment) == .done)
    let replies = recorder.output.split(separator: "\n")
    #expect(replies.map { $0.dropFirst(10).first } == ["0", "3", "0"], "\(replies)")
  }

  @Test("what a request says of limits stays within the program's, on every line") func limits() {
    let recorder = Recorder()
    var environment = recorder.environment()
    environment.inputLines = { take in
      let limits = ["", #", "limits": {"states": 1000}"#, #", "limits": {"states": 16}"#]
      for limit in limits { _ = take(request(6, limit)) }
      _ = take(request(4, limits[2]))
      return nil
    }
    #expect(Program.run(["ask", "--lines", "--max-states", "32"], in: environment) == .done)
    let replies = recorder.output.split(separator: "\n").map { String($0) }
    #expect(replies.map { $0.contains("{\"status\":3") } == [true, true, true, false], "\(replies)")
    #expect(replies[1].contains(#"\"states\": 32"#) || replies[1].contains("32"))
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
