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
        let file = ProgramFile(path: "Test.swift", module: "Main", isModuleKnown: true, summary: summary)
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
        Case(
            title: "an alias says what an associated type is", call: "size", meaning: ["Buffer.size()"],
            text: """
                struct Buffer { func size() -> Int { 0 } }
                protocol Handler { associatedtype Inbound }
                extension Handler { func unwrapped(_ data: Any) -> Inbound { data as! Inbound } }
                struct Echo: Handler {
                    typealias Inbound = Buffer
                    func read(_ data: Any) { _ = unwrapped(data).size() }
                }
                """),
        Case(
            title: "and stands for what the type's own parameter is", call: "size", meaning: ["Buffer.size()"],
            text: """
                struct Buffer { func size() -> Int { 0 } }
                protocol Handler { associatedtype Inbound }
                extension Handler { func unwrapped(_ data: Any) -> Inbound { data as! Inbound } }
                struct Echo<Message>: Handler { typealias Inbound = Message }
                func f(_ echo: Echo<Buffer>) { _ = echo.unwrapped(1).size() }
                """),
        Case(
            title: "an associated type stays open in its protocol", call: "size", meaning: ["unknown"],
            text: """
                protocol Handler { associatedtype Inbound; func next() -> Inbound }
                extension Handler { func f() { next().size() } }
                """),
        Case(
            title: "code of one platform does not mean what another one has", call: "wake", meaning: ["wake(_:)"],
            text: """
                #if os(Windows)
                    func wake(_ handle: Int) {}
                #elseif os(Linux)
                    func wake(_ descriptor: Int32) {}
                    func f(_ any: Int32) { wake(any) }
                #endif
                """),
        Case(
            title: "a type that is written for each platform is one type", call: "close",
            meaning: ["Pipe.close()", "Pipe.close()"],
            text: """
                #if canImport(WinSDK)
                    struct Pipe { func close() {} }
                #else
                    struct Pipe { func close() {} }
                #endif
                func f(_ pipe: Pipe) { pipe.close() }
                """),
        Case(
            title: "code for one of them means the one for it", call: "close", meaning: ["Pipe.close()"],
            text: """
                #if canImport(WinSDK)
                    struct Pipe { func close() {} }
                #else
                    struct Pipe { func close() {} }
                    func f(_ pipe: Pipe) { pipe.close() }
                #endif
                """),
        Case(
            title: "a closure without a label is for the first function", call: "wait",
            meaning: ["wait(body:onCancel:)"],
            text: """
                func wait(body: (Int) -> Void, onCancel: (Int) -> Void = { _ in }) {}
                func f() { wait { print($0) } }
                """),
        Case(
            title: "unless a later one needs it", call: "wait", meaning: ["wait(onCancel:body:)"],
            text: """
                func wait(onCancel: (Int, Int) -> Void = { _, _ in }, body: (Int) -> Void) {}
                func f() { wait { value in print(value) } }
                """),
        Case(
            title: "an alias of a function is found from the end", call: "wait", meaning: ["wait(options:then:)"],
            text: """
                struct Options {}
                typealias Action = (Int) -> Void
                func wait(options: Options = Options(), then: Action) {}
                func f() { wait { value in print(value) } }
                """),
        Case(
            title: "a type of several files under #if is one type", call: "close",
            meaning: ["Pipe.close()", "Pipe.close()"],
            text: """
                #if QUEUES
                    struct Pipe { func close() {} }
                #elseif os(Linux)
                    struct Pipe { func close() {} }
                #endif
                func f(_ pipe: Pipe) { pipe.close() }
                """),
        Case(
            title: "a library's type may conform to what is extended", call: "takeNext", meaning: ["unknown"],
            text: """
                extension UnheardOf { func takeNext() {} }
                func f(_ lines: SomeLibraryLines) { lines.takeNext() }
                """),
        Case(
            title: "an associated type is one in an extension of its protocol too", call: "wrapped",
            meaning: ["Handler.wrapped(_:)"],
            text: """
                struct Buffer {}
                protocol Handler { associatedtype Outbound = Never; func wrapped(_ value: Outbound) -> Int }
                extension Handler { func wrapped(_ value: Outbound) -> Int { 0 } }
                struct Echo: Handler {
                    typealias Outbound = Buffer
                    func send(_ buffer: Buffer) { _ = wrapped(buffer) }
                }
                """),
        Case(
            title: "an overload whose value has no such member is not meant", call: "add", meaning: ["Pipeline.add()"],
            text: """
                struct Later<Value> { func get() async -> Value { fatalError() } }
                struct Pipeline { func add() -> Later<Void> { Later() } }
                extension Pipeline { func add() async { await add().get() } }
                """),
        Case(
            title: "and its member is found", call: "get", meaning: ["Later.get()"],
            text: """
                struct Later<Value> { func get() async -> Value { fatalError() } }
                struct Pipeline { func add() -> Later<Void> { Later() } }
                extension Pipeline { func add() async { await add().get() } }
                """),
        Case(
            title: "an autoclosure takes no trailing closure", call: "check", meaning: ["check(_:_:handler:)"],
            text: """
                func check(
                    _ value: @autoclosure () -> Int, _ text: @autoclosure () -> String = "",
                    handler: (Int) -> Void = { _ in }
                ) {}
                func f() { check(1) { value in print(value) } }
                """),
        Case(
            title: "what a task's type was not given is unknown", call: "contains", meaning: ["unknown"],
            text: """
                func f() async { let found = await Task { [1] }.value; _ = found.contains { $0 == 1 } }
                """),
        Case(
            title: "a property of instances is not called on the type", call: "size", meaning: ["Sequence.size(at:)"],
            text: """
                struct Sequence { let size: Int; static func size(at path: String) -> Int { 0 } }
                func f() { _ = Sequence.size(at: "") }
                """),
        Case(
            title: "a value that is no function is not called", call: "close", meaning: ["Frame.close(code:)"],
            text: """
                struct Frame { static let close = Frame(); static func close(code: Int) -> Frame { Frame() } }
                func f() { _ = Frame.close(code: 1) }
                """),
        Case(
            title: "a metatype names the type that is wanted", call: "get", meaning: ["get(_:as:)"],
            text: """
                func get(_ name: String, as: Name.Type, or other: Int = 0) {}
                @_disfavoredOverload func get<T: LosslessStringConvertible>(_ name: String, as: T.Type) {}
                struct Name {}
                func f() { get("", as: String.self) }
                """),
        Case(
            title: "a disfavored overload is meant where the other one cannot be", call: "get", meaning: ["get(_:as:)"],
            text: """
                func get<T: RawRepresentable>(_ name: String, as: T.Type, or other: Int = 0) where T.RawValue == String {}
                @_disfavoredOverload func get<T: LosslessStringConvertible>(_ name: String, as: T.Type) {}
                func f() { get("", as: String.self) }
                """),
    ]
}
