#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs measurements of the Python program beside this package, each in a process of its own.
struct PythonPeer: Sendable {
    var python: String
    var script: String

    init(_ options: BenchmarkOptions) {
        python = options.python
        script = options.peers
    }

    /// Blocks until Python is done.
    /// - Returns: what it has measured, one value for each line; `nil` where Python, or what it needs, is not installed.
    func measure(_ name: String, _ arguments: [Int]) -> Latencies? {
        let command = ([python, script, name] + arguments.map(String.init)).joined(separator: " ")
        guard let output = popen(command + " 2>/dev/null", "r") else { return nil }
        var values: [Double] = []
        var line = [CChar](repeating: 0, count: 64)
        while fgets(&line, Int32(line.count), output) != nil { values.append(strtod(line, nil)) }
        return pclose(output) == 0 && !values.isEmpty ? Latencies(values) : nil
    }
}
