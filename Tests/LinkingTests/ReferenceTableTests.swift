import Testing

@testable import ProgramModel

struct ReferenceTableTests {
    @Test func whatWasNeverSetHasNoValue() {
        var table = ReferenceTable<CallID, String>(files: 2)
        table.set(CallReference(0, CallID(5)), to: "five")
        #expect(table[CallReference(0, CallID(4))] == nil)
        #expect(table[CallReference(0, CallID(6))] == nil)
        #expect(table[CallReference(1, CallID(5))] == nil)
    }

    @Test func valuesStayWithTheirReferences() {
        var table = ReferenceTable<CallID, Int>(files: 3)
        let references = (0..<60).map { CallReference($0 % 3, CallID($0 * 7 % 60)) }
        for (value, reference) in references.enumerated() { table.set(reference, to: value) }
        for (value, reference) in references.enumerated() { #expect(table[reference] == value) }
    }

    @Test func aValueIsReplaced() {
        var table = ReferenceTable<BodyID, Int?>(files: 1)
        let body = BodyReference(0, BodyID(3))
        table.set(body, to: nil)
        #expect(table[body] == .some(nil))
        table.set(body, to: 2)
        #expect(table[body] == 2)
    }

    @Test func listsGrow() {
        var table = ReferenceTable<FunctionID, [Int]>(files: 1)
        for value in 0..<4 { table.append(value, to: FunctionReference(0, FunctionID(value % 2))) }
        #expect(table[FunctionReference(0, FunctionID(0))] == [0, 2])
        #expect(table[FunctionReference(0, FunctionID(1))] == [1, 3])
    }
}
