import SourceModel

/// Which functions can take the closures that a call passes.
extension Resolver {
    /// A closure that awaits does not fit where a synchronous function is expected, nor one with other parameters or a value
    /// where none is.
    func takesClosures(of call: Call, _ file: Int, _ function: FunctionReference) -> Bool {
        let summary = index.files[file].summary
        let declaration = index.function(function)
        for (position, argument) in call.arguments.enumerated() {
            guard case .closure(let id) = summary[argument.value],
                let parameter = parameter(ofArgument: position, of: call, in: declaration),
                case .function(let shape) = declaration.parameters[parameter].type.withoutOptional
            else { continue }
            let body = summary.bodies[id.index]
            if body.isAsync, !shape.isAsync { return false }
            // What a closure says that it returns is not dropped.
            if case .closure(let form) = body.kind, let result = form.result, result != .unknown, !result.isVoid,
                shape.result.isVoid
            {
                return false
            }
            if !summary.takes(body.parameters, as: shape) { return false }
        }
        return true
    }
}

extension TypeReference {
    fileprivate var isVoid: Bool { self == .tuple([]) || self == .name("Void") }
}

extension FileSummary {
    /// Whether a closure with some parameters can stand for a function type. One parameter may be a tuple, which closures
    /// take apart, or a pack.
    fileprivate func takes(_ parameters: [LocalID], as shape: FunctionTypeReference) -> Bool {
        guard shape.parameters.count != 1 else { return true }
        // `{ $0 + 1 }` need not use all of them, and one that uses none may do so where nobody looked.
        let isShorthand = parameters.first.map { locals[$0.index].name.hasPrefix("$") } ?? true
        return isShorthand
            ? parameters.count <= shape.parameters.count : parameters.count == shape.parameters.count
    }
}
