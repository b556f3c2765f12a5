/// The blocking effects of regions, in the order in which they were found: shortest paths first.
package struct EffectTable {
    /// Those with an effect, in the order in which they got their first.
    package private(set) var regions: [BodyReference] = []
    private var effects: [[Effect]] = []
    private var positions: ReferenceTable<BodyID, Int>
    private let files: Int
    /// For closures with effects the name of the property that keeps them.
    private var holders: [BodyReference: String] = [:]
    /// Effects that came from a file that was edited since.
    private var stale: Set<EffectID> = []

    init(files: Int) {
        self.files = files
        positions = ReferenceTable(files: files)
    }

    /// The effects of all other files; those that came from these are kept in their places and count as stale.
    func leavingOut(_ edited: Set<Int>) -> EffectTable {
        var rest = EffectTable(files: files)
        rest.stale = stale.filter { !edited.contains($0.region.file) }
        rest.holders = holders.filter { !edited.contains($0.key.file) }
        var isStale: [EffectID: Bool] = [:]
        for (region, list) in zip(regions, effects) where !edited.contains(region.file) {
            rest.positions.set(region, to: rest.regions.count)
            rest.regions.append(region)
            rest.effects.append(list)
            for (index, effect) in list.enumerated() where effect.cause != nil {
                let id = EffectID(region: region, index: index)
                if leads(id, through: edited, &isStale) { rest.stale.insert(id) }
            }
        }
        return rest
    }

    /// Whether an effect comes from one of some files or from something stale.
    private func leads(_ id: EffectID, through files: Set<Int>, _ known: inout [EffectID: Bool]) -> Bool {
        if files.contains(id.region.file) || stale.contains(id) { return true }
        if let answer = known[id] { return answer }
        known[id] = false
        guard let cause = self[id]?.cause else { return false }
        let answer = leads(cause, through: files, &known)
        known[id] = answer
        return answer
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
