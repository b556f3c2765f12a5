import RuleCatalogue

/// Every declaration of the workspace by name, with extensions joined to the types they extend.
///
/// Built once from all summaries, in the order of the files; the same files give the same ids. Only types that the
/// workspace does not declare are added later.
package final class DeclarationIndex {
    package let files: [ProgramFile]
    /// Shared with the indexes that are made from this one.
    let types: NominalTable
    /// Members by name, then by type: most names that are asked for are no member of anything.
    private var membersByName: [String: [NominalID: [Member]]] = [:]
    /// For each file and each of its type declarations the nominal it declares or extends.
    package internal(set) var nominalOfDeclaration: [[NominalID?]]
    /// For each file a number that it shares with the files of its module.
    let moduleNumbers: [Int]
    /// For each file the platforms that some declaration of it is compiled for.
    private let platformsOfFiles: [PlatformSet]
    /// Every name that some scope may declare as a type: types and those that extensions add to, aliases, generic
    /// parameters and associated types.
    let typeNames: Set<String>
    /// Every name that a `typealias` declares.
    let aliasNames: Set<String>
    /// Modules that the code of each file sees: its own, the imported ones, and what any of these hands on.
    package let visibleModules: [Set<String>]
    /// What modules of the workspace hand on to whoever imports them.
    private let exportsOfModules: [String: Set<String>]

    var topLevelTypes: [String: [NominalID]] = [:]
    /// Types that are declared in bodies.
    var localTypes: [String: [(body: BodyReference, type: NominalID)]] = [:]
    package internal(set) var globalFunctions: [String: [FunctionReference]] = [:]
    package internal(set) var globalProperties: [String: [PropertyReference]] = [:]
    var globalAliases: [String: [(file: Int, index: Int)]] = [:]

    package init(files: [ProgramFile]) {
        self.files = files
        types = NominalTable()
        nominalOfDeclaration = files.map { Array(repeating: nil, count: $0.summary.types.count) }
        var numbers: [String: Int] = [:]
        moduleNumbers = files.map { file in
            let number = numbers[file.module] ?? numbers.count
            numbers[file.module] = number
            return number
        }
        platformsOfFiles = files.map(\.summary.platforms)
        aliasNames = Set(files.flatMap { $0.summary.typeAliases.map(\.name) })
        typeNames = Self.typeNames(in: files)
        let exports = files.reduce(into: [String: Set<String>]()) { exports, file in
            if !file.summary.exports.isEmpty { exports[file.module, default: []].formUnion(file.summary.exports) }
        }
        exportsOfModules = exports
        visibleModules = files.map { Self.visibleModules($0, exports) }
        DeclarationIndexBuilder(index: self).fill()
    }

    /// The index of a program in which some files have changed, but not their outlines, and some are new.
    ///
    /// Shares the types of `previous`, so the two must be asked by one thread.
    /// - Parameter files: those of `previous` in their places, then the new ones, which declare no types.
    init(_ previous: DeclarationIndex, files: [ProgramFile], changed: Set<Int>) {
        let added = previous.files.count..<files.count
        self.files = files
        types = previous.types
        membersByName = previous.membersByName
        nominalOfDeclaration = previous.nominalOfDeclaration + added.map { _ in [] }
        moduleNumbers =
            previous.moduleNumbers + added.map { Self.moduleNumber(of: files[$0].module, in: previous, or: $0) }
        var platforms = previous.platformsOfFiles
        for file in changed { platforms[file] = files[file].summary.platforms }
        platformsOfFiles = platforms + files[added].map(\.summary.platforms)
        typeNames = previous.typeNames
        aliasNames = previous.aliasNames
        let exports = previous.exportsOfModules
        exportsOfModules = exports
        var visible = previous.visibleModules
        for file in changed { visible[file] = Self.visibleModules(files[file], exports) }
        visibleModules = visible + files[added].map { Self.visibleModules($0, exports) }
        topLevelTypes = previous.topLevelTypes
        localTypes = previous.localTypes.mapValues { $0.map { Self.moved($0, changed, files, previous.types) } }
        globalFunctions = previous.globalFunctions
        globalProperties = previous.globalProperties
        globalAliases = previous.globalAliases
        for file in changed { renumberFunctions(of: file, formerly: previous.files[file].summary) }
        let builder = DeclarationIndexBuilder(index: self)
        for file in added { builder.addMembers(of: file) }
    }

    /// The number of a new file's module; one that has no other files gets that of the file, which no module has.
    private static func moduleNumber(of module: String, in previous: DeclarationIndex, or file: Int) -> Int {
        previous.files.firstIndex { $0.module == module }.map { previous.moduleNumbers[$0] } ?? file
    }

    /// Functions in other functions are in no table, but move the numbers of those that come after them.
    private func renumberFunctions(of file: Int, formerly old: FileSummary) {
        let summary = files[file].summary
        var numbers: [Int: Int] = [:]
        var owners: [String: Set<NominalID?>] = [:]
        for (former, position) in zip(old.outerFunctions, summary.outerFunctions) where former != position {
            numbers[former] = position
            let function = summary.functions[position]
            owners[function.name, default: []].insert(nominal(of: function.parent, in: file))
        }
        let renumbered = { (function: FunctionReference) in
            guard function.file == file, let position = numbers[function.id.index] else { return function }
            return FunctionReference(file, FunctionID(position))
        }
        for (name, owners) in owners {
            for owner in owners {
                if let owner {
                    let members: [Member] = members(named: name, of: owner).map { member in
                        if case .function(let function) = member { .function(renumbered(function)) } else { member }
                    }
                    membersByName[name]?[owner] = members
                } else {
                    globalFunctions[name] = globalFunctions[name]?.map(renumbered)
                }
            }
        }
    }

    /// A type that a body declares: the bodies of a changed file have other numbers.
    private static func moved(
        _ local: (body: BodyReference, type: NominalID), _ changed: Set<Int>, _ files: [ProgramFile],
        _ types: NominalTable
    ) -> (body: BodyReference, type: NominalID) {
        guard changed.contains(local.body.file), let place = types[local.type].declarations.first,
            let body = files[place.file].summary.types[place.id.index].enclosingBody
        else { return local }
        return (BodyReference(place.file, body), local.type)
    }

    private static func visibleModules(_ file: ProgramFile, _ exports: [String: Set<String>]) -> Set<String> {
        var visible: Set<String> = []
        var pending = file.summary.imports + [file.module]
        while let module = pending.popLast() {
            guard visible.insert(module).inserted, let handedOn = exports[module] else { continue }
            pending += handedOn
        }
        return visible
    }

    private static func typeNames(in files: [ProgramFile]) -> Set<String> {
        var names: Set<String> = ["Self", "Array", "Dictionary", "Optional"]
        for file in files {
            for type in file.summary.types {
                if type.kind == .extension {
                    names.formUnion(type.name.split(separator: ".").map(String.init))
                } else {
                    names.insert(type.name)
                }
                for generic in type.generics + type.associatedTypes { names.insert(generic.name) }
            }
            let functions = file.summary.functions
            for position in functions.indices where !functions[position].generics.isEmpty {
                for generic in functions[position].generics { names.insert(generic.name) }
            }
            for alias in file.summary.typeAliases { names.insert(alias.name) }
        }
        return names
    }

    /// Every type of the program, by the index of its id.
    package var nominals: [Nominal] { types.all }

    package subscript(id: NominalID) -> Nominal { types[id] }

    /// A type's own members of a name, in the order of files and of text. O(1).
    package func members(named name: String, of type: NominalID) -> [Member] { membersByName[name]?[type] ?? [] }

    /// As `members(named:of:)`, for all types that have such members.
    func members(named name: String) -> [NominalID: [Member]]? { membersByName[name] }

    func add(_ member: Member, named name: String, to type: NominalID) {
        membersByName[name, default: [:]][type, default: []].append(member)
    }

    package func function(_ reference: FunctionReference) -> FunctionDeclaration {
        files[reference.file].summary.functions[reference.id.index]
    }

    /// As `function(_:)`, without a copy of the function.
    func platforms(of function: FunctionReference) -> PlatformSet {
        files[function.file].summary.functions[function.id.index].platforms
    }

    /// The platforms that the code of a body is compiled for.
    func platforms(of body: BodyReference) -> PlatformSet {
        let bodies = files[body.file].summary.bodies
        var current: BodyID? = body.id
        while let id = current {
            if case .function(let function) = bodies[id.index].kind {
                return platforms(of: FunctionReference(body.file, function))
            }
            current = bodies[id.index].parent
        }
        return platformsOfFiles[body.file]
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

    /// As `body(_:)`, without a copy of the body.
    package func kind(of reference: BodyReference) -> Body.Kind {
        files[reference.file].summary.bodies[reference.id.index].kind
    }

    /// The body that a body stands in.
    package func parent(of reference: BodyReference) -> BodyReference? {
        files[reference.file].summary.bodies[reference.id.index].parent.map { BodyReference(reference.file, $0) }
    }

    /// The body whose code makes a call, without a copy of the call.
    func body(of reference: CallReference) -> BodyReference {
        BodyReference(reference.file, files[reference.file].summary.calls.body(at: reference.id.index))
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
    /// When no visible module declares it, a single declaration elsewhere is taken if folders may have been taken for
    /// modules that they are not.
    package func topLevelType(named name: String, from file: Int) -> NominalID? {
        guard let candidates = topLevelTypes[name] else { return nil }
        let usable = candidates.filter { id in
            types[id].isPrivateToFile.map { $0 == file } ?? true && isCompiled(id, with: file)
        }
        let own = files[file].module
        return usable.first { types[$0].isPrivateToFile == file }
            ?? usable.first { types[$0].module == own }
            ?? usable.first { isImported($0, by: file) }
            ?? (usable.count == 1 ? usable.first { !isOfKnownModule($0, seenFrom: file) } : nil)
    }

    /// Whether a type and a file are ever compiled together.
    private func isCompiled(_ id: NominalID, with file: Int) -> Bool {
        guard platformsOfFiles[file] != .all else { return true }
        return types[id].declarations.contains { place in
            !files[place.file].summary.types[place.id.index].platforms.isDisjoint(with: platformsOfFiles[file])
        }
    }

    /// What another target keeps internal is seen by tests only, which may import it as `@testable`.
    private func isImported(_ id: NominalID, by file: Int) -> Bool {
        guard let module = types[id].module, isVisible(module: module, from: file),
            let place = types[id].declarations.first
        else { return false }
        return files[place.file].summary.types[place.id.index].access != .internal || files[file].isTest
            || !isOfKnownModule(id, seenFrom: file)
    }

    private func isOfKnownModule(_ id: NominalID, seenFrom file: Int) -> Bool {
        types[id].declarations.first.map { areModulesKnown($0.file, file) } ?? false
    }

    /// Whether manifests, not the names of folders, say which modules two files belong to.
    func areModulesKnown(_ first: Int, _ second: Int) -> Bool {
        files[first].isModuleKnown && files[second].isModuleKnown
    }

    /// The entry for a type that the workspace does not declare, made on first use.
    package func external(_ qualifiedName: String) -> NominalID { types.external(qualifiedName) }
}

extension FileSummary {
    /// Those that some type or function of the file is compiled for.
    fileprivate var platforms: PlatformSet {
        var platforms: PlatformSet = types.isEmpty && functions.isEmpty ? .all : []
        for position in types.indices { platforms.formUnion(types[position].platforms) }
        for position in functions.indices where platforms != .all {
            platforms.formUnion(functions[position].platforms)
        }
        return platforms
    }
}
