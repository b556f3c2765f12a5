#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Reporting

/// Standard output: the report, and nothing else.
enum StandardOutput {
    /// Writes everything, or nothing more when the reader has gone away: a closed pipe is not an error.
    ///
    /// May block.
    static func write(_ bytes: some Collection<UInt8>) throws {
        do {
            try Descriptors.write(bytes, to: STDOUT_FILENO)
        } catch  where error.isClosedPipe {
            return
        } catch {
            throw CommandFailure(
                "standard output could not be written (\(error.reason))", remedy: "check where it is redirected to")
        }
    }

    static func write(_ text: String) throws { try write(text.utf8) }

    static var isTerminal: Bool { Descriptors.isTerminal(STDOUT_FILENO) }

    /// The width of the terminal; `nil` when there is none.
    static var columns: Int? { Descriptors.columns(STDOUT_FILENO) }

    /// For writers of reports; as `write`, so a reader that goes away ends the report quietly.
    final class Sink: ByteSink {
        private var isClosed = false

        func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
            if isClosed { return }
            guard let failure = Descriptors.failure(writing: bytes, to: STDOUT_FILENO) else { return }
            isClosed = true
            if failure.isClosedPipe { return }
            throw ReportError(
                "standard output could not be written (\(failure.reason))", advice: "check where it is redirected to")
        }
    }
}
