/// Every call and read of the program by the name it spells, in the order of files and of text.
package struct SiteIndex {
    private var sites: [String: [PackedSite]] = [:]

    /// A call or a read in eight bytes: a program has nearly as many as lines.
    private struct PackedSite {
        /// The number of the file above a bit that says whether it is a read.
        private let file: UInt32
        private let position: Int32

        init(call: Int, _ file: Int) {
            self.file = UInt32(file) << 1
            position = Int32(call)
        }

        init(read: Int, _ file: Int) {
            self.file = UInt32(file) << 1 | 1
            position = Int32(read)
        }

        var call: CallReference? { file & 1 == 0 ? CallReference(Int(file >> 1), CallID(Int(position))) : nil }
        var read: ReadReference? { file & 1 == 1 ? ReadReference(Int(file >> 1), ReadID(Int(position))) : nil }
        var number: Int { Int(file >> 1) }
        var site: Site? { call.map { .call($0) } ?? read.map { .read($0) } }
    }

    /// - Parameter only: the files whose sites are wanted; `nil` for all.
    init(files: [ProgramFile], only: Set<Int>? = nil) {
        for (file, program) in files.enumerated() where only?.contains(file) ?? true {
            let summary = program.summary
            for position in summary.calls.indices {
                // A subscript is called by no name of its own.
                let isSubscript = summary.calls.isSubscript(at: position)
                let name = isSubscript ? "subscript" : summary.baseName(of: summary.calls.callee(at: position))
                if !name.isEmpty { sites[name, default: []].append(PackedSite(call: position, file)) }
            }
            for position in summary.reads.indices {
                switch summary[summary.reads[position].expression] {
                case .name(let name, _), .member(_, let name, _), .implicitMember(let name):
                    sites[name, default: []].append(PackedSite(read: position, file))
                default: continue
                }
            }
        }
        for position in sites.values.indices { sites.values[position] = sites.values[position].fitted }
    }

    /// O(sites of the name).
    func named(_ name: String) -> [Site] { sites[name]?.compactMap(\.site) ?? [] }

    /// Whether a site outside some files spells the name. O(sites of the name).
    func isSpelled(_ name: String, outside files: Set<Int>) -> Bool {
        sites[name]?.contains { !files.contains($0.number) } ?? false
    }

    /// Every name that some site spells, in no order.
    var names: some Sequence<String> { sites.keys }

    /// Whether any site spells the name. O(1).
    func has(_ name: String) -> Bool { sites[name] != nil }

    /// O(sites of the name).
    package func calls(named name: String) -> [CallReference] {
        sites[name]?.compactMap(\.call) ?? []
    }

    /// O(sites of the name).
    package func reads(named name: String) -> [ReadReference] {
        sites[name]?.compactMap(\.read) ?? []
    }
}
