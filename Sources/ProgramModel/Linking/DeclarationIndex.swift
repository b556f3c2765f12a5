import RuleCatalogue

/// Every declaration of the workspace by name, with extensions joined to the types they extend.
///
/// Built once from all summaries, in the order of the files; the same files give the same ids.
package struct DeclarationIndex: Sendable {
    package let files: [ProgramFile]
    package internal(set) var nominals: [Nominal] = []
    /// For each file and each of its type declarations the nominal it declares or extends.
    package internal(set) var nominalOfDeclaration: [[NominalID?]]
    /// Modules that the code of each file sees: its own and the imported ones.
    package let visibleModules: [Set<String>]

    var topLevelTypes: [String: [NominalID]] = [:]
    var localTypes: [LocalTypeKey: NominalID] = [:]
    var externalTypes: [String: NominalID] = [:]
    package internal(set) var globalFunctions: [String: [FunctionReference]] = [:]
    package internal(set) var globalProperties: [String: [PropertyReference]] = [:]
    var globalAliases: [String: [(file: Int, index: Int)]] = [:]

    struct LocalTypeKey: Hashable {
        var body: BodyReference
        var name: String
    }

    package init(files: [ProgramFile]) {
        self.files = files
        nominalOfDeclaration = files.map { Array(repeating: nil, count: $0.summary.types.count) }
        visibleModules = files.map { Set($0.summary.imports).union([$0.module]) }
        DeclarationIndexBuilder.fill(&self)
    }

    package subscript(id: NominalID) -> Nominal { nominals[id.index] }

    package func function(_ reference: FunctionReference) -> FunctionDeclaration {
        files[reference.file].summary.functions[reference.id.index]
    }

    package func property(_ reference: PropertyReference) -> PropertyDeclaration {
        files[reference.file].summary.properties[reference.id.index]
    }

    package func body(_ reference: BodyReference) -> Body {
        files[reference.file].summary.bodies[reference.id.index]
    }

    package func call(_ reference: CallReference) -> Call {
        files[reference.file].summary.calls[reference.id.index]
    }

    package func read(_ reference: ReadReference) -> MemberRead {
        files[reference.file].summary.reads[reference.id.index]
    }

    package func local(_ reference: LocalReference) -> Local {
        files[reference.file].summary.locals[reference.id.index]
    }

    /// The type that a declaration in a file belongs to.
    package func nominal(of type: TypeID?, in file: Int) -> NominalID? {
        guard let type, nominalOfDeclaration[file].indices.contains(type.index) else { return nil }
        return nominalOfDeclaration[file][type.index]
    }

    /// The type whose member a function is.
    package func owner(of function: FunctionReference) -> NominalID? {
        nominal(of: self.function(function).parent, in: function.file)
    }

    package func isVisible(module: String, from file: Int) -> Bool { visibleModules[file].contains(module) }

    /// The type of that name which code of a file sees at top level; the file's own module comes first.
    ///
    /// When no visible module declares it, a single declaration elsewhere is taken: it may be re-exported.
    package func topLevelType(named name: String, from file: Int) -> NominalID? {
        guard let candidates = topLevelTypes[name] else { return nil }
        let usable = candidates.filter { nominals[$0.index].isPrivateToFile.map { $0 == file } ?? true }
        let own = files[file].module
        return usable.first { nominals[$0.index].isPrivateToFile == file }
            ?? usable.first { nominals[$0.index].module == own }
            ?? usable.first { nominals[$0.index].module.map { isVisible(module: $0, from: file) } ?? false }
            ?? (usable.count == 1 ? usable.first : nil)
    }

    /// The entry for a type that the workspace does not declare, made on first use.
    mutating func external(_ qualifiedName: String) -> NominalID {
        if let known = externalTypes[qualifiedName] { return known }
        let id = NominalID(nominals.count)
        let name = qualifiedName.split(separator: ".").last.map(String.init) ?? qualifiedName
        nominals.append(Nominal(name: name, qualifiedName: qualifiedName, kind: nil, module: nil, parent: nil))
        externalTypes[qualifiedName] = id
        return id
    }
}
