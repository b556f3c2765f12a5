import Foundation
import RuleCatalogue
import SourceModel

/// What the generator reads: the files of `rules/`, and the example of each rule.
package struct CatalogueSources {
    /// In order of their ids.
    package let rules: [RuleEntry]
    /// In order of their file names, with the part of the file name in front of `.yaml`.
    package let libraries: [(stem: String, library: EffectLibrary)]
    /// Swift code by the rule's id.
    package let examples: [RuleID: String]

    /// - Parameter root: the folder of Package.swift.
    /// - Throws: `InvalidFile` with everything that is wrong in any file.
    package init(root: URL) throws {
        var problems: [FileProblem] = []
        var rules: [RuleEntry] = []
        for file in try Self.yamlFiles(root, "rules") {
            do {
                rules.append(try RuleEntry.decode(yaml: file.text, path: file.path))
            } catch {
                problems += error.problems
            }
        }
        let ids = Set(rules.map(\.id))
        var libraries: [(stem: String, library: EffectLibrary)] = []
        for file in try Self.yamlFiles(root, "rules/effects") {
            do {
                let library = try EffectLibrary.decode(yaml: file.text, path: file.path, rules: ids)
                libraries.append((file.stem, library))
            } catch {
                problems += error.problems
            }
        }
        if !problems.isEmpty { throw InvalidFile(problems) }
        self.rules = rules.sorted { $0.id < $1.id }
        self.libraries = libraries
        var examples: [RuleID: String] = [:]
        for id in ids {
            let page = root.appendingPathComponent("fixtures/rules/\(id.rawValue)/page.swift")
            examples[id] = try? String(contentsOf: page, encoding: .utf8)
        }
        self.examples = examples
    }

    private struct SourceFile {
        /// From the root.
        var path: String
        var stem: String
        var text: String
    }

    private static func yamlFiles(_ root: URL, _ folder: String) throws -> [SourceFile] {
        let url = root.appendingPathComponent(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted().map { name in
            let text = try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
            return SourceFile(path: "\(folder)/\(name)", stem: String(name.dropLast(5)), text: text)
        }
    }
}
