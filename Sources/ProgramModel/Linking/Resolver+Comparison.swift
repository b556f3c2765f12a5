/// How what the sources alone say about a call compares with what the compiler noted, for those who measure.
package enum ResolutionComparison: String, Sendable, CaseIterable {
    case same
    /// Several declarations were thought possible, the compiler's among them.
    case amongSeveral = "among several"
    /// Nothing was said.
    case unknown
    /// Something else was said.
    case different
}

extension Resolver {
    /// - Parameters:
    ///   - callee: what the compiler noted; this resolver must know of no notes.
    ///   - own: functions of the same files by USR.
    package func comparison(
        of reference: CallReference, with callee: CompilerCallee, own: [String: FunctionReference]
    ) -> ResolutionComparison {
        let found = resolve(reference)
        switch found.target {
        case .unknown, .parameter, .closure, .property: return .unknown
        case .functions(let functions):
            guard let function = own[callee.usr] else { return .different }
            if functions == [function] { return .same }
            if functions.contains(function) { return .amongSeveral }
            // A requirement is answered by those who may stand behind it.
            guard let owner = index.owner(of: function), index[owner].kind == .protocol else { return .different }
            return index.function(function).name == functions.first.map { index.function($0).name } ? .same : .different
        case .external(let known):
            if known.receiver?.isUnknown == true { return .unknown }
            guard own[callee.usr] == nil, let name = callee.name else { return .different }
            return agrees(known, callee, name) || isSpelledAlike(known, callee, name) ? .same : .different
        case .implicitInitializer, .enumCase:
            return callee.kind == .initializer && own[callee.usr] == nil ? .same : .different
        }
    }

    /// `XCTFail("…")`, `stat()`: of a library's name, only the spelling tells whether it is a function or a type.
    private func isSpelledAlike(_ known: ExternalCallee, _ callee: CompilerCallee, _ name: String) -> Bool {
        switch (known.receiver, callee.type) {
        case (.nominal(let id, _)?, nil): known.name == "init" && index[id].qualifiedName == name
        case (nil, let type?): name == "init" && known.name == type
        default: false
        }
    }
}
