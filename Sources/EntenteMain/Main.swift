import CommandLine

@main
enum Main {
  static func main() {
    Program.main()
  }
}
