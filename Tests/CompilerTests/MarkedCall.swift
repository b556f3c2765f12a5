import Analysis
import RuleCatalogue
import TestSupport

/// One call of `fixtures/compiler`, and what its comment says about it.
struct MarkedCall: Hashable, CustomStringConvertible {
    enum Mark: Hashable {
        /// `// api: <declaration>`, as the catalogue spells it.
        case api(String)
        /// `// harmless: <why>`: cannot block, whatever the compiler says.
        case harmless
        /// `// known-miss: <declaration> - <why>`: blocks, and is not reported yet.
        case knownMiss
    }

    var place: Place
    var mark: Mark
    var code: String

    /// A line of a file, whose path is relative to `fixtures/compiler`.
    struct Place: Hashable {
        var file: String
        /// 1-based.
        var line: Int
    }

    var description: String { "fixtures/compiler/\(place.file):\(place.line): \(code)" }

    /// All marked calls, in the order of the files.
    static func all(in fixture: Fixture) -> [MarkedCall] {
        fixture.files.flatMap { file in
            file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
                Mark(line).map { mark in
                    let code = String(line.drop { $0 == " " })
                    return MarkedCall(place: Place(file: file.path, line: index + 1), mark: mark, code: code)
                }
            }
        }
    }
}

extension MarkedCall.Mark {
    fileprivate init?(_ line: Substring) {
        func text(after mark: String) -> String? { line.range(of: mark).map { String(line[$0.upperBound...]) } }
        if let declaration = text(after: "// api: ") {
            self = .api(declaration)
        } else if text(after: "// harmless: ") != nil {
            self = .harmless
        } else if text(after: "// known-miss: ") != nil {
            self = .knownMiss
        } else {
            return nil
        }
    }
}

/// The least confidence at which a direct call of a declaration is reported, or that it never is.
enum Reporting: Hashable {
    case byDefault
    case onlyAsPossible
    /// Does not block, or blocks only through the closure that it runs.
    case never

    /// What the catalogue promises; `nil` when it does not have the declaration.
    init?(promisedFor declaration: String) {
        let entries = Catalogue.builtIn.libraries.flatMap(\.effects).filter { $0.declaration.text == declaration }
        guard !entries.isEmpty else { return nil }
        let reported = entries.filter { $0.blocks && !$0.scope }
        if reported.isEmpty {
            self = .never
        } else {
            self = reported.allSatisfy { $0.confidence == .possible } ? .onlyAsPossible : .byDefault
        }
    }
}
