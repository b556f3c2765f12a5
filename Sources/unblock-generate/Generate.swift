import Foundation
import RuleCatalogue

/// `swift run unblock-generate [--check] [ROOT]`: writes everything that is made from `rules/`.
///
/// With `--check` nothing is written; exit status 1 says that a file is not as it would be written.
@main
struct Generate {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isCheck = arguments.contains("--check")
        arguments.removeAll { $0 == "--check" }
        guard arguments.count <= 1, arguments.first?.hasPrefix("-") != true else {
            stop("usage: unblock-generate [--check] [ROOT]", status: 2)
        }
        let root = URL(fileURLWithPath: arguments.first ?? FileManager.default.currentDirectoryPath)
        do {
            let sources = try CatalogueSources(root: root)
            let files = GeneratedFiles(sources)
            let stale = try files.stale(below: root)
            if !isCheck {
                try files.write(below: root, stale)
            } else if !stale.isEmpty {
                let list = stale.map(\.path).joined(separator: ", ")
                stop("unblock: error: not as `rules/` says: \(list): run `swift run unblock-generate`", status: 1)
            }
        } catch let error as InvalidFile {
            stop(error.problems.map { "unblock: error: \($0)" }.joined(separator: "\n"), status: 2)
        } catch {
            stop(
                "unblock: error: \(root.path) has no readable `rules/`: run in the folder of Package.swift, or name it",
                status: 2)
        }
    }

    private static func stop(_ message: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(status)
    }
}
