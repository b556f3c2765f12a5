import ProgramModel
import RuleCatalogue
import SwiftParsing
import Testing

/// Programs that are made from another one share what is known of types.
struct RelinkingTests {
    /// Only the edited text asks what `Log` inherits, and so meets types that no text names; the next program that is
    /// made from the first one is told the same.
    @Test func typesThatOneEditLeadsToAreKnownAfterTheNext() throws {
        let before = file("import Foundation\nfinal class Log: FileHandle {}\nfunc use(_ log: Log) {}")
        let after = file("import Foundation\nfinal class Log: FileHandle {}\nfunc use(_ log: Log) { log.unheardOf() }")
        let program = Program(files: [before], catalogue: .builtIn)
        let known = program.index.nominals.count
        for _ in 0..<2 {
            let edited = try #require(Program(relinking: [0: after], in: program))
            let call = CallReference(0, CallID(0))
            #expect(edited.resolver.resolve(call).confidence == .possible)
            #expect(edited.index.nominals.count > known)
            #expect(program.index.nominals.count == edited.index.nominals.count)
        }
    }

    private func file(_ text: String) -> ProgramFile {
        let summary = SummaryCollector.collect(ParsedFile.parse(Array(text.utf8)))
        return ProgramFile(path: "Test.swift", module: "Test", summary: summary)
    }
}
