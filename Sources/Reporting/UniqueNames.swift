/// Hands out names that differ: ` #2`, ` #3` … tell equal ones apart, in the order of asking.
struct UniqueNames {
    private var taken: Set<String> = []
    private var lastOrdinal: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        if taken.insert(name).inserted { return name }
        var ordinal = lastOrdinal[name] ?? 1
        var candidate: String
        repeat {
            ordinal += 1
            candidate = "\(name) #\(ordinal)"
        } while !taken.insert(candidate).inserted
        lastOrdinal[name] = ordinal
        return candidate
    }
}
