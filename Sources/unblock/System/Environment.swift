#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the process was started with; the only place that reads environment variables.
enum Environment {
    /// The value of a variable; `nil` when it is unset or empty.
    static subscript(name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Whether the locale's characters are Unicode's, as `setlocale` would find it.
    static var understandsUnicode: Bool {
        let locale = Environment["LC_ALL"] ?? Environment["LC_CTYPE"] ?? Environment["LANG"] ?? ""
        return locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    }

    /// Makes a folder that nobody else can write to, and that nobody removes but the system.
    static func makeTemporaryDirectory() throws -> String {
        let parent = Environment["TMPDIR"] ?? "/tmp"
        var template = Array((parent + "/unblock-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw CommandFailure("no folder can be made in \(parent)", remedy: "set TMPDIR")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The working directory, without a trailing slash unless it is the root.
    static func workingDirectory() throws -> String {
        guard let path = getcwd(nil, 0) else {
            throw CommandFailure("the working directory is gone", remedy: "change to a folder that exists")
        }
        defer { free(path) }
        return String(cString: path)
    }
}
