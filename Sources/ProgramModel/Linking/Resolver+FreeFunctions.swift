import SourceModel

/// Whether a bare name can be the function of a system library.
extension Resolver {
    /// How sure it is that a file means a free function of a system library by its name; `nil` when it does not.
    ///
    /// Unlike members, functions of the top level are seen only where the file itself imports them. That counts for
    /// names that anybody may use: `usleep` without an import is a text that is not finished, `pause` is another one's.
    func visibility(ofFunctionsIn modules: [String], named name: String, from file: Int) -> Confidence? {
        guard isPlainWord(name), modules.contains(where: Self.systemModules.contains) else { return .certain }
        let imports = index.visibleModules[file]
        if modules.contains(where: imports.contains) { return .certain }
        // What is not here may hand on anything.
        let isOpen = imports.contains { !ownModules.contains($0) && !Self.closedModules.contains($0) }
        return isOpen ? .possible : nil
    }

    /// Whether code may inherit a member of any name, which would hide a function: one of its types extends a type of a
    /// library, or has one as a supertype that nothing is known about.
    func mayInheritMembers(_ scope: Scope) -> Bool {
        enclosingTypes(of: scope).contains { type in
            withSupertypes(type).contains { supertype in
                let nominal = index[supertype]
                guard !nominal.isDeclared, !isMarker(supertype) else { return false }
                return supertype == type || catalogue.types(named: nominal.qualifiedName).isEmpty
            }
        }
    }

    /// Whether a bare name that nothing is known about may be a method: a type around it has a supertype of a library.
    func mayBeInherited(_ name: String, _ scope: Scope) -> Bool {
        guard !isStandardFunction(name) else { return false }
        return enclosingTypes(of: scope).contains { type in
            if index[type].kind == .actor, Self.membersOfActors.contains(name) { return true }
            return withSupertypes(type).contains {
                !index[$0].isDeclared && !isMarker($0) && index[$0].qualifiedName != "Actor"
            }
        }
    }

    /// Whether a name is a function of the standard library that no type is known to hide.
    package func isStandardFunction(_ name: String) -> Bool { Self.standardFunctions.contains(name) }

    /// What the standard library adds to every actor.
    private static let membersOfActors: Set<String> = [
        "assertIsolated", "assumeIsolated", "preconditionIsolated", "withSerialExecutor",
    ]

    private static let standardFunctions: Set<String> = [
        "abs", "assert", "assertionFailure", "debugPrint", "dump", "fatalError", "isKnownUniquelyReferenced", "max",
        "min", "numericCast", "precondition", "preconditionFailure", "print", "repeatElement", "sequence", "stride",
        "swap", "type", "unsafeBitCast", "unsafeDowncast", "withExtendedLifetime", "withUnsafeBytes",
        "withUnsafeMutableBytes", "withUnsafeMutablePointer", "withUnsafePointer", "withUnsafeTemporaryAllocation",
        "withoutActuallyEscaping", "zip",
    ]

    /// Whether a library's protocol, or raw type, declares no methods that anybody calls.
    package func isMarker(_ id: NominalID) -> Bool { Self.markers.contains(index[id].qualifiedName) }

    /// Whether a name is a word that any type may use for a method of its own.
    func isPlainWord(_ name: String) -> Bool { Self.plainWords.contains(name) }

    /// C functions with at most two arguments whose names are words of plain English.
    private static let plainWords: Set<String> = [
        "access", "close", "link", "open", "pause", "remove", "rename", "rewind", "sync", "system", "truncate", "wait",
    ]

    /// Modules that bring no C library along.
    private static let closedModules: Set<String> = [
        "Swift", "_Concurrency", "_StringProcessing", "Builtin", "Cxx", "Distributed", "Observation", "RegexBuilder",
        "Synchronization", "Testing",
    ]

    /// Protocols and raw types of the standard library that declare no methods of such names.
    private static let markers: Set<String> = [
        "AnyObject", "BitwiseCopyable", "CaseIterable", "Codable", "CodingKey", "Comparable", "Copyable",
        "CustomDebugStringConvertible", "CustomStringConvertible", "Decodable", "Encodable", "Equatable", "Error",
        "Escapable", "Hashable", "Identifiable", "Int", "LocalizedError", "NSCopying", "NSSecureCoding", "Observable",
        "OptionSet", "RawRepresentable", "Sendable", "SendableMetatype", "String", "UInt8",
    ]
}
