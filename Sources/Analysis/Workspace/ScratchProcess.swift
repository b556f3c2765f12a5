#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another program, run from start to end.
///
/// Both streams go to unlinked temporary files, so that neither can fill up while the other one is read.
package enum ScratchProcess {
    package struct Outcome: Sendable {
        /// The exit status; 128 and the signal's number for one that was killed.
        package var status: Int32
        package var output: [UInt8]
        package var errors: [UInt8]
    }

    package enum Failure: Error {
        case noTemporaryFile(Int32)
        case notStarted(Int32)
    }

    /// May block for as long as the program runs.
    ///
    /// - Parameters:
    ///   - program: a path, or a name that is searched for in `PATH`.
    ///   - words: the program's own name first.
    package static func run(_ program: String, _ words: [String]) throws(Failure) -> Outcome {
        guard let output = scratchFile() else { throw .noTemporaryFile(errno) }
        defer { close(output) }
        guard let errors = scratchFile() else { throw .noTemporaryFile(errno) }
        defer { close(errors) }
        let process = try start(program, words, output: output, errors: errors)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        // As WIFEXITED and WEXITSTATUS, which Swift does not import.
        let exitStatus = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return Outcome(status: exitStatus, output: contents(output), errors: contents(errors))
    }

    private static func start(
        _ program: String, _ words: [String], output: Int32, errors: Int32
    ) throws(Failure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &actions, nil, pointers, environ)
        guard code == 0 else { throw .notStarted(code) }
        return process
    }

    private static func scratchFile() -> Int32? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/unblock-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return nil }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private static func contents(_ descriptor: Int32) -> [UInt8] {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            while count < size {
                let received = pread(descriptor, base + count, size - count, off_t(count))
                if received < 0 && errno == EINTR { continue }
                if received <= 0 { break }
                count += received
            }
        }
    }

    /// The system's words for an error number.
    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
