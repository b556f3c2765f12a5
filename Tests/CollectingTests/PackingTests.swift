import SourceModel
import Testing

@testable import ProgramModel

/// What a summary is given comes back the same, however it is packed.
///
/// Deterministic: a failure names its seed.
struct PackingTests {
    @Test(arguments: 0..<40) func expressionsAndArgumentsComeBack(seed: Int) {
        var random = Expressions(seed: UInt64(seed))
        var draft = FileSummaryDraft()
        draft.expressions = random.list(of: 300) { $0.expression() }
        draft.calls = random.list(of: 60) { $0.call() }
        let summary = FileSummary(draft)
        #expect(summary.expressions.count == 300)
        for (packed, given) in zip(summary.expressions, draft.expressions) {
            #expect(String(reflecting: packed) == String(reflecting: given))
        }
        #expect(summary.calls.count == 60)
        for (packed, given) in zip(summary.calls, draft.calls) {
            #expect(String(reflecting: Array(packed.arguments)) == String(reflecting: given.arguments))
            #expect(packed.callee == given.callee && packed.body == given.body)
            #expect(packed.range == given.range && packed.nameRange == given.nameRange)
            #expect(packed.awaits == given.awaits && packed.requirements == given.requirements)
            #expect(packed.isTried == given.isTried && packed.isOffMainThread == given.isOffMainThread)
            #expect(packed.isSubscript == given.isSubscript && packed.isWrite == given.isWrite)
        }
    }

    @Test func operandsThatDoNotFitComeBack() {
        let far = ExpressionID(1 << 28)
        let none = ExpressionID(-1)
        var draft = FileSummaryDraft()
        draft.expressions = [
            .member(base: far, name: "a", genericArguments: []), .member(base: none, name: "a", genericArguments: []),
            .unwrap(far), .unary("-", none), .array([far]), .dictionary([(key: far, value: none)]),
            .tuple([TupleElement(label: nil, value: far)]), .choice([none]), .local(LocalID(-1)),
            .operators(operands: [far, none], operators: ["+"]), .subscript(base: far, arguments: [none]),
            .call(CallID(1 << 30)), .closure(BodyID(-1)),
        ]
        for (packed, given) in zip(FileSummary(draft).expressions, draft.expressions) {
            #expect(String(reflecting: packed) == String(reflecting: given))
        }
    }

    /// Long names take memory of their own, so a declaration and its uses share it: the text stays the same.
    @Test func longNamesComeBack() {
        let long = "aNameThatIsTooLongToLieInTheStringItself"
        let summary = summary(of: "func \(long)(\(long) a\(long): Int) { let x\(long) = \(long)(\(long): 1) }")
        #expect(summary.functions.map(\.name) == [long])
        #expect(summary.functions[0].parameters.map(\.label) == [long])
        #expect(summary.functions[0].parameters.map(\.name) == ["a" + long])
        #expect(summary.locals.map(\.name) == ["a" + long, "x" + long])
        #expect(summary.calls.map { $0.baseName(in: summary) } == [long])
        #expect(summary.calls[0].labels == [long])
    }

    @Test(arguments: 0..<40) func fittedArraysHaveTheSameElements(count: Int) {
        var grown: [Int] = []
        for number in 0..<count { grown.append(number) }
        #expect(grown.fitted == grown)
        grown.reserveCapacity(1_000)
        #expect(grown.fitted == grown)
        #expect(grown.fitted.capacity < 100)
    }
}

/// Expressions of every kind, without regard to what they could mean.
private struct Expressions {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64.
    private mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    mutating func list<Element>(of count: Int, _ make: (inout Self) -> Element) -> [Element] {
        (0..<count).map { _ in make(&self) }
    }

    private mutating func id() -> ExpressionID { ExpressionID(below(300)) }
    private mutating func name() -> String {
        ["", "a", "read", "ä", "aNameThatIsTooLongToLieInTheStringItself", "wait\(below(20))"][below(6)]
    }
    private mutating func types() -> [TypeReference] { list(of: [0, 0, 0, 1, 2][below(5)]) { .name($0.name()) } }
    private mutating func ids() -> [ExpressionID] { list(of: below(4)) { $0.id() } }

    mutating func expression() -> Expression {
        switch below(30) {
        case 0: .name(name(), genericArguments: types())
        case 1: .local(LocalID(below(100)))
        case 2: .selfReference
        case 3: .selfType
        case 4: .superReference
        case 5: .member(base: id(), name: name(), genericArguments: types())
        case 6: .implicitMember(name: name())
        case 7: .call(CallID(below(60)))
        case 8: .subscript(base: id(), arguments: ids())
        case 9: .integer(name())
        case 10: .float(name())
        case 11: .boolean(below(2) == 0)
        case 12: .string(below(2) == 0 ? nil : name())
        case 13: .regex
        case 14: .nilLiteral
        case 15: .array(ids())
        case 16: .dictionary(list(of: below(3)) { ($0.id(), $0.id()) })
        case 17: .tuple(list(of: below(4)) { TupleElement(label: $0.below(2) == 0 ? nil : $0.name(), value: $0.id()) })
        case 18: .unwrap(id())
        case 19: .optionalTry(id())
        case 20: .cast(id(), .name(name()), isOptional: below(2) == 0)
        case 21: .type(.optional(.name(name())))
        case 22: .selfMember(id())
        case 23: .closure(BodyID(below(50)))
        case 24: .keyPath
        case 25: .choice(ids())
        case 26: .operators(operands: list(of: 3) { $0.id() }, operators: list(of: 2) { $0.name() })
        case 27: .unary(name(), id())
        case 28: .macro(name())
        default: .unknown
        }
    }

    mutating func call() -> CallDraft {
        CallDraft(
            callee: id(),
            arguments: list(of: below(4)) { random in
                Argument(
                    label: random.below(2) == 0 ? nil : random.name(), value: random.id(),
                    isTrailingClosure: random.below(2) == 0, isInOut: random.below(2) == 0,
                    range: SourceRange(random.below(9), 9))
            },
            awaits: [.none, .shared, .sole][below(3)], isTried: below(2) == 0, isOffMainThread: below(2) == 0,
            requirements: list(of: below(3)) { ParameterRequirement(parameter: $0.below(3), excluded: .false) },
            body: BodyID(below(9)), range: SourceRange(below(50), 60), nameRange: SourceRange(below(50), 55),
            isSubscript: below(2) == 0, isWrite: below(2) == 0)
    }
}
