#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The git of this machine, found through `PATH`.
///
/// Both streams go to unlinked temporary files, so that neither can fill up while the other one is read.
package struct LocalGit: Git {
    package init() {}

    package func run(_ arguments: [String], in directory: String) throws(UsageProblem) -> GitOutput {
        guard let output = Self.scratchFile(), let message = Self.scratchFile() else {
            throw UsageProblem("no temporary file can be made for git's output: \(Self.reason(errno))")
        }
        defer {
            close(output)
            close(message)
        }
        let process = try start(["git", "-C", directory] + arguments, output: output, message: message)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        // As WIFEXITED and WEXITSTATUS, which Swift does not import.
        let exitStatus = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return GitOutput(
            status: exitStatus, output: Self.contents(output),
            message: String(decoding: Self.contents(message), as: UTF8.self))
    }

    private func start(_ arguments: [String], output: Int32, message: Int32) throws(UsageProblem) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, message, STDERR_FILENO)
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, "git", &actions, nil, pointers, environ)
        guard code == 0 else {
            throw UsageProblem("git cannot be started (\(Self.reason(code))): install git, or leave --since out")
        }
        return process
    }

    private static func scratchFile() -> Int32? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/unblock-git-XXXXXX").utf8CString)
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

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
