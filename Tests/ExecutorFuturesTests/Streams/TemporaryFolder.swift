#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A folder of a test's own, with a short path, gone with all that is in it when the test is over.
enum TemporaryFolder {
    static func use(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/streams-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(number: Int(errno)) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { remove(path) }
        try body(path)
    }

    /// The names in a folder.
    static func contents(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { name in
                String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        for name in contents(of: path) { unlink(path + "/" + name) }
        rmdir(path)
    }
}
