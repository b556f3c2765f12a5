/// The local names that are visible at one place, with shadowing.
///
/// Lookup is one hash; leaving a scope undoes what it declared. O(1) per name.
struct ScopeStack {
    private struct Entry {
        var name: String
        var local: LocalID
        var isFunction: Bool
        /// The entry that this one shadows, or -1.
        var shadowed: Int
    }

    private var entries: [Entry] = []
    private var newest: [String: Int] = [:]
    /// Entries below belong to a function around a local type: its members see only the functions among them.
    private var floor = 0

    /// Where the innermost scope starts once something is declared; hand it to `leave(to:)`.
    var mark: Int { entries.count }

    mutating func declare(_ name: String, _ local: LocalID, isFunction: Bool = false) {
        entries.append(
            Entry(name: name, local: local, isFunction: isFunction, shadowed: newest[name] ?? -1))
        newest[name] = entries.count - 1
    }

    func lookup(_ name: String) -> LocalID? {
        guard !entries.isEmpty, var index = newest[name] else { return nil }
        while index >= 0 {
            if index >= floor || entries[index].isFunction { return entries[index].local }
            index = entries[index].shadowed
        }
        return nil
    }

    mutating func leave(to mark: Int) {
        while entries.count > mark {
            let entry = entries.removeLast()
            newest[entry.name] = entry.shadowed < 0 ? nil : entry.shadowed
        }
    }

    /// Hides what was declared since `mark`, for the `else` of a `guard`; `restore(_:)` brings it back.
    mutating func withdraw(since mark: Int) -> [(name: String, local: LocalID, isFunction: Bool)] {
        let hidden = entries[mark...].map { ($0.name, $0.local, $0.isFunction) }
        leave(to: mark)
        return hidden
    }

    mutating func restore(_ hidden: [(name: String, local: LocalID, isFunction: Bool)]) {
        for (name, local, isFunction) in hidden { declare(name, local, isFunction: isFunction) }
    }

    /// Starts the members of a local type; the result is for `leaveType(_:)`.
    mutating func enterType() -> Int {
        let outer = floor
        floor = entries.count
        return outer
    }

    mutating func leaveType(_ outer: Int) { floor = outer }
}
