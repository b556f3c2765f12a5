import RuleCatalogue
import Testing

/// Which calls can be calls of a declaration, and which argument is for which parameter.
struct ParameterListTests {
    private func list(_ labels: [String], _ defaults: [String] = []) throws -> ParameterList {
        try #require(ParameterList(labels, defaults: defaults))
    }

    @Test func everyLabelMustBeThereInOrder() throws {
        let copy = try list(["at", "to"])
        #expect(copy.accepts(labels: ["at", "to"], trailingClosures: 0))
        #expect(!copy.accepts(labels: ["to", "at"], trailingClosures: 0))
        #expect(!copy.accepts(labels: ["at"], trailingClosures: 0))
        #expect(!copy.accepts(labels: ["at", nil], trailingClosures: 0))
        #expect(!copy.accepts(labels: ["at", "to", "options"], trailingClosures: 0))
        #expect(!copy.accepts(labels: [], trailingClosures: 0))
    }

    @Test func onlyDefaultedParametersMayBeLeftOut() throws {
        let data = try list(["contentsOf", "options"], ["options"])
        #expect(data.accepts(labels: ["contentsOf"], trailingClosures: 0))
        #expect(data.accepts(labels: ["contentsOf", "options"], trailingClosures: 0))
        #expect(!data.accepts(labels: ["options"], trailingClosures: 0))
    }

    @Test func noParametersTakeNoArguments() throws {
        let wait = try list([])
        #expect(wait.accepts(labels: [], trailingClosures: 0))
        #expect(!wait.accepts(labels: [nil], trailingClosures: 0))
        #expect(!wait.accepts(labels: [], trailingClosures: 1))
    }

    @Test func aParameterWithoutALabelTakesOnlyAnArgumentWithoutOne() throws {
        let sleep = try list(["_"])
        #expect(sleep.accepts(labels: [nil], trailingClosures: 0))
        #expect(!sleep.accepts(labels: ["for"], trailingClosures: 0))
    }

    @Test func anUnlabelledDefaultIsWrittenAsAnUnderscore() throws {
        let join = try list(["_", "_"], ["_"])
        #expect(join.accepts(labels: [], trailingClosures: 0))
        #expect(join.accepts(labels: [nil], trailingClosures: 0))
        #expect(join.parameters(labels: [nil], trailingClosures: 0) == [0])
    }

    @Test func aTrailingClosureFitsTheLastParameterWhateverItsLabel() throws {
        let async = try list(["group", "qos", "flags", "execute"], ["group", "qos", "flags"])
        #expect(async.accepts(labels: [], trailingClosures: 1))
        #expect(async.parameters(labels: [], trailingClosures: 1) == [3])
        #expect(async.parameters(labels: ["qos"], trailingClosures: 1) == [1, 3])
        #expect(async.parameters(labels: ["qos", "execute"], trailingClosures: 0) == [1, 3])
        #expect(!async.accepts(labels: ["qos"], trailingClosures: 0))
        #expect(!async.accepts(labels: ["execute"], trailingClosures: 1))
    }

    @Test func aTrailingClosureSkipsADefaultBehindARequiredParameter() throws {
        let animate = try list(["withDuration", "animations", "completion"], ["completion"])
        #expect(animate.parameters(labels: ["withDuration"], trailingClosures: 1) == [0, 1])
        #expect(animate.parameters(labels: ["withDuration"], trailingClosures: 2) == [0, 1, 2])
        #expect(animate.parameters(labels: ["withDuration", "animations"], trailingClosures: 1) == [0, 1, 2])
    }

    @Test func argumentsOutsideTheCallHaveNoParameter() throws {
        let copy = try list(["at", "to"])
        #expect(copy.parameter(ofArgument: 1, labels: ["at", "to"], trailingClosures: 0) == 1)
        #expect(copy.parameter(ofArgument: 2, labels: ["at", "to"], trailingClosures: 0) == nil)
        #expect(copy.parameter(ofArgument: -1, labels: ["at", "to"], trailingClosures: 0) == nil)
        #expect(copy.parameter(ofArgument: 0, labels: ["to"], trailingClosures: 0) == nil)
    }

    @Test func aPropertyHasNoParameterList() {
        #expect(ParameterList(nil, defaults: []) == nil)
    }

    @Test func aCallWithManyArgumentsIsRefusedAtOnce() throws {
        let copy = try list(["at", "to"])
        #expect(!copy.accepts(labels: Array(repeating: nil, count: 100_000), trailingClosures: 0))
        #expect(ParameterList(Array(repeating: "_", count: 1000), defaults: []) == nil)
    }

    /// Every declaration of up to four parameters, every call of up to four arguments, against the definition.
    @Test func matchingAgreesWithItsDefinitionInASmallWorld() throws {
        let names = ["a", "_"]
        for size in 0...4 {
            for shape in 0..<(1 << size) {
                let labels = (0..<size).map { names[shape >> $0 & 1] }
                for defaults in [[], ["a"], ["_"], ["a", "_"]] {
                    let parameters = try list(labels, defaults)
                    for arguments in 0...4 {
                        for call in 0..<(1 << arguments) {
                            let callLabels = (0..<arguments).map { call >> $0 & 1 == 1 ? nil : "a" }
                            for trailing in 0...2 {
                                let expected = Self.fits(labels[...], defaults, callLabels[...], trailing)
                                let found = parameters.accepts(labels: callLabels, trailingClosures: trailing)
                                #expect(found == expected, "\(labels) \(defaults) \(callLabels) \(trailing)")
                                let assigned = parameters.parameters(labels: callLabels, trailingClosures: trailing)
                                #expect((assigned != nil) == expected)
                                guard let assigned else { continue }
                                Self.checkAssignment(assigned, labels, defaults, callLabels, trailing)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The definition: take the first parameter for the first argument, or leave it out.
    private static func fits(
        _ labels: ArraySlice<String>, _ defaults: [String], _ call: ArraySlice<String?>, _ trailing: Int
    ) -> Bool {
        guard let label = labels.first else { return call.isEmpty && trailing == 0 }
        if defaults.contains(label), fits(labels.dropFirst(), defaults, call, trailing) { return true }
        if let argument = call.first {
            return label == argument ?? "_" && fits(labels.dropFirst(), defaults, call.dropFirst(), trailing)
        }
        return trailing > 0 && fits(labels.dropFirst(), defaults, call, trailing - 1)
    }

    private static func checkAssignment(
        _ assigned: [Int], _ labels: [String], _ defaults: [String], _ call: [String?], _ trailing: Int
    ) {
        #expect(assigned.count == call.count + trailing)
        #expect(zip(assigned, assigned.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(assigned, call).allSatisfy { labels[$0] == $1 ?? "_" })
        #expect(labels.indices.allSatisfy { assigned.contains($0) || defaults.contains(labels[$0]) })
    }
}
