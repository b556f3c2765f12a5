import SourceModel

extension BlockingPaths {
    /// What holds the thread in the end, by the shortest way; `nil` when that was lost in a circle.
    package func blockingAPI(of index: Int) -> String? {
        var pending = [index]
        var seen: Set<Int> = [index]
        var next = 0
        while next < pending.count {
            let node = nodes[pending[next]]
            next += 1
            if let call = node.blockingCalls.first { return call.name }
            for call in node.calls where seen.insert(call.node).inserted { pending.append(call.node) }
        }
        return nil
    }

    /// A node and everything blocking that it reaches, as an indented tree.
    ///
    /// - Parameter place: how a place in a file is written.
    package func tree(from root: Int, place: (_ file: String, _ range: SourceRange) -> String) -> String {
        guard nodes.indices.contains(root) else { return "" }
        var lines = ["\(nodes[root].symbol)  \(place(nodes[root].file, nodes[root].nameRange))"]
        var onTheWay: Set<Int> = [root]
        append(root, "", &lines, &onTheWay, place)
        return lines.joined(separator: "\n")
    }

    private func append(
        _ index: Int, _ indentation: String, _ lines: inout [String], _ onTheWay: inout Set<Int>,
        _ place: (String, SourceRange) -> String
    ) {
        let node = nodes[index]
        var branches: [(range: SourceRange, text: String, next: Int?)] = node.blockingCalls.map {
            ($0.range, "\($0.name)  blocks", nil)
        }
        branches += node.calls.map { ($0.range, nodes[$0.node].symbol, $0.node) }
        branches.sort { $0.range < $1.range }
        for (position, branch) in branches.enumerated() {
            let isLast = position == branches.count - 1
            lines.append("\(indentation)\(isLast ? "└─ " : "├─ ")\(branch.text)  \(place(node.file, branch.range))")
            guard let next = branch.next else { continue }
            // Code that calls itself is drawn once, and no tree is longer than a screen can show.
            guard lines.count < 200, onTheWay.insert(next).inserted else { continue }
            append(next, indentation + (isLast ? "   " : "│  "), &lines, &onTheWay, place)
            onTheWay.remove(next)
        }
    }
}
