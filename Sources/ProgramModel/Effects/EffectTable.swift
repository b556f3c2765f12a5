/// The blocking effects of regions, in the order in which they were found: shortest paths first.
package struct EffectTable {
    /// Those with an effect, in the order in which they got their first.
    package private(set) var regions: [BodyReference] = []
    private var effects: [[Effect]] = []
    private var positions: ReferenceTable<BodyID, Int>
    /// For closures with effects the name of the property that keeps them.
    private var holders: [BodyReference: String] = [:]
    /// Effects that came from a file that was edited since.
    private var stale: Set<EffectID> = []

    init(files: Int) {
        positions = ReferenceTable(files: files)
    }

    /// The effects of all other files; those that came from these are kept in their places and count as stale.
    ///
    /// O(effects).
    /// - Parameter files: how many there are now; new ones come last.
    func leavingOut(_ edited: Set<Int>, files: Int) -> EffectTable {
        var rest = EffectTable(files: files)
        rest.stale = stale.filter { !edited.contains($0.region.file) }
        rest.holders = holders.filter { !edited.contains($0.key.file) }
        var origins = Origins(of: effects)
        for (position, region) in regions.enumerated() where !edited.contains(region.file) {
            rest.positions.set(region, to: rest.regions.count)
            rest.regions.append(region)
            rest.effects.append(effects[position])
            for index in effects[position].indices where effects[position][index].cause != nil {
                if leads(region, position, index, through: edited, &origins) {
                    rest.stale.insert(EffectID(region: region, index: index))
                }
            }
        }
        return rest
    }

    /// What is known of where effects come from, by their places in the table: hashing them costs more than the rest.
    private struct Origins {
        enum Answer: UInt8 { case unknown, isElsewhere, isEdited }

        private let starts: [Int]
        private var answers: [Answer]

        init(of effects: [[Effect]]) {
            var count = 0
            starts = effects.map { list in
                defer { count += list.count }
                return count
            }
            answers = Array(repeating: .unknown, count: count)
        }

        subscript(position: Int, index: Int) -> Answer {
            get { answers[starts[position] + index] }
            set { answers[starts[position] + index] = newValue }
        }
    }

    /// Whether an effect comes from one of some files or from something stale.
    private func leads(
        _ region: BodyReference, _ position: Int, _ index: Int, through files: Set<Int>, _ origins: inout Origins
    ) -> Bool {
        if origins[position, index] != .unknown { return origins[position, index] == .isEdited }
        // Until it is known, what leads back to it leads nowhere.
        origins[position, index] = .isElsewhere
        guard isLead(region, position, index, through: files, &origins) else { return false }
        origins[position, index] = .isEdited
        return true
    }

    private func isLead(
        _ region: BodyReference, _ position: Int, _ index: Int, through files: Set<Int>, _ origins: inout Origins
    ) -> Bool {
        if files.contains(region.file) { return true }
        if !stale.isEmpty, stale.contains(EffectID(region: region, index: index)) { return true }
        guard let cause = effects[position][index].cause else { return false }
        guard let next = positions[cause.region], effects[next].indices.contains(cause.index) else {
            return files.contains(cause.region.file) || stale.contains(cause)
        }
        return leads(cause.region, next, cause.index, through: files, &origins)
    }

    /// How many calls lie between an effect and the blocking API; `nil` when one of them was edited since.
    func depth(of id: EffectID) -> Int? {
        var depth = 0
        var current = id
        while true {
            guard !stale.contains(current), let effect = self[current], depth < 10_000 else { return nil }
            guard let cause = effect.cause else { return depth }
            current = cause
            depth += 1
        }
    }

    /// The name of the property that keeps a closure with effects.
    package func holder(of closure: BodyReference) -> String? { holders[closure] }

    mutating func keep(_ closure: BodyReference, in property: String) { holders[closure] = property }

    /// How many calls lie between an effect and the blocking API; `nil` when a link is missing: the file that it was in
    /// has changed.
    func depth(of effect: Effect) -> Int? {
        var depth = 0
        var current = effect
        while let cause = current.cause {
            guard let next = self[cause], depth < 10_000 else { return nil }
            current = next
            depth += 1
        }
        return depth
    }

    /// O(1).
    package subscript(region: BodyReference) -> [Effect] { positions[region].map { effects[$0] } ?? [] }

    package subscript(id: EffectID) -> Effect? {
        guard let position = positions[id.region], effects[position].indices.contains(id.index) else { return nil }
        return effects[position][id.index]
    }

    mutating func add(_ effect: Effect, to region: BodyReference) -> EffectID {
        let position: Int
        if let known = positions[region] {
            position = known
        } else {
            position = regions.count
            positions.set(region, to: position)
            regions.append(region)
            effects.append([])
        }
        effects[position].append(effect)
        return EffectID(region: region, index: effects[position].count - 1)
    }
}
