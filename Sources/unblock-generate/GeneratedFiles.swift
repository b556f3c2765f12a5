import Foundation
import RuleCatalogue

/// All files that are made from `rules/`, and how they differ from those on disk.
package struct GeneratedFiles {
    /// Contents by path from the root.
    package let contents: [String: String]

    /// Folders whose files are all generated: what the generator does not know there is removed.
    private static let ownFolders = ["Sources/RuleCatalogue/Generated", "docs/rules"]

    package init(_ sources: CatalogueSources) {
        var contents: [String: String] = [:]
        for file in SwiftTables.files(sources) {
            contents["Sources/RuleCatalogue/Generated/\(file.name)"] = file.text
        }
        for rule in sources.rules {
            contents["docs/rules/\(rule.id.rawValue).md"] = RulePage.text(rule, sources)
        }
        contents["docs/rules/README.md"] = RuleIndexPage.text(sources)
        contents["docs/apis.md"] = APIPage.text(sources)
        self.contents = contents
    }

    /// A file that is not as it should be.
    package struct Stale: Sendable, Hashable {
        package var path: String
        /// `nil` when there should be no such file.
        package var text: String?
    }

    /// Sorted by path.
    package func stale(below root: URL) throws -> [Stale] {
        var stale: [Stale] = []
        for (path, text) in contents {
            let present = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            if present != text { stale.append(Stale(path: path, text: text)) }
        }
        for folder in Self.ownFolders {
            let url = root.appendingPathComponent(folder)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            for name in names where !name.hasPrefix(".") && contents["\(folder)/\(name)"] == nil {
                stale.append(Stale(path: "\(folder)/\(name)", text: nil))
            }
        }
        return stale.sorted { $0.path < $1.path }
    }

    package func write(below root: URL, _ stale: [Stale]) throws {
        for file in stale {
            let url = root.appendingPathComponent(file.path)
            if let text = file.text {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url, options: .atomic)
            } else {
                try FileManager.default.removeItem(at: url)
            }
        }
    }
}
