import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The threads that share out loops: as many as the system grants, and the
/// caller's own.
///
///     Team.shared.forEach(count) { index in … }
///
/// Helpers are started for the first loop and wait for the next one. Where the
/// system makes no thread, as under `ulimit -u` or with little address space, the
/// caller does everything by itself. A loop inside a loop, or beside another one,
/// is done by its caller alone, so that nobody waits for anybody in a circle.
public final class Team: @unchecked Sendable {
  /// Starts a thread that runs the body; false when the system makes none.
  public typealias Spawner = @Sendable (_ body: @escaping @Sendable () -> Void) -> Bool

  /// A team for all processors that the process may use.
  public static let shared = Team(helpers: ProcessInfo.processInfo.activeProcessorCount - 1)

  private let wanted: Int
  private let spawn: Spawner
  private let lock = Lock()

  /// Held by whoever changes what a loop shares.
  private let turn = Mutex<Void>(())

  // What the lock guards.
  /// How many helpers there are; nil until the first loop.
  private var started: Int?
  /// Whether a loop is under way.
  private var isBusy = false
  private var loop: Loop?
  private var round: UInt64 = 0
  /// How many helpers have a part in the loop.
  private var atWork = 0

  /// A team of the caller and up to so many helpers.
  public init(helpers: Int, spawn: @escaping Spawner = Team.system) {
    wanted = max(helpers, 0)
    self.spawn = spawn
  }

  /// Calls the body once for each index below the count, perhaps several at a
  /// time, and returns when all are done.
  public func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard count > 1, begin() else {
      var index = 0
      while index < count {
        body(index)
        index += 1
      }
      return
    }
    withoutActuallyEscaping(body) { body in
      let loop = Loop(count: count, body: body)
      lock.hold {
        self.loop = loop
        round += 1
        lock.wakeAll()
      }
      loop.work()
      lock.hold {
        // Whoever wakes up from now on finds nothing to do.
        self.loop = nil
        while atWork > 0 { lock.wait() }
        isBusy = false
      }
      loop.end()
    }
  }

  /// Calls the body while no other such body runs.
  public func oneAtATime(_ body: () -> Void) {
    turn.withLock { _ in body() }
  }

  /// Whether helpers are free for a loop, which is then under way.
  private func begin() -> Bool {
    lock.hold {
      if isBusy { return false }
      let helpers = started ?? start()
      isBusy = helpers > 0
      return isBusy
    }
  }

  private func start() -> Int {
    var count = 0
    while count < wanted, spawn({ [self] in help() }) { count += 1 }
    started = count
    return count
  }

  /// What a helper does for as long as the process lives.
  private func help() {
    var seen: UInt64 = 0
    while true {
      let loop = lock.hold { () -> Loop in
        while true {
          if let loop = self.loop, round != seen {
            seen = round
            atWork += 1
            return loop
          }
          lock.wait()
        }
      }
      loop.work()
      lock.hold {
        atWork -= 1
        if atWork == 0 { lock.wakeAll() }
      }
    }
  }

  /// One loop: whoever works at it takes the next index until none is left.
  private final class Loop: @unchecked Sendable {
    private let count: Int
    private let next = Atomic<Int>(0)
    private var body: (@Sendable (Int) -> Void)?

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    @inline(never)
    func work() {
      guard let body else { return }
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }

    /// Lets go of the body, which must not outlive the loop.
    func end() {
      body = nil
    }
  }
}

extension Team {
  /// Threads of the system. They take no signals, which are the main thread's.
  public static let system: Spawner = { body in
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let start = Unmanaged.passRetained(Start(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(&thread, nil, { Start.run($0) }, start.toOpaque())
    #else
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          return Start.run(pointer)
        }, start.toOpaque())
    #endif
    if code != 0 {
      start.release()
      return false
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return true
  }

  /// What a new thread is to run.
  private final class Start: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }

    static func run(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }
  }

  /// A lock on which threads can wait.
  private final class Lock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(condition, nil)
    }

    deinit {
      pthread_mutex_destroy(mutex)
      pthread_cond_destroy(condition)
      mutex.deallocate()
      condition.deallocate()
    }

    func hold<Result>(_ body: () -> Result) -> Result {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      return body()
    }

    /// Gives the lock back until somebody wakes everybody.
    func wait() {
      pthread_cond_wait(condition, mutex)
    }

    func wakeAll() {
      pthread_cond_broadcast(condition)
    }
  }
}
