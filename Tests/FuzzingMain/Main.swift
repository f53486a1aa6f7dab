import Fuzzing

@main struct Main {
  static func main() { FuzzProgram.main() }
}
