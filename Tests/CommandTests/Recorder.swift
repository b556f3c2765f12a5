import Synchronization

/// Remembers the texts that it is given, from any thread.
final class Recorder: Sendable {
    private let recorded = Mutex<[String]>([])

    var texts: [String] { recorded.withLock { $0 } }

    func add(_ text: String) { recorded.withLock { $0.append(text) } }
}
