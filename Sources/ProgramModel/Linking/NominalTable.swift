/// The types that some programs know by the same ids.
///
/// A class, because a program that differs in a few files shares the types of the one it was made from: what either
/// comes to know of a type names others by id, and must mean the same to both. One thread asks them all.
final class NominalTable {
    private(set) var all: [Nominal] = []
    private var external: [String: NominalID] = [:]

    subscript(id: NominalID) -> Nominal { all[id.index] }

    func add(_ nominal: Nominal) -> NominalID {
        all.append(nominal)
        return NominalID(all.count - 1)
    }

    /// The entry for a type that the workspace does not declare, when the workspace extends it.
    func known(_ qualifiedName: String) -> NominalID? {
        external[qualifiedName].flatMap { self[$0].declarations.isEmpty ? nil : $0 }
    }

    /// The entry for a type that the workspace does not declare, made on first use.
    func external(_ qualifiedName: String) -> NominalID {
        if let known = external[qualifiedName] { return known }
        let name = qualifiedName.split(separator: ".").last.map(String.init) ?? qualifiedName
        let id = add(Nominal(name: name, qualifiedName: qualifiedName))
        external[qualifiedName] = id
        return id
    }
}
