/// The blocking effects of regions, in the order in which they were found: shortest paths first.
package struct EffectTable {
    /// Those with an effect, in the order in which they got their first.
    package private(set) var regions: [BodyReference] = []
    private var effects: [[Effect]] = []
    private var positions: ReferenceTable<BodyID, Int>

    init(files: Int) { positions = ReferenceTable(files: files) }

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
