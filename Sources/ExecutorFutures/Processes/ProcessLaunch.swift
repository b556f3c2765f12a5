import CEventLoop

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a new process is given: its program, words, environment, and the only descriptors that it inherits.
struct ProcessLaunch {
    /// A path, or a name without a slash, which is searched for in this process's `PATH`.
    var executable: String
    /// `argv`, the program's own name first.
    var words: [String]
    /// `NAME=value` each.
    var environment: [String]
    /// Which of this process's descriptors the child gets as its descriptor 3.
    var thirdDescriptor: Int32?
    var input = StandardStream.null
    var output = StandardStream.inherited
    var errors = StandardStream.inherited
    /// `nil` means this process's.
    var workingDirectory: String?
    /// Whether the child leads a process group of its own. That keeps the terminal's Ctrl-C, which goes to the whole
    /// group of this process, away from it: the parent decides when its children end. It also lets a signal reach
    /// everything that the child has started. But a child that reads from the terminal must be in its parent's group.
    var leadsGroup = true

    /// What the child gets as one of its first three descriptors.
    enum StandardStream {
        case null
        /// This process's own.
        case inherited
        /// Any other one of this process; or, for the errors, the child's own output.
        case descriptor(Int32)
    }

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

    /// Starts the process. Signals are set to their defaults and none is blocked.
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
        for (number, stream) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
            switch stream {
            case .null: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
            case .descriptor(let other): posix_spawn_file_actions_adddup2(&actions, other, number)
            case .inherited:
                #if canImport(Darwin)
                    posix_spawn_file_actions_addinherit_np(&actions, number)
                #endif
            }
        }
        if let workingDirectory { _ = event_loop_spawn_in_folder(&actions, workingDirectory) }

        var noSignals = sigset_t()
        var allSignals = sigset_t()
        sigemptyset(&noSignals)
        sigfillset(&allSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setsigdefault(&attributes, &allSignals)
        posix_spawnattr_setpgroup(&attributes, 0)
        var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        if leadsGroup { flags |= POSIX_SPAWN_SETPGROUP }
        #if canImport(Darwin)
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
        let code = posix_spawnp(&pid, executable, &actions, &attributes, argv.pointers, envp.pointers)
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
