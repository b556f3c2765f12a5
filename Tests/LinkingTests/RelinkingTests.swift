import Foundation
import ProgramModel
import RuleCatalogue
import SwiftParsing
import TestSupport
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
            let edited = try Program(relinking: [0: after], in: program)
            #expect(inherited(by: "Log", in: edited).prefix(3) == ["Log", "FileHandle", "NSObject"])
        }
        #expect(inherited(by: "Log", in: program).prefix(3) == ["Log", "FileHandle", "NSObject"])
    }

    /// `middle` waits because of a function of the edited file, and the edited file calls it.
    @Test func whoRunsCodeOfTheEditedFileIsNamed() throws {
        let (before, after) = ("func low() { sleep(1) }", "func low() { usleep(1_000_000) }")
        let caller = "\nfunc top() async { middle() }"
        let middle = file("func middle() { low() }", "Middle.swift")
        let program = Program(files: [file(before + caller), middle], catalogue: .builtIn)
        #expect(waits(of: "top()", in: program) == ["sleep(_:)"])
        let edited = file(after + caller)
        #expect(throws: RelinkingObstacle.needs([1])) { try Program(relinking: [0: edited], in: program) }
        let both = try Program(relinking: [0: edited, 1: middle], in: program)
        #expect(waits(of: "top()", in: both) == ["usleep(_:)"])
    }

    @Test func aNewFileCountsWithTheEditedOne() throws {
        let other = file("func other() async { sleep(1) }", "Other.swift")
        let program = Program(files: [file("func top() async {}"), other], catalogue: .builtIn)
        let edited = try Program(
            relinking: [0: file("func top() async { low() }")], adding: [file("func low() { sleep(1) }", "Low.swift")],
            in: program)
        #expect(edited.files.map(\.path) == ["Test.swift", "Other.swift", "Low.swift"])
        #expect(waits(of: "top()", in: edited) == ["sleep(_:)"])
        #expect(waits(of: "other()", in: edited) == ["sleep(_:)"])
    }

    /// Functions in functions are numbered too, so those behind a new one move.
    @Test(arguments: ["func first() { func inner() {}; inner() }", "func first() {}"])
    func functionsBehindANewFunctionInAnotherAreFound(start: String) throws {
        let rest = """

            struct Disk { init() {}; func low() { sleep(1) }; func low(twice: Bool) { usleep(1_000_000) } }
            func middle() { Disk().low() }
            func last() {}
            """
        let old = file("func first() { func a() {}; func b() {} }" + rest)
        let other = file("func top() async { middle(); last(); Disk().low(twice: true) }", "Other.swift")
        let program = Program(files: [old, other], catalogue: .builtIn)
        let edited = try Program(relinking: [0: file(start + rest), 1: other], in: program)
        #expect(waits(of: "top()", in: edited) == ["usleep(_:)", "sleep(_:)"])
        #expect(waits(of: "top()", in: program) == ["usleep(_:)", "sleep(_:)"])
        #expect(edited.index.nominals.first === program.index.nominals.first)
    }

    @Test func namesTellWhoMayRunAFunction() throws {
        let text = """
            func called() {}
            func alone() { called() }
            struct Box { func callAsFunction() {} }
            final class Sub: Base { var kept: () -> Void = {}; override init() {} }
            class Base { init() {}; deinit {} }
            """
        let files = [file(text), file("func other() { called(); Sub() }", "Other.swift")]
        let program = Program(files: files, catalogue: .builtIn)
        let functions = files[0].summary.functions
        let run = functions.indices.filter { program.mayRun(FunctionReference(0, FunctionID($0)), outside: [0]) }
        let names = run.map { program.resolver.symbol(of: FunctionReference(0, FunctionID($0))) }
        #expect(names == ["called()", "Box.callAsFunction()", "Sub.init()", "Base.init()"])
        #expect(program.isSpelled("called", outside: [0]))
        #expect(!program.isSpelled("called", outside: [0, 1]))
    }

    /// `RunningNames` tells from names alone what may be called; this compares it with what calls resolve to.
    @Test func whatIsCalledFromAnotherFileIsSpelledThere() throws {
        let folder = ProjectFolder.root + "/Sources/SimulatedExecution"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        let files = try paths.filter { $0.hasSuffix(".swift") }.map {
            file(try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8), $0)
        }
        let program = Program(files: files, catalogue: .builtIn)
        var crossings = 0
        for (number, file) in files.enumerated() {
            for position in file.summary.calls.indices {
                let call = CallReference(number, CallID(position))
                guard case .functions(let callees) = program.resolver.resolve(call).target else { continue }
                for callee in callees where callee.file != number {
                    crossings += 1
                    let isSeen = program.mayRun(callee, outside: [callee.file])
                    #expect(isSeen, "\(file.path): \(program.resolver.symbol(of: callee))")
                }
            }
        }
        #expect(crossings > 500)
    }

    /// Fixes add them, and no other file can tell.
    @Test func functionsInFunctionsDeclareNothing() {
        let before = file("func first() {}; func last() {}")
        let within = file("func first() { func cleanUp() {}; cleanUp() }; func last() {}")
        let beside = file("func first() {}; func cleanUp() {}; func last() {}")
        let changed = file("func first() { func cleanUp() {}; cleanUp() }; func last(_ count: Int) {}")
        #expect(within.summary.declares(asMuchAs: before.summary) { _ in true })
        #expect(!beside.summary.declares(asMuchAs: before.summary) { _ in true })
        // `last` is the second function of the old text, and the third one of the new.
        var asked: [FunctionID] = []
        let isSame = changed.summary.declares(asMuchAs: before.summary) {
            asked.append($0)
            return false
        }
        #expect(isSame && asked == [FunctionID(1)])
    }

    /// The blocking calls that code in a function reaches.
    private func waits(of symbol: String, in program: Program) -> [String] {
        program.effects.regions.filter { program.resolver.symbol(around: $0).name == symbol }
            .flatMap { program.effects[$0].map(\.api) }
    }

    private func inherited(by name: String, in program: Program) -> [String] {
        let types = program.index.nominals
        return types.indices.filter { types[$0].name == name }
            .flatMap { program.resolver.withSupertypes(NominalID($0)) }.map { program.index[$0].name }
    }

    private func file(_ text: String, _ path: String = "Test.swift") -> ProgramFile {
        let summary = SummaryCollector.collect(ParsedFile.parse(Array(text.utf8)))
        return ProgramFile(path: path, module: "Test", summary: summary)
    }
}
