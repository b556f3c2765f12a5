import ProgramModel
import RuleCatalogue
import SwiftParsing
import Testing

/// Programs that are made from another one share what is known of types.
struct RelinkingTests {
    /// No text names `NSObject`: who first asks what `Log` inherits finds it in the catalogue, and all others are told
    /// the same.
    @Test func whatOneProgramLearnsOfATypeTheNextIsTold() throws {
        let before = file("import Foundation\nfinal class Log: FileHandle {}\nfunc use(_ log: Log) {}")
        let after = file("import Foundation\nfinal class Log: FileHandle {}\nfunc use(_ log: Log) { log.unheardOf() }")
        let program = Program(files: [before], catalogue: .builtIn)
        #expect(!program.index.nominals.contains { $0.name == "NSObject" })
        for _ in 0..<2 {
            let edited = try #require(Program(relinking: [0: after], in: program))
            #expect(inherited(by: "Log", in: edited).prefix(3) == ["Log", "FileHandle", "NSObject"])
        }
        #expect(inherited(by: "Log", in: program).prefix(3) == ["Log", "FileHandle", "NSObject"])
    }

    private func inherited(by name: String, in program: Program) -> [String] {
        let types = program.index.nominals
        return types.indices.filter { types[$0].name == name }
            .flatMap { program.resolver.withSupertypes(NominalID($0)) }.map { program.index[$0].name }
    }

    private func file(_ text: String) -> ProgramFile {
        let summary = SummaryCollector.collect(ParsedFile.parse(Array(text.utf8)))
        return ProgramFile(path: "Test.swift", module: "Test", summary: summary)
    }
}
