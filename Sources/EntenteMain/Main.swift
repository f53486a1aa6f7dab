import CommandLine

@main
enum Main {
  static func main() {
    EntenteCommand.start()
  }
}
