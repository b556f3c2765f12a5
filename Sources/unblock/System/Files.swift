#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that the command itself touches; sources and reports belong to other modules.
///
/// Every function may block.
enum Files {
    /// No source text is larger; what is larger is a mistake or an attack.
    static let sizeLimit = 256 << 20

    /// Standard input to its end.
    static func readStandardInput() throws -> [UInt8] {
        do {
            return try Descriptors.readToEnd(STDIN_FILENO, limit: sizeLimit)
        } catch {
            throw CommandFailure(
                "standard input could not be read (\(error.reason))", remedy: "pipe one Swift file into unblock")
        }
    }

    /// Writes a file that must not exist yet.
    ///
    /// - Returns: `false`, and nothing was changed, when it does exist.
    static func create(_ path: String, with text: String) throws -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0, errno == EEXIST { return false }
        guard descriptor >= 0 else { throw unwritable(path, Descriptors.Failure(number: errno)) }
        defer { close(descriptor) }
        do {
            try Descriptors.write(text.utf8, to: descriptor)
            return true
        } catch {
            unlink(path)
            throw unwritable(path, error)
        }
    }

    /// Whether this process may run the file.
    static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

    private static func unwritable(_ path: String, _ failure: Descriptors.Failure) -> CommandFailure {
        CommandFailure(
            "'\(path)' could not be written (\(failure.reason))", remedy: "check the folder, its permissions and space")
    }
}
