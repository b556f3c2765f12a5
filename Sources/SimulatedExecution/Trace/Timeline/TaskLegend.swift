/// Letters for the tasks of a timeline, the same in all of its runs.
///
/// Copies of a task, whose names differ in a number at the end, are one entry. Each task has a letter while there are
/// enough; then each entry has one for all of its tasks; then entries beyond the last letter share `*`.
struct TaskLegend {
    struct Entry: Hashable {
        let name: String
        let firstLetter: Character
        let lastLetter: Character
        /// Tasks of this name in the run that has most of them.
        let copies: Int
    }

    let entries: [Entry]
    /// Names that have no letter of their own.
    let otherNames: Int
    /// By run, then by task.
    private let letters: [[Int: Character]]

    private static let alphabet: [Character] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    /// O(number of events).
    init(_ traces: [Trace]) {
        var names: [String] = []
        var copies: [String: Int] = [:]
        var ordinals: [[(task: Int, name: String, ordinal: Int)]] = []
        for trace in traces {
            var counts: [String: Int] = [:]
            var tasks: [(task: Int, name: String, ordinal: Int)] = []
            for event in trace.events {
                guard case .created(let fullName, _) = event.kind else { continue }
                let name = Self.withoutNumber(fullName)
                tasks.append((event.task, name, counts[name, default: 0]))
                counts[name, default: 0] += 1
                if copies[name] == nil { names.append(name) }
                copies[name] = max(copies[name] ?? 0, counts[name] ?? 0)
            }
            ordinals.append(tasks)
        }
        let isPerTask = copies.values.reduce(0, +) <= Self.alphabet.count
        var firstIndex: [String: Int] = [:]
        var entries: [Entry] = []
        var next = 0
        for name in names where next < Self.alphabet.count {
            let count = copies[name] ?? 1
            let last = next + (isPerTask ? count : 1) - 1
            firstIndex[name] = next
            entries.append(
                Entry(
                    name: name.printable, firstLetter: Self.alphabet[next], lastLetter: Self.alphabet[last],
                    copies: count))
            next = last + 1
        }
        self.entries = entries
        otherNames = names.count - entries.count
        letters = ordinals.map { tasks in
            let pairs = tasks.map { task -> (Int, Character) in
                let index = firstIndex[task.name].map { $0 + (isPerTask ? task.ordinal : 0) }
                return (task.task, index.map { Self.alphabet[$0] } ?? "*")
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    /// `fetch` of `fetch 12`.
    private static func withoutNumber(_ name: String) -> String {
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let base = name.dropLast(digits)
        return digits > 0 && base.last == " " ? String(base.dropLast()) : name
    }

    /// - Parameter run: position of the run in the timeline.
    func letter(_ task: Int, run: Int) -> Character { letters[run][task] ?? "*" }

    /// ``A–D `fetch` ``
    /// - Parameter isASCII: with `-` for the dash.
    func lines(isASCII: Bool) -> [String] {
        var lines = entries.map { entry in
            let dash = isASCII ? "-" : "–"
            let isOne = entry.firstLetter == entry.lastLetter
            let letters = isOne ? "\(entry.firstLetter)" : "\(entry.firstLetter)\(dash)\(entry.lastLetter)"
            let copies = isOne && entry.copies > 1 ? " (\(entry.copies) tasks)" : ""
            return "\(letters) `\(entry.name.cut(to: 60, mark: isASCII ? "..." : "…"))`\(copies)"
        }
        if otherNames > 0 { lines.append("* \(otherNames) other names") }
        return lines
    }
}
