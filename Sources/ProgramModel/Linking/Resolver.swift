import RuleCatalogue

/// Answers what names, expressions and calls mean, on demand, and remembers the answers.
///
/// Not Sendable: one thread builds one resolver for one program. Every question has an answer, `unknown` at worst;
/// questions that lead back to themselves are `unknown` too.
package final class Resolver {
    package let index: DeclarationIndex
    package let catalogue: Catalogue
    package let options: ProgramOptions

    /// Where the compiler's index is known: the functions that it names.
    let functionsByUSR: [String: FunctionReference]
    let ownModules: Set<String>
    private(set) var isLinked = false
    private var nonBlockingModules: [String: Bool] = [:]
    private var importsOfModule: [String: Set<String>] = [:]
    private var reachedModules: [String: Set<String>] = [:]
    var expressionTypes: ReferenceTable<ExpressionID, ResolvedType>
    var localTypes: ReferenceTable<LocalID, Answer<ResolvedType>>
    var resolutions: ReferenceTable<CallID, Answer<CallResolution>>
    var bodyResults: ReferenceTable<BodyID, ResolvedType>
    var propertyTypes: ReferenceTable<PropertyID, Answer<ResolvedType>>
    var enclosingTypesOfBodies: ReferenceTable<BodyID, [NominalID]>
    /// Whether a property holds a queue that only guards state.
    var stateQueues: [PropertyReference: Bool] = [:]
    var expectedTypesOfFiles: [Int: [CallID: ResolvedType]] = [:]
    var memberUsesOfFiles: [Int: [CallID: String]] = [:]
    /// Generic parameters whose constraints are being resolved.
    var openParameters: Set<OpenParameter> = []
    /// How many expressions are being looked at inside one another; deeper ones are `unknown`.
    var depth = 0

    static let maximumDepth = 400

    /// A generic parameter of a type, or of a member of one.
    struct OpenParameter: Hashable {
        var file: Int
        var type: TypeID?
        var name: String
    }

    /// What is known of a question.
    enum Answer<Value> {
        /// It is being answered further out.
        case pending
        case known(Value)
    }

    package convenience init(files: [ProgramFile], catalogue: Catalogue, options: ProgramOptions) {
        var imports: [String: Set<String>] = [:]
        for file in files { imports[file.module, default: [file.module]].formUnion(file.summary.imports) }
        self.init(DeclarationIndex(files: files), imports, catalogue, options)
        linkSupertypes()
        isLinked = true
    }

    /// The resolver of a program in which some files have changed, and some are new; remembers no answer of the previous
    /// one.
    convenience init(_ previous: Resolver, replacing edited: [Int: ProgramFile], adding added: [ProgramFile]) {
        var files = previous.index.files
        for (file, new) in edited { files[file] = new }
        files += added
        if added.allSatisfy(previous.keepsDeclarations(beside:)),
            edited.allSatisfy({ previous.keepsDeclarations(of: $0.key, in: $0.value) })
        {
            var imports = previous.importsOfModule
            for new in edited.values + added {
                imports[new.module, default: [new.module]].formUnion(new.summary.imports)
            }
            let index = DeclarationIndex(previous.index, files: files, changed: Set(edited.keys))
            self.init(index, imports, previous.catalogue, previous.options)
            isLinked = true
        } else {
            self.init(files: files, catalogue: previous.catalogue, options: previous.options)
        }
        nonBlockingModules = previous.nonBlockingModules
        for (file, new) in edited {
            guard let known = nonBlockingModules[new.module] else { continue }
            let old = previous.index.files[file].summary
            let (before, after) = (old.makesDescriptorsNonBlocking, new.summary.makesDescriptorsNonBlocking)
            // When the file has lost the word, another one may still have it.
            nonBlockingModules[new.module] = known && before && !after ? nil : known || after
        }
    }

    /// Whether the index still holds with another text of a file.
    ///
    /// What the text imports anew must be known to its module, or be no module of the workspace: only declarations of
    /// the workspace are joined by what a module sees.
    private func keepsDeclarations(of file: Int, in new: ProgramFile) -> Bool {
        let old = index.files[file].summary
        guard Set(old.imports).isSubset(of: new.summary.imports), knowsNames(of: new) else { return false }
        return DeclarationOutline(old) == DeclarationOutline(new.summary)
    }

    /// Whether the index holds with a new file, whose functions and properties it can take up.
    private func keepsDeclarations(beside new: ProgramFile) -> Bool {
        let summary = new.summary
        return summary.types.isEmpty && summary.typeAliases.isEmpty && summary.exports.isEmpty
            && knowsNames(of: new)
    }

    /// Whether what a file imports, and what its functions call their generic parameters, is known already.
    private func knowsNames(of new: ProgramFile) -> Bool {
        let known = importsOfModule[new.module, default: []]
        return new.summary.imports.allSatisfy { known.contains($0) || !ownModules.contains($0) }
            && new.summary.functions.allSatisfy { $0.generics.allSatisfy { index.typeNames.contains($0.name) } }
    }

    private init(
        _ index: DeclarationIndex, _ imports: [String: Set<String>], _ catalogue: Catalogue, _ options: ProgramOptions
    ) {
        self.index = index
        self.catalogue = catalogue
        self.options = options
        importsOfModule = imports
        let files = index.files
        functionsByUSR = Self.functionsByUSR(files)
        ownModules = Set(files.map(\.module))
        expressionTypes = ReferenceTable(files: files.count)
        localTypes = ReferenceTable(files: files.count)
        resolutions = ReferenceTable(files: files.count)
        bodyResults = ReferenceTable(files: files.count)
        propertyTypes = ReferenceTable(files: files.count)
        enclosingTypesOfBodies = ReferenceTable(files: files.count)
    }

    /// Joins every declared type with its superclass and protocols.
    private func linkSupertypes() {
        for number in index.nominals.indices {
            var supertypes: [NominalID] = []
            for place in index.nominals[number].declarations {
                let declaration = index.files[place.file].summary.types[place.id.index]
                let scope = TypeScope(file: place.file, type: declaration.parent, body: declaration.enclosingBody)
                for inherited in declaration.inherits {
                    for id in nominals(in: resolve(inherited, in: scope)) where id.index != number {
                        if !supertypes.contains(id) { supertypes.append(id) }
                    }
                }
            }
            index.nominals[number].supertypes = supertypes
            for supertype in supertypes { index.nominals[supertype.index].subtypes.append(NominalID(number)) }
        }
    }

    /// The nominal types that a type can be looked up in.
    package func nominals(in type: ResolvedType) -> [NominalID] {
        switch type {
        case .nominal(let id, _): [id]
        case .archetype(_, let constraints): constraints
        case .optional: [index.external("Optional")]
        default: []
        }
    }

    /// A type and everything it inherits, nearest first, each once; library hierarchies come from the catalogue.
    package func withSupertypes(_ id: NominalID) -> [NominalID] {
        if let known = index[id].supertypeOrder { return known }
        let order = computeSupertypes(id)
        // Until all declarations are joined, an answer may still grow.
        if isLinked { index[id].supertypeOrder = order }
        return order
    }

    private func computeSupertypes(_ id: NominalID) -> [NominalID] {
        var order: [NominalID] = [id]
        var seen: Set<NominalID> = [id]
        var next = 0
        while next < order.count {
            let current = order[next]
            next += 1
            var supertypes = index[current].supertypes
            let nominal = index[current]
            // All actors conform; it matters where the workspace gives them something.
            if nominal.kind == .actor, let actor = index.types.known("Actor") { supertypes.append(actor) }
            if !nominal.isDeclared || catalogueDescribes(nominal) {
                for type in catalogue.types(named: nominal.qualifiedName) {
                    for name in type.inherits { supertypes.append(libraryType(name, modules: type.modules)) }
                }
            }
            for supertype in supertypes where seen.insert(supertype).inserted { order.append(supertype) }
        }
        return order
    }

    /// Whether the catalogue speaks of this very type: the workspace is the library that the entry is about.
    package func catalogueDescribes(_ nominal: Nominal) -> Bool {
        guard let module = nominal.module else { return true }
        if let known = nominal.isDescribed { return known }
        let found = catalogue.types(named: nominal.qualifiedName).contains { $0.modules.contains(module) }
        nominal.isDescribed = found
        return found
    }

    /// Whether code of a file can mean a library's declaration: the library is part of the system, or some file of the
    /// same module imports it (members are seen throughout a module).
    package func isVisible(_ modules: [String], from file: Int) -> Bool {
        if modules.isEmpty { return true }
        let imports = importsOfModule[index.files[file].module] ?? []
        return modules.contains { Self.systemModules.contains($0) || imports.contains($0) }
    }

    /// Whether a module imports another one, or modules that do: members are seen that far.
    func reaches(_ module: String, from other: String) -> Bool {
        if let known = reachedModules[other] { return known.contains(module) }
        var reached: Set<String> = [other]
        var pending = [other]
        while let next = pending.popLast() {
            for imported in importsOfModule[next] ?? [] where reached.insert(imported).inserted {
                pending.append(imported)
            }
        }
        reachedModules[other] = reached
        return reached.contains(module)
    }

    /// Whether the module of a file mentions `O_NONBLOCK` or its like anywhere.
    func makesDescriptorsNonBlocking(_ file: Int) -> Bool {
        let module = index.files[file].module
        if let known = nonBlockingModules[module] { return known }
        let found = index.files.contains { $0.module == module && $0.summary.makesDescriptorsNonBlocking }
        nonBlockingModules[module] = found
        return found
    }

    /// Modules that other imports bring along, or that need none.
    static let systemModules: Set<String> = [
        "Swift", "_Concurrency", "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin",
        "Synchronization", "CoreFoundation", "ObjectiveC", "os", "Security",
    ]

    /// A library's type by name: the workspace's own declaration when the workspace is that library.
    func libraryType(_ name: String, modules: [String]) -> NominalID {
        let candidates = index.topLevelTypes[name] ?? []
        if let own = candidates.first(where: { index[$0].module.map(modules.contains) ?? false }) { return own }
        return index.external(name)
    }
}

extension FileSummary {
    /// Whether the file mentions `O_NONBLOCK` or its like. O(expressions).
    fileprivate var makesDescriptorsNonBlocking: Bool {
        let names: Set<String> = ["O_NONBLOCK", "nonBlocking", "SOCK_NONBLOCK", "FIONBIO"]
        return expressions.contains { expression in
            switch expression {
            case .name(let name, _), .member(_, let name, _), .implicitMember(let name): names.contains(name)
            default: false
            }
        }
    }
}

/// What linking needs to know beyond the code.
package struct ProgramOptions: Sendable, Hashable {
    /// The longest stall that the project accepts, in milliseconds.
    package var stallBudgetMilliseconds: Double

    package init(stallBudgetMilliseconds: Double = 10) { self.stallBudgetMilliseconds = stallBudgetMilliseconds }
}
