import ExecutorFutures
import LanguageServerProtocol

/// What waits to be written, one whole message after another; sending never waits.
///
/// When the client does not read, messages stay here, and the session takes no new ones until there is room: so nothing
/// is lost, and memory is bounded by what the messages that are being handled may still say.
final class Outbox: Sendable {
    /// Messages that may wait before no new ones are taken.
    private static let capacity = 1_000

    private let messages = AsyncQueue<[UInt8]>(name: "messages to the client")
    private let room = AsyncEvent(isSet: true, name: "room for messages")

    func send(_ bytes: [UInt8]) {
        // The queue is unbounded, and refuses only after the end, when nobody reads any more.
        _ = try? messages.tryPut(bytes)
        if messages.count >= Self.capacity { room.clear() }
    }

    nonisolated(nonsending) func waitForRoom() async throws { try await room.wait() }

    /// What is there is still written.
    func finish() { _ = messages.finish() }

    /// Writes until `finish`, or until the client has closed its end.
    nonisolated(nonsending) func drain(into writer: StreamWriter) async {
        while let bytes = try? await messages.take() {
            if messages.count < Self.capacity / 2 { room.set() }
            guard (try? await writer.write(bytes)) != nil else {
                // Nobody reads any more; the end of the input will end the session.
                _ = messages.finish(discarding: true)
                break
            }
        }
        room.set()
        try? await writer.flush()
    }

    /// For what the client cannot be told, because the stream to it is out of step.
    nonisolated(nonsending) func logToStandardError(_ line: String) async {
        let writer = try? EventLoop.current?.standardError()
        try? await writer?.write(line + "\n")
        try? await writer?.flush()
    }
}
