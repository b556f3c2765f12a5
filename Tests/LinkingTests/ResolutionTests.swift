import ProgramModel
import RuleCatalogue
import SwiftParsing
import Testing

/// What calls mean, from the sources alone.
struct ResolutionTests {
    /// A text with calls of one name, and what the last of them means.
    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var call: String
        var meaning: [String]
        var text: String

        var testDescription: String { title }
    }

    @Test(arguments: cases) func theLastCallOfTheNameMeans(_ example: Case) throws {
        let summary = SummaryCollector.collect(ParsedFile.parse(Array(example.text.utf8)))
        let file = ProgramFile(path: "Test.swift", module: "Main", summary: summary)
        let program = Program(files: [file], catalogue: .builtIn)
        let position = summary.calls.indices.filter { summary.calls[$0].baseName(in: summary) == example.call }.last
        let call = CallReference(0, CallID(try #require(position)))
        #expect(meaning(of: program.resolver.resolve(call).target, in: program) == example.meaning)
    }

    private func meaning(of target: CallResolution.Target, in program: Program) -> [String] {
        switch target {
        case .functions(let functions): functions.map(program.resolver.symbol)
        case .external(let callee): [callee.receiver?.isUnknown == true ? "unknown" : "library"]
        default: ["unknown"]
        }
    }

    private static let cases = [
        Case(
            title: "a disfavored overload stands back", call: "run", meaning: ["run(line:)"],
            text: """
                @_disfavoredOverload func run() {}
                func run(line: Int = 0) {}
                func f() { run() }
                """),
        Case(
            title: "a closure has as many parameters as are expected", call: "get", meaning: ["get(handler:)"],
            text: """
                func get(_ build: () -> Int) {}
                func get(handler: (Int, Int) -> Int) {}
                func f() { get { _, _ in 1 } }
                """),
        Case(
            title: "a type that does not conform is not taken", call: "take", meaning: ["take(raw:)"],
            text: """
                protocol Known {}
                enum Letter: String { case a }
                func take<T: Known>(raw: T.Type) -> Int { 0 }
                @_disfavoredOverload func take<T: RawRepresentable>(raw: T.Type) -> Int { 1 }
                func f() { take(raw: Letter.self) }
                """),
        Case(
            title: "an extension of an alias extends what it stands for", call: "get", meaning: ["Flat.get()"],
            text: """
                struct Flat<Value> {}
                typealias Parameters = Flat<Int>
                extension Parameters { func get() {} }
                func f(_ values: Flat<Int>) { values.get() }
                """),
        Case(
            title: "an alias may lead back to itself", call: "up", meaning: ["Path.up()"],
            text: """
                import Storage
                typealias Path = Storage.Path
                extension Path { func up() {} }
                func f(_ path: Path) { path.up() }
                """),
        Case(
            title: "a pack takes any number of arguments", call: "gather", meaning: ["gather(_:)"],
            text: """
                func gather<each Value>(_ values: repeat each Value) {}
                func f() { gather(1, "a") }
                """),
        Case(
            title: "a conversion means the library's", call: "Int", meaning: ["library"],
            text: """
                struct Size {}
                extension Int { init(_ size: Size) { self = 0 } }
                func f(_ number: Int32) { _ = Int(number) }
                """),
        Case(
            title: "or the added one, for its own type", call: "Int", meaning: ["Int.init(_:)"],
            text: """
                struct Size {}
                extension Int { init(_ size: Size) { self = 0 } }
                func f() { _ = Int(Size()) }
                """),
        Case(
            title: "actors have what Actor is given", call: "hop", meaning: ["Actor.hop()"],
            text: """
                extension Actor { func hop() {} }
                actor Counter {}
                func f(_ counter: Counter) async { await counter.hop() }
                """),
        Case(
            title: "nothing is known of a type parameter's own members", call: "append", meaning: ["unknown"],
            text: """
                struct Box<Value> { var value: Value; init(_ value: Value) { self.value = value } }
                func f() { Box([1]).value.append(2) }
                """),
        Case(
            title: "a bare name may be inherited from a library", call: "unheardOf", meaning: ["unknown"],
            text: """
                import NIOCore
                final class Handler: ChannelInboundHandler { func f() { unheardOf() } }
                """),
        Case(
            title: "but not what the standard library declares for all", call: "print", meaning: ["library"],
            text: """
                import NIOCore
                final class Handler: ChannelInboundHandler { func f() { print() } }
                """),
        Case(
            title: "XCTUnwrap gives what it is given", call: "close", meaning: ["Door.close()"],
            text: """
                import XCTest
                final class Door { func close() {} }
                func door() -> Door? { nil }
                func f() throws { try XCTUnwrap(door()).close() }
                """),
    ]
}
