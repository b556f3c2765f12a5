import SourceModel
import SwiftParsing
import Testing

@testable import Fixes

/// An import goes where a reader would put it, and only when it is missing.
struct ImportInsertionTests {
    @Test(arguments: [
        ("import Foundation\n", "import Dispatch\nimport Foundation\n"),
        ("import A\nimport Foundation\n", "import A\nimport Dispatch\nimport Foundation\n"),
        ("import A // why\nfunc f() {}\n", "import A // why\nimport Dispatch\nfunc f() {}\n"),
        ("import A", "import A\nimport Dispatch\n"),
        ("// About the file.\n\nfunc f() {}\n", "// About the file.\n\nimport Dispatch\n\nfunc f() {}\n"),
        ("/// About f.\nfunc f() {}\n", "import Dispatch\n\n/// About f.\nfunc f() {}\n"),
        ("#!/usr/bin/swift\n\nf()\n", "#!/usr/bin/swift\n\nimport Dispatch\n\nf()\n"),
        ("", "import Dispatch\n\n"),
        ("import struct Dispatch.DispatchTime\n", "import struct Dispatch.DispatchTime\nimport Dispatch\n"),
    ])
    func theLineStandsInItsPlace(before: String, after: String) throws {
        let target = target(before)
        let rewrite = try #require(ImportInsertion.rewrite(of: "Dispatch", in: target))
        let text = try #require(Edits.apply([rewrite], to: target.text))
        #expect(String(decoding: text, as: UTF8.self) == after)
    }

    @Test(arguments: ["import Dispatch\n", "@preconcurrency import Dispatch\n", "import Foundation\n"])
    func anImportThatBringsTheModuleIsEnough(text: String) {
        #expect(ImportInsertion.rewrite(of: "Dispatch", satisfying: ["Foundation"], in: target(text)) == nil)
    }

    @Test func aModuleOfSomePlatformsIsImportedWhereItExists() throws {
        let target = target("import Foundation\n\nfunc f() {}\n")
        let rewrite = try #require(
            ImportInsertion.rewrite(of: "FoundationNetworking", isConditional: true, in: target))
        let text = try #require(Edits.apply([rewrite], to: target.text))
        #expect(
            String(decoding: text, as: UTF8.self) == """
                import Foundation
                #if canImport(FoundationNetworking)
                    import FoundationNetworking
                #endif

                func f() {}

                """)
        let again = self.target(String(decoding: text, as: UTF8.self))
        #expect(ImportInsertion.rewrite(of: "FoundationNetworking", isConditional: true, in: again) == nil)
    }

    private func target(_ text: String) -> FixTarget {
        let bytes = Array(text.utf8)
        return FixTarget(path: "a.swift", text: bytes, tree: ParsedFile.parse(bytes).tree, module: ModuleFacts())
    }
}
