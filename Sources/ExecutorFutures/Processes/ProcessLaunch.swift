#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a new process is given: its program, words, environment, and the only descriptors that it inherits.
struct ProcessLaunch {
    /// A path; it is not searched for in `PATH`.
    var executable: String
    /// `argv`, the program's own name first.
    var words: [String]
    /// `NAME=value` each.
    var environment: [String]
    /// Which of this process's descriptors the child gets as its descriptor 3.
    var thirdDescriptor: Int32?

    /// The environment of this process, with some variables replaced or added.
    static func inheritedEnvironment(adding variables: [String: String]) -> [String] {
        #if canImport(Darwin)
            let block = _NSGetEnviron().pointee
        #else
            let block: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
        #endif
        var entries: [String] = []
        var next = block
        while let entry = next?.pointee {
            let text = String(cString: entry)
            let name = text.prefix { $0 != "=" }
            if variables[String(name)] == nil { entries.append(text) }
            next = next?.successor()
        }
        return entries + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// Starts the process, in a process group of its own.
    ///
    /// Standard input is `/dev/null`; output and errors are this process's. Signals are set to their defaults and none is
    /// blocked. A group of its own keeps the terminal's Ctrl-C, which goes to the whole group of this process, away
    /// from the child: the parent decides when its children end.
    ///
    /// `posix_spawn` and not `fork`: between `fork` and `exec` a process with threads may call next to nothing, and the
    /// Swift runtime is not on that list.
    func start() throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }

        // The third descriptor first: if this process runs without standard input, it may have the number 0 here.
        if let thirdDescriptor { posix_spawn_file_actions_adddup2(&actions, thirdDescriptor, 3) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)

        var noSignals = sigset_t()
        var allSignals = sigset_t()
        sigemptyset(&noSignals)
        sigfillset(&allSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setsigdefault(&attributes, &allSignals)
        posix_spawnattr_setpgroup(&attributes, 0)
        var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        #if canImport(Darwin)
            for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
                posix_spawn_file_actions_addinherit_np(&actions, descriptor)
            }
            flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
            let lastInherited = thirdDescriptor == nil ? STDERR_FILENO : 3
            // Looked up by name, because neither musl nor glibc before 2.34 has it. Without it the child inherits what
            // this process has opened without O_CLOEXEC, as children of any program do.
            if let address = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") {
                _ = unsafeBitCast(address, to: CloseFrom.self)(&actions, lastInherited + 1)
            }
        #endif
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let argv = CStringArray(words)
        let envp = CStringArray(environment)
        var pid: pid_t = 0
        let code = posix_spawn(&pid, executable, &actions, &attributes, argv.pointers, envp.pointers)
        guard code == 0 else { throw SystemError(call: "starting '\(executable)'", code: code) }
        return pid
    }

    #if !canImport(Darwin)
        private typealias CloseFrom =
            @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
    #endif
}

/// Copies of strings as C wants a list of them, freed with it.
private struct CStringArray: ~Copyable {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}
