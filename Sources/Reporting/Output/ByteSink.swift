/// Where the bytes of a report go. Used by one writer at a time.
package protocol ByteSink: AnyObject {
    /// Takes the next bytes, all of them; the buffer is valid during the call only.
    func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError)
}

/// Keeps a report in memory.
package final class MemorySink: ByteSink {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Collects small pieces of text into large writes.
///
/// Remembers the first error and drops what comes after it, so that formatters read straight down; `finish` must be
/// called at the end and throws that error.
package final class BufferedOutput {
    private let sink: any ByteSink
    private var buffer: [UInt8] = []
    private var failure: ReportError?
    private static let capacity = 1 << 16

    package init(_ sink: any ByteSink) {
        self.sink = sink
        buffer.reserveCapacity(Self.capacity)
    }

    package func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.capacity { flush() }
    }

    package func finish() throws(ReportError) {
        flush()
        if let failure { throw failure }
    }

    private func flush() {
        if failure == nil {
            do throws(ReportError) {
                try buffer.withUnsafeBufferPointer { bytes throws(ReportError) in
                    try sink.write(UnsafeRawBufferPointer(bytes))
                }
            } catch {
                failure = error
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
