import Foundation
import ProgramModel
import Testing

/// The invariants, over real Swift files: those of this repository, its fixtures, and whatever `UNBLOCK_CORPUS` names.
struct InvariantTests {
    @Test func holdForEveryFile() throws {
        let paths = RealFiles.paths
        try #require(paths.count > 50)
        for path in paths {
            guard let bytes = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else { continue }
            // Generated files say nothing new and take long to parse in debug builds.
            guard bytes.count < 40_000 else { continue }
            let violations = onDeepStack {
                Invariants.violations(in: summary(of: bytes), length: bytes.count)
            }
            #expect(violations.isEmpty, "\(path): \(violations)")
        }
    }
}

/// Swift files that the tests may read.
enum RealFiles {
    static var paths: [String] {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        var folders = ["Sources", "Tests", "fixtures"].map { root.appendingPathComponent($0).path }
        if let corpus = ProcessInfo.processInfo.environment["UNBLOCK_CORPUS"] { folders.append(corpus) }
        return folders.flatMap { folder in
            (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
        }.sorted()
    }
}
