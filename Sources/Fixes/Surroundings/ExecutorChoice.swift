import ProgramModel
import SourceModel

/// The executor that a module moves its blocking calls to: its own, the configured one, or a new one.
struct ExecutorChoice {
    /// How code of the module names it.
    let expression: String
    /// The file that declares it, when it is new.
    let declaration: Rewrite?

    init(for file: Int, in program: Program, _ target: FixTarget) throws(FixRefusal) {
        if let configured = target.module.executor {
            expression = configured
            declaration = nil
        } else if let own = Self.declared(in: program, for: file) {
            expression = own
            declaration = nil
        } else {
            guard let folder = target.module.folder else {
                throw FixRefusal("the file belongs to no folder that an executor could be declared in")
            }
            let name = "blockingExecutor"
            if program.index.globalProperties[name] != nil || program.index.globalFunctions[name] != nil {
                throw FixRefusal("`\(name)` is declared, and is no executor: name one with `executor` in .unblock.yml")
            }
            let path = folder.isEmpty ? "BlockingExecutor.swift" : folder + "/BlockingExecutor.swift"
            guard !target.module.paths.contains(path) else {
                throw FixRefusal("'\(path)' exists, and declares no executor")
            }
            expression = name
            declaration = Rewrite(
                path: path, range: SourceRange(0, 0),
                newText: Self.text(name, isIsolatedByDefault: target.module.isIsolatedByDefault))
        }
    }

    private static func text(_ name: String, isIsolatedByDefault: Bool) -> String {
        """
        import ExecutorFutures

        /// Runs the calls of this module that block, so that no thread of Swift's cooperative pool has to wait for them.
        \(isIsolatedByDefault ? "nonisolated " : "")let \(name) = ThreadPoolExecutor(name: "blocking")

        """
    }

    /// A constant at the top level of the module, or a static one of a type, that is an executor.
    private static func declared(in program: Program, for file: Int) -> String? {
        let module = program.files[file].module
        for (number, other) in program.files.enumerated() where other.module == module {
            for (position, property) in other.summary.properties.enumerated() {
                guard !property.isMutable, property.getter == nil, !property.isLazy,
                    property.parent == nil || property.isStatic,
                    property.access != .private && property.access != .fileprivate || number == file,
                    isExecutor(PropertyReference(number, PropertyID(position)), in: program)
                else { continue }
                guard let owner = program.index.nominal(of: property.parent, in: number) else { return property.name }
                guard program.contexts.isolation.isolation(of: PropertyReference(number, PropertyID(position))) == .none
                else { continue }
                return program.index[owner].qualifiedName + "." + property.name
            }
        }
        return nil
    }

    private static func isExecutor(_ property: PropertyReference, in program: Program) -> Bool {
        guard case .nominal(let id, _) = program.resolver.type(of: property) else { return false }
        return ["ThreadPoolExecutor", "FutureExecutor"].contains(program.index[id].qualifiedName)
    }
}
