import SourceModel

/// The texts that the sample findings are in.
enum SampleSources {
    static let text: [String: [UInt8]] = [
        "Sources/App/Downloader.swift": Array(
            """
            import Foundation

            actor Downloader {
                func fetch(_ url: URL) async throws -> Data {
                    Thread.sleep(forTimeInterval: 0.2)
                    let config = try Config.load()
                    return try await session.data(from: url, config)
                }
            }

            """.utf8),
        "Sources/App/Config.swift": Array(
            """
            struct Config {
                static func load() throws -> Config {
                    try Config(text: readText(at: path))
                }
            }

            func readText(at path: URL) throws -> String {
                String(decoding: try Data(contentsOf: path), as: UTF8.self)
            }

            """.utf8),
        // Tabs, wide characters, emoji before the call, and CR LF.
        "Sources/App/Wide.swift": Array(
            """
            func 挨拶() {
            \tTask {
            \t\tlet 名前 = "👩‍👩‍👧‍👦 世界 e\u{301}"; gate.wait()
            \t}
            }
            @MainActor func refresh() {
            \tif manager.fileExists(atPath: "/x") { }
            }

            """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8),
    ]

    /// Where `code` first occurs.
    static func place(of code: String, in file: String) -> (SourceRange, start: SourcePosition, end: SourcePosition) {
        let bytes = text[file] ?? []
        let needle = Array(code.utf8)
        let offset = bytes.indices.first { bytes[$0...].starts(with: needle) } ?? 0
        let range = SourceRange(offset, offset + needle.count)
        let lines = LineTable(bytes)
        return (range, lines.position(of: range.start), lines.position(of: range.end))
    }
}
