/// What the compiler's index says about the calls and functions of one text.
///
/// Places are offsets of names. Nothing here is taken on trust: a callee counts only where the call spells its name.
package final class CompilerCallees: Sendable {
    package let calls: [Int: CompilerCallee]
    /// USRs of the functions that the text declares, by the places of their names.
    package let definitions: [Int: String]

    package init(calls: [Int: CompilerCallee], definitions: [Int: String]) {
        self.calls = calls
        self.definitions = definitions
    }

    /// The same for a text in which some places have moved; those that `move` has no answer for are gone.
    package func moved(_ move: (Int) -> Int?) -> CompilerCallees {
        CompilerCallees(calls: Self.moved(calls, move), definitions: Self.moved(definitions, move))
    }

    private static func moved<Value>(_ values: [Int: Value], _ move: (Int) -> Int?) -> [Int: Value] {
        var moved: [Int: Value] = [:]
        for (offset, value) in values {
            if let place = move(offset) { moved[place] = value }
        }
        return moved
    }
}

/// The declaration that one call means.
package struct CompilerCallee: Sendable, Hashable {
    package var usr: String
    package var kind: ExternalCallee.Kind
    package var isAsync: Bool
    /// `nil` for C's functions.
    package var module: String?
    /// The type that declares it, without its module; `nil` outside types, and where it cannot be written.
    package var type: String?
    /// The base name, `init` for initializers; `nil` where it cannot be written.
    package var name: String?
    /// The static type of the receiver, without its module.
    package var receiver: String?

    package init(
        usr: String, kind: ExternalCallee.Kind, isAsync: Bool, module: String? = nil, type: String? = nil,
        name: String? = nil, receiver: String? = nil
    ) {
        self.usr = usr
        self.kind = kind
        self.isAsync = isAsync
        self.module = module
        self.type = type
        self.name = name
        self.receiver = receiver
    }
}
