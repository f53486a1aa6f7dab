#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// What Ctrl-C does.
///
/// The first one asks the work to stop, which it does within a few milliseconds;
/// should something not listen, a timer ends the process after 0.4 seconds. The
/// second ends it at once. Files replace their older versions in one step, so none
/// is ever half written; a long text that is printed as it is made may be.
enum Interruption {
  private static let count = Atomic<Int>(0)

  /// How long the work may take to stop, in microseconds.
  private static let patience: Int = 400_000

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// Starts to listen. Also stops a closed pipe from killing the process.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // Touched here so that the handler finds it initialised.
    _ = count.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Interruption.arrived() }
    }
    signal(SIGALRM) { _ in _exit(130) }
    // Whoever started the program may have held these signals back, and a new
    // process inherits that.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM, SIGALRM] { sigaddset(&wanted, number) }
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  private static func arrived() {
    guard count.add(1, ordering: .relaxed).oldValue == 0 else { _exit(130) }
    var timer = itimerval()
    timer.it_value.tv_usec = .init(patience)
    #if canImport(Glibc)
      setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    #else
      setitimer(ITIMER_REAL, &timer, nil)
    #endif
  }

  /// Runs the body with the signals held back; they arrive afterwards.
  static func hold(_ body: () -> Void) {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGALRM] { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    body()
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
