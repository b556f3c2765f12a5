import ProgramModel
import Testing

/// Declarations keep what decides how their code is run and how calls find them.
struct DeclarationTests {
    @Test func typesKeepTheirHeads() {
        expect(
            "@MainActor final class A<T: P>: B, C & D where T.X == Int { enum E {} }",
            gives: "@MainActor class A<T: P>: B, C, D where T.X == Int\nenum A.E")
        expect(
            "protocol P: AnyObject { associatedtype X: Hashable }",
            gives: "protocol P: AnyObject associated <X: Hashable>")
        expect("extension A.B<Int> where T: P {}", gives: "extension A.B where T: P")
        expect("struct S: ~Copyable, @unchecked Sendable {}", gives: "struct S: Sendable")
    }

    @Test func functionsKeepTheirSignatures() {
        expect(
            "func f<T>(_ a: A, b c: inout [B], d: C? = nil, e: Int...) async throws -> [T: (x: Int, Y)] where T: P",
            gives: "function f<T>(_:b:d:e:) async throws -> [T: (x: Int, Y)] where T: P")
        expect(
            "struct S { init?(x: Int) {}; deinit {} }",
            gives: "initializer S.init(x:) body 1\ndeinitializer S.deinit body 2")
        expect("struct S { static func + (a: S, b: S) -> S }", gives: "static function S.+(a:b:) -> S")
        expect(
            "struct S { subscript(i: Int, at j: Int) -> T { 1 } }",
            gives: "subscriptGetter S.subscript(_:at:) -> T body 1")
    }

    @Test(arguments: [
        ("nonisolated func f()", "nonisolated function f()"),
        ("nonisolated(nonsending) func f()", "nonisolated(nonsending) function f()"),
        ("@concurrent func f() async", "@concurrent function f() async"),
        ("@MainActor func f()", "@MainActor function f()"),
        ("@DatabaseActor nonisolated func f()", "nonisolated function f()"),
        ("@Test func f()", "function f()"),
        ("@MainActor var x: Int", "@MainActor var x : Int"),
        ("@State var x: Int", "var x : Int"),
        ("nonisolated(unsafe) var x: Int", "nonisolated var x : Int"),
        (#"@available(*, noasync, message: "no") func f()"#, "function f() noasync"),
        ("@available(iOS 13, *) func f()", "function f()"),
    ])
    func isolationIsThatOfTheDeclaration(source: String, line: String) {
        expect(source, gives: line)
    }

    @Test(arguments: [
        ("os(Linux)", "Linux"),
        ("!os(Windows)", "macOS, devices, Linux, Android, BSD, WASI, others"),
        ("canImport(Darwin) || os(Linux)", "macOS, devices, Linux"),
        ("os(Linux) && canImport(Musl)", "Linux"),
        ("os(macOS) && DEBUG || os(WASI)", "macOS, WASI"),
        ("!(os(macOS) || os(Linux)) && !os(Windows)", "devices, Android, BSD, WASI, others"),
        ("canImport(Glibc)", "Linux, BSD"),
    ])
    func conditionsSayForWhichPlatforms(condition: String, platforms: String) {
        expect("#if \(condition)\nfunc f()\n#endif", gives: "function f() for \(platforms)")
    }

    @Test func clausesGetWhatIsLeft() {
        expect(
            "#if os(Windows)\n#if DEBUG\nfunc a()\n#endif\n#elseif canImport(Glibc)\nfunc b()\n#else\nfunc c()\n#endif",
            gives: """
                function a() for Windows
                function b() for Linux, BSD
                function c() for macOS, devices, Linux, Android, BSD, WASI, others
                """)
        expect("#if os(iOS)\nfunc a()\n#else\nfunc b()\n#endif", gives: "function a() for devices\nfunction b()")
        expect(
            "#if DEBUG\nfunc a()\n#elseif canImport(Foundation)\nfunc b()\n#endif", gives: "function a()\nfunction b()")
        expect(
            "func f() {\n#if os(Linux)\nfunc g() {}\n#endif\n}",
            gives: "function f() body 1\nfunction g() in 1 body 2 for Linux")
    }

    @Test func accessorsAreFunctions() {
        expect(
            "var x: Int { get async throws { await a() } }",
            gives: "var x : Int get\ngetter x async throws -> Int body 1")
        expect("protocol P { var x: Int { get async } }", gives: "getter P.x async -> Int")
        expect("var x = 1 { willSet {} didSet {} }", gives: "var x = 1 observed")
        expect("struct S { var x: Int { _read { yield a() } _modify { b() } } }", gives: "var S.x : Int get set")
    }

    @Test func theTypeOfTheLastBindingBelongsToAll() {
        expect("var a, b: Int", gives: "var a : Int\nvar b : Int")
    }

    @Test func defaultArgumentsAreBodiesOfTheirOwn() {
        expect("func f(a: A = g()) {}", gives: "body 1 default argument of f\ncall g()")
    }

    @Test func localDeclarationsNameTheirBody() {
        expect("func f() { func g() {}; struct S { func h() {} } }", gives: "struct S in 1")
        expect("func f() { func g() {} }", gives: "function g() in 1 body 2")
        expect("func f() { struct S { func h() {} } }", gives: "function S.h() body 2")
    }

    @Test func markersStandAboveADeclaration() {
        expect("// unblock:blocking\n@objc func f() {}", gives: "function f() body 1 blocking")
        expect(
            "/// Doc.\n// unblock:nonblocking - cached\n@A\nstruct S { func g() {} }", gives: "@A struct S nonblocking")
        expect("// unblock:blocking\n\nlet x: Int\nfunc f() {}", gives: "function f() body 1")
    }

    @Test func importsNameTheirModule() {
        #expect(
            summary(of: "import A\n@preconcurrency import B.C\nimport struct D.E\n#if X\nimport F\n#endif").imports
                == ["A", "B", "B.C", "D", "F"])
    }

    @Test func enumCasesAndAliases() {
        let summary = summary(of: "enum E { case a(Int, b: String), c }\ntypealias T<X> = [X]")
        #expect(summary.enumCases.map(\.name) == ["a", "c"])
        #expect(summary.enumCases.first?.payload.map(\.label) == [nil, "b"])
        #expect(summary.typeAliases.map(\.target) == [.array(.name("X"))])
    }

    @Test func conditionalMembersAreRead() {
        expect(
            "struct S {\n#if A\nfunc a() {}\n#else\nfunc b() {}\n#endif\n}",
            gives: "function S.a() body 1\nfunction S.b() body 2")
    }
}
