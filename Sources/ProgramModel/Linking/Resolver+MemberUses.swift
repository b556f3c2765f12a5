/// What is asked of the value of a call: `.get()` in `try await pipeline.addHandler(handler).get()`.
extension Resolver {
    /// Whether the value of a call is asked for a member that none of some functions can have given it: there the
    /// asynchronous overload cannot be meant, although an `await` covers the call.
    func areFollowedByWhatTheyLack(_ functions: [FunctionReference], _ call: CallReference) -> Bool {
        guard let member = memberUses(in: call.file)[call.id] else { return false }
        return functions.allSatisfy { lacks(member, $0, from: call.file) }
    }

    private func lacks(_ member: String, _ function: FunctionReference, from file: Int) -> Bool {
        let declaration = index.function(function)
        guard let result = declaration.result else { return true }
        let scope = TypeScope(file: function.file, type: declaration.parent, function: function.id)
        guard case .nominal(let id, _) = resolve(result, in: scope), index[id].isDeclared else { return false }
        let isKnown = withSupertypes(id).allSatisfy { index[$0].isDeclared || isMarker($0) }
        return isKnown && members(named: member, of: id, from: file).isEmpty
    }

    /// The member that is taken of each call's value. Found once for each file that asks, O(expressions).
    private func memberUses(in file: Int) -> [CallID: String] {
        if let known = memberUsesOfFiles[file] { return known }
        let summary = index.files[file].summary
        var uses: [CallID: String] = [:]
        for expression in summary.expressions {
            guard case .member(let base, let name, _) = expression, case .call(let call) = summary[base] else {
                continue
            }
            uses[call] = name
        }
        memberUsesOfFiles[file] = uses
        return uses
    }
}
