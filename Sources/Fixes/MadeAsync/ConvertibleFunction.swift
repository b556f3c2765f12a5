import ProgramModel
import RuleCatalogue
import SourceModel

/// Says whether a function's declaration and code allow it to become `async`.
struct ConvertibleFunction {
    let program: Program
    let function: FunctionReference
    /// The call in it, or in what it calls, that is going to be replaced.
    let site: BlockingSite

    private var declaration: FunctionDeclaration { program.index.function(function) }
    private var name: String { program.resolver.symbol(of: function) }

    func check() throws(FixRefusal) {
        try checkDeclaration()
        try checkOwner()
        try checkCode()
    }

    // MARK: The declaration

    private static let harmlessAttributes: Set<String> = [
        "discardableResult", "available", "inline", "MainActor", "Test", "preconcurrency", "Sendable", "concurrent",
    ]

    private func checkDeclaration() throws(FixRefusal) {
        let declaration = declaration
        guard declaration.kind == .function, declaration.body != nil else {
            throw FixRefusal("`\(name)` is no function that can become `async`")
        }
        guard !declaration.isOverride, !declaration.isNoAsync else {
            throw FixRefusal("`\(name)` overrides a synchronous function, or is meant for synchronous code alone")
        }
        guard declaration.access != .open else { throw FixRefusal("`\(name)` may be overridden elsewhere") }
        guard declaration.attributes.allSatisfy(Self.harmlessAttributes.contains) else {
            throw FixRefusal("an attribute of `\(name)` may ask for a synchronous function")
        }
        guard !declaration.parameters.contains(where: \.isInOut) else {
            throw FixRefusal("`\(name)` takes a parameter `inout`")
        }
        if declaration.name.first?.isLetter != true, declaration.name.first != "_" {
            throw FixRefusal("`\(name)` is an operator")
        }
    }

    /// Whether code of other packages may call it without `await`; whoever is no part of an actor awaits its methods.
    var isCalledFromElsewhere: Bool {
        if case .actor = program.contexts.isolation.isolation(of: function) { return false }
        return declaration.access == .public
    }

    // MARK: The type

    /// Supertypes outside the workspace that ask for no method.
    private static let quietSupertypes: Set<String> = [
        "Sendable", "Codable", "Encodable", "Decodable", "Hashable", "Equatable", "Comparable", "Error", "Identifiable",
        "CustomStringConvertible", "CustomDebugStringConvertible", "CaseIterable", "RawRepresentable", "String", "Int",
        "LocalizedError", "Actor", "AnyActor", "AnyObject", "XCTest", "XCTestCase", "NSObject", "View", "App", "Scene",
        "PreviewProvider", "ObservableObject", "Observable", "AsyncParsableCommand", "ParsableCommand",
        "ParsableArguments",
    ]
    /// What those of them ask for that ask for methods.
    private static let requirements: Set<String> = [
        "run", "validate", "encode", "hash", "setUp", "tearDown", "setUpWithError", "tearDownWithError",
        "invokeTest", "record",
    ]

    private func checkOwner() throws(FixRefusal) {
        guard let owner = program.index.owner(of: function) else {
            try checkRivals(program.index.globalFunctions[declaration.name] ?? [])
            return
        }
        let nominal = program.index[owner]
        if nominal.kind == .protocol { try checkIsNoRequirement(of: owner) }
        let isHidden = declaration.access == .private || declaration.access == .fileprivate
        for supertype in program.resolver.withSupertypes(owner) where supertype != owner {
            let other = program.index[supertype]
            if !program.index.members(named: declaration.name, of: supertype).isEmpty {
                throw FixRefusal("`\(name)` may meet a requirement of `\(other.name)`")
            }
            guard !other.isDeclared, !isHidden else { continue }
            guard Self.quietSupertypes.contains(other.name), !Self.requirements.contains(declaration.name) else {
                throw FixRefusal("`\(name)` may meet a requirement of `\(other.name)`, whose source is not here")
            }
        }
        for subtype in program.resolver.allSubtypes(of: owner) where subtype != owner {
            if !program.index.members(named: declaration.name, of: subtype).isEmpty {
                throw FixRefusal("`\(name)` is overridden")
            }
        }
        let isDynamic = nominal.declarations.contains { place in
            program.files[place.file].summary.types[place.id.index].attributes.contains("objcMembers")
        }
        if isDynamic, !isHidden { throw FixRefusal("`\(name)` may be called by its Objective-C name") }
        try checkRivals(
            program.index.members(named: declaration.name, of: owner).compactMap { member in
                if case .function(let other) = member { other } else { nil }
            })
    }

    /// What an extension adds to a protocol is called as it stands there, unless the protocol asks for it.
    private func checkIsNoRequirement(of owner: NominalID) throws(FixRefusal) {
        let isRequired = program.index.members(named: declaration.name, of: owner).contains { member in
            if case .function(let other) = member { program.index.function(other).body == nil } else { true }
        }
        guard !isRequired, program.index[owner].isDeclared else { throw FixRefusal("`\(name)` stands in a protocol") }
    }

    /// Two functions of one name and the same labels cannot be told apart safely.
    private func checkRivals(_ functions: [FunctionReference]) throws(FixRefusal) {
        for other in functions where other != function {
            if program.index.function(other).parameters.map(\.label) == declaration.parameters.map(\.label) {
                throw FixRefusal("there is a second `\(name)`")
            }
        }
    }

    // MARK: The code

    /// Calls that asynchronous code may not make, or that would mean another function there.
    private func checkCode() throws(FixRefusal) {
        guard let id = declaration.body else { return }
        let body = BodyReference(function.file, id)
        let summary = program.files[function.file].summary
        for position in summary.calls.indices where summary.calls[position].awaits == .none {
            let call = CallReference(function.file, CallID(position))
            guard Site.call(call) != site.site,
                program.contexts.region(of: BodyReference(function.file, summary.calls[position].body)) == body
            else { continue }
            if let entry = program.matcher.entry(of: call)?.entry, !entry.noasync.isEmpty || entry.asyncOverload {
                throw FixRefusal("`\(name)` calls `\(entry.declaration.text)`, which asynchronous code may not call so")
            }
            guard case .functions(let called) = program.resolver.resolve(call).target else { continue }
            for other in called where program.index.function(other).isNoAsync || hasAsyncOverload(other) {
                throw FixRefusal(
                    "`\(name)` calls `\(program.resolver.symbol(of: other))`, which asynchronous code may not call so")
            }
        }
    }

    private func hasAsyncOverload(_ other: FunctionReference) -> Bool {
        let declaration = program.index.function(other)
        let candidates: [FunctionReference]
        if let owner = program.index.owner(of: other) {
            candidates = program.index.members(named: declaration.name, of: owner).compactMap { member in
                if case .function(let function) = member { function } else { nil }
            }
        } else {
            candidates = program.index.globalFunctions[declaration.name] ?? []
        }
        return candidates.contains { program.index.function($0).isAsync }
    }
}
