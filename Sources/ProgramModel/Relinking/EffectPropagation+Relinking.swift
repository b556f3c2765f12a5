/// Effects of a few changed files, on top of those that other files were found to have.
extension EffectPropagation {
    /// Must be made for these files, with what was known of the others.
    ///
    /// Takes effects in the order in which a run over all files would: by the number of calls in between, then by the
    /// blocking API and the places on the way. So the same paths are told.
    ///
    /// - Throws: when the files run code of others that runs code of theirs: what the others do is then not known any
    ///   more.
    mutating func runAgain() throws(RelinkingObstacle) -> EffectTable {
        let files = files ?? []
        addBeginnings()
        var graph = CallerGraph(resolver: resolver, contexts: contexts, callers: callers)
        let outside = effects.regions.filter { !files.contains($0.file) && mayRun($0) }
        graph.explore(upwardsFrom: outside + effects.regions.filter { files.contains($0.file) })
        var levels: [[EffectID]] = [queue]
        queue = []
        var stale: Set<Int> = []
        for region in outside where !graph.waysUp(from: region).isEmpty {
            for position in effects[region].indices {
                let id = EffectID(region: region, index: position)
                guard let depth = effects.depth(of: id) else {
                    stale.insert(region.file)
                    continue
                }
                while levels.count <= depth { levels.append([]) }
                levels[depth].append(id)
            }
        }
        guard stale.isEmpty else { throw .needs(stale) }
        var depth = 0
        while depth < levels.count {
            for id in ordered(levels[depth]) { carryUp(id, along: graph) }
            if !queue.isEmpty {
                if levels.count == depth + 1 { levels.append([]) }
                levels[depth + 1] += queue
                queue = []
            }
            depth += 1
        }
        noteHolders()
        return effects
    }

    /// Whether the files have a site that could run a region, going by names alone.
    private func mayRun(_ region: BodyReference) -> Bool {
        resolver.names(thatRun: region, holder: effects.holder(of: region)).contains(where: sites.has)
    }

    // MARK: Order

    private func ordered(_ ids: [EffectID]) -> [EffectID] {
        guard ids.count > 1 else { return ids }
        return ids.map { (id: $0, way: way(to: $0)) }.sorted { $0.way.precedes($1.way) }.map(\.id)
    }

    /// From the blocking API up to an effect.
    private func way(to id: EffectID) -> EffectWay {
        var places: [EffectWay.Place] = []
        var current = effects[id]
        var beginning = current
        while let effect = current {
            places.append(EffectWay.Place(effect.site))
            beginning = effect
            current = effect.cause.flatMap { effects[$0] }
        }
        return EffectWay(group: group(of: beginning), name: beginning.map(name) ?? "", places: places.reversed())
    }

    /// Library calls are looked for first, then those that spell another name, loops, and marked functions.
    private func group(of effect: Effect?) -> Int {
        guard let effect else { return 4 }
        if case .loop = effect.site { return 2 }
        guard effect.entry != nil else { return 3 }
        return resolver.catalogue.relevantNames.contains(name(effect)) ? 0 : 1
    }

    private func name(_ effect: Effect) -> String {
        switch effect.site {
        case .call(let call):
            return resolver.index.call(call).baseName(in: resolver.index.files[call.file].summary)
        case .read(let read):
            switch resolver.index.files[read.file].summary[resolver.index.read(read).expression] {
            case .name(let name, _), .member(_, let name, _), .implicitMember(let name): return name
            default: return ""
            }
        case .loop: return ""
        }
    }
}

/// The order in which effects are found: what they begin with, and where they pass.
private struct EffectWay {
    struct Place {
        var file: Int
        /// Calls of a file are looked at before its reads.
        var kind: Int
        var position: Int

        init(_ site: Site) {
            file = site.file
            switch site {
            case .call(let call): (kind, position) = (0, call.id.index)
            case .read(let read): (kind, position) = (1, read.id.index)
            case .loop(let loop): (kind, position) = (0, loop.keywordRange.start)
            }
        }
    }

    var group: Int
    var name: String
    var places: [Place]

    func precedes(_ other: EffectWay) -> Bool {
        if group != other.group { return group < other.group }
        if name != other.name { return name < other.name }
        for (left, right) in zip(places, other.places) {
            let (one, two) = ((left.file, left.kind, left.position), (right.file, right.kind, right.position))
            if one != two { return one < two }
        }
        return false
    }
}
