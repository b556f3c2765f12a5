import CIndexStore

/// Reads what an index store says about the files below some folders.
package struct StoreReader {
    private let library: IndexLibrary
    private let store: UnsafeMutableRawPointer

    /// `nil` when the folder is no store that the library reads.
    package init?(_ path: String, _ library: IndexLibrary) {
        var error: UnsafeMutableRawPointer?
        guard let store = library.functions.store_create?(path, &error) else {
            if let error { library.functions.error_dispose?(error) }
            return nil
        }
        self.library = library
        self.store = store
    }

    /// What the newest unit of each file says; sorted by path.
    ///
    /// - Parameter isWanted: asked with absolute paths.
    package func files(where isWanted: (String) -> Bool) -> [IndexedFile] {
        var newest: [String: Unit] = [:]
        for name in unitNames() {
            guard let unit = unit(name, isWanted), unit.record != nil else { continue }
            if let known = newest[unit.file], known.time >= unit.time { continue }
            newest[unit.file] = unit
        }
        // A unit whose record is gone or broken counts as if the compiler had not seen the file.
        return newest.values.sorted { $0.file < $1.file }.compactMap { unit in
            guard let occurrences = unit.record.flatMap(occurrences) else { return nil }
            return IndexedFile(path: unit.file, time: unit.time, occurrences: occurrences)
        }
    }

    // MARK: Units

    private struct Unit {
        var file: String
        var time: Int
        var record: String?
    }

    private func unitNames() -> [String] {
        var names: [String] = []
        Visit.each { visit in
            _ = library.functions.store_units?(store, 1, visit.context) { context, name in
                Visit.pass(name, to: context)
            }
        } body: {
            names.append(library.text($0))
        }
        return names
    }

    private func unit(_ name: String, _ isWanted: (String) -> Bool) -> Unit? {
        var error: UnsafeMutableRawPointer?
        let functions = library.functions
        guard let unit = functions.unit_create?(store, name, &error) else {
            if let error { functions.error_dispose?(error) }
            return nil
        }
        defer { functions.unit_dispose?(unit) }
        guard functions.unit_is_system?(unit) == false, functions.unit_has_main_file?(unit) == true,
            let main = functions.unit_main_file?(unit), let folder = functions.unit_working_directory?(unit)
        else { return nil }
        let file = absolute(library.text(main), library.text(folder))
        // Before its dependencies are gone through: there are hundreds of them.
        guard isWanted(file) else { return nil }
        var seconds: Int64 = 0
        var nanoseconds: Int64 = 0
        functions.unit_time?(unit, &seconds, &nanoseconds)
        var found = Unit(file: file, time: Int(seconds) &* 1_000_000_000 &+ Int(nanoseconds))
        var records: [String] = []
        Visit.each { visit in
            _ = functions.unit_dependencies?(unit, visit.context) { context, dependency in
                Visit.pass(dependency, to: context)
            }
        } body: { dependency in
            guard functions.dependency_kind?(dependency) == Self.recordDependency,
                let path = functions.dependency_file?(dependency),
                absolute(library.text(path), library.text(folder)) == file,
                let record = functions.dependency_name?(dependency)
            else { return }
            records.append(library.text(record))
        }
        found.record = records.last
        return found
    }

    private func absolute(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }

    private static let recordDependency: UInt32 = 2

    // MARK: Occurrences

    private func occurrences(_ record: String) -> [IndexedFile.Occurrence]? {
        var error: UnsafeMutableRawPointer?
        let functions = library.functions
        guard let reader = functions.record_create?(store, record, &error) else {
            if let error { functions.error_dispose?(error) }
            return nil
        }
        defer { functions.record_dispose?(reader) }
        var visitor = OccurrenceVisitor(library)
        Visit.each { visit in
            _ = functions.record_occurrences?(reader, visit.context) { context, occurrence in
                Visit.pass(occurrence, to: context)
            }
        } body: {
            visitor.visit($0)
        }
        return visitor.occurrences
    }
}
