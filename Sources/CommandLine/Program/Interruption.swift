#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import Synchronization

/// What Ctrl-C does, and other signals that end the program.
///
/// The first one asks the work to stop, which it does within a few milliseconds;
/// should something not listen, a timer ends the process after 0.4 seconds. The
/// second ends it at once. All ways say that the answer is not whole. Files replace their older versions in one step, so none
/// is ever half written, and the draft of one is removed however the program ends; a
/// long text that is printed as it is made may be cut.
enum Interruption {
  private static let count = Atomic<Int>(0)
  /// The signal that came first; 0 for none.
  private static let first = Atomic<Int32>(0)
  /// Whether a file grew beyond what the process may write.
  private static let isTooLarge = Atomic<Bool>(false)

  /// Whether something was printed, which then is not all.
  private static let hasPrinted = Atomic<Bool>(false)
  /// Whether it was said how the command ended.
  private static let isSettled = Atomic<Bool>(false)
  /// Whether a person may see a line of progress, which another line has to take away.
  private static let isOnTerminal = Atomic<Bool>(false)

  /// How long the work may take to stop, in microseconds.
  private static let patience: Int = 400_000

  /// Signals that ask for a stop.
  private static let asking = [SIGINT, SIGTERM, SIGHUP]
  /// Signals that end the process at once, as they do by default.
  private static let ending = [SIGQUIT, SIGXCPU]

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// How a process ends that was stopped: 128 and the number of the signal.
  static var status: Int32 {
    let number = first.load(ordering: .relaxed)
    return 128 + (number == 0 ? SIGINT : number)
  }

  /// How a process ends that may not write a file so large; nil when none was.
  static var statusOfLimit: Int32? { isTooLarge.load(ordering: .relaxed) ? 128 + SIGXFSZ : nil }

  /// Starts to listen. Also stops a closed pipe from killing the process.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    isOnTerminal.store(isatty(STDERR_FILENO) == 1, ordering: .relaxed)
    // Touched here so that the handlers find it initialised.
    _ = (isRequested, status, statusOfLimit, draftFolder.load(ordering: .relaxed), draftName)
    _ = (hasPrinted.load(ordering: .relaxed), isSettled.load(ordering: .relaxed))
    for number in asking { listen(to: number, unlessIgnored: number == SIGHUP) { Interruption.arrived($0) } }
    for number in ending { listen(to: number, unlessIgnored: true) { Interruption.end(by: $0) } }
    signal(SIGXFSZ) { _ in Interruption.isTooLarge.store(true, ordering: .relaxed) }
    signal(SIGALRM) { _ in Interruption.leave() }
    // Whoever started the program may have held these signals back, and a new
    // process inherits that.
    var wanted = all
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  /// What was started so that it outlives its terminal goes on to ignore the end of it.
  private static func listen(
    to number: Int32, unlessIgnored keeps: Bool, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    let before = signal(number, handler)
    if keeps, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(number, SIG_IGN)
    }
  }

  private static var all: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in asking + ending + [SIGALRM] { sigaddset(&set, number) }
    return set
  }

  /// Runs the body with the signals held back; they arrive afterwards.
  static func hold(_ body: () -> Void) {
    var held = all
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &held, &before)
    body()
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Notes that something is printed.
  static func printing() { hasPrinted.store(true, ordering: .relaxed) }

  /// Notes that the command has said how it ended.
  static func settle() { isSettled.store(true, ordering: .relaxed) }

  // MARK: What the handlers do, which may come at any moment

  private static func arrived(_ number: Int32) {
    _ = first.compareExchange(expected: 0, desired: number, ordering: .relaxed)
    guard count.add(1, ordering: .relaxed).oldValue == 0 else { leave() }
    var timer = itimerval()
    timer.it_value.tv_usec = .init(patience)
    #if canImport(Glibc)
      setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    #else
      setitimer(ITIMER_REAL, &timer, nil)
    #endif
  }

  private static func leave() -> Never {
    removeDraft()
    if !isSettled.load(ordering: .relaxed) {
      if isOnTerminal.load(ordering: .relaxed) { complain("\r\u{1B}[2K") }
      complain(
        hasPrinted.load(ordering: .relaxed)
          ? "entente: interrupted, what is written is not all\n" : "entente: interrupted, nothing written\n")
    }
    _exit(status)
  }

  /// Writes on standard error, unless that would have to wait for somebody.
  private static func complain(_ text: StaticString) {
    var place = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&place, 1, 0) == 1 else { return }
    _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  private static func end(by number: Int32) {
    removeDraft()
    signal(number, SIG_DFL)
    raise(number)
  }

  // MARK: The draft of a file

  /// The folder of the draft that is being written, open; -1 for none.
  private static let draftFolder = Atomic<Int32>(-1)
  /// Its name, as the system takes it.
  private nonisolated(unsafe) static let draftName = UnsafeMutablePointer<CChar>.allocate(capacity: 64)

  /// Remembers a draft, to be removed should the program end. Called with the signals held back.
  static func draft(isMade name: String, in folder: Int32) {
    let bytes = name.utf8.prefix(63)
    for (index, byte) in bytes.enumerated() { draftName[index] = CChar(bitPattern: byte) }
    draftName[bytes.count] = 0
    draftFolder.store(folder, ordering: .releasing)
  }

  /// Forgets the draft. Called with the signals held back.
  static func draftIsGone() {
    draftFolder.store(-1, ordering: .releasing)
  }

  private static func removeDraft() {
    let folder = draftFolder.load(ordering: .acquiring)
    if folder >= 0 { unlinkat(folder, draftName, 0) }
  }
}
