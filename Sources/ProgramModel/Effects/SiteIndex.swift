/// Every call and read of the program by the name it spells, in the order of files and of text.
package struct SiteIndex {
    private var sites: [String: [Site]] = [:]

    /// - Parameter only: the files whose sites are wanted; `nil` for all.
    init(files: [ProgramFile], only: Set<Int>? = nil) {
        for (file, program) in files.enumerated() where only?.contains(file) ?? true {
            let summary = program.summary
            for position in summary.calls.indices {
                // A subscript is called by no name of its own.
                let isSubscript = summary.calls[position].isSubscript
                let name = isSubscript ? "subscript" : summary.calls[position].baseName(in: summary)
                if !name.isEmpty { sites[name, default: []].append(.call(CallReference(file, CallID(position)))) }
            }
            for position in summary.reads.indices {
                switch summary[summary.reads[position].expression] {
                case .name(let name, _), .member(_, let name, _), .implicitMember(let name):
                    sites[name, default: []].append(.read(ReadReference(file, ReadID(position))))
                default: continue
                }
            }
        }
    }

    /// O(1).
    func named(_ name: String) -> [Site] { sites[name] ?? [] }

    /// Every name that some site spells, in no order.
    var names: some Sequence<String> { sites.keys }

    /// Whether any site spells the name. O(1).
    func has(_ name: String) -> Bool { sites[name] != nil }

    /// O(sites of the name).
    package func calls(named name: String) -> [CallReference] {
        named(name).compactMap { site in
            if case .call(let call) = site { call } else { nil }
        }
    }

    /// O(sites of the name).
    package func reads(named name: String) -> [ReadReference] {
        named(name).compactMap { site in
            if case .read(let read) = site { read } else { nil }
        }
    }
}
