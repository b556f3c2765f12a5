import SourceModel

/// What a closure that runs on another thread takes along.
struct CapturePlan {
    /// Elements of the capture list, in the order of their first use: `count`, `url = self.url`.
    var list: [String] = []
    /// Values that are not `Sendable` and whose owner does nothing until the code has run: `cache = cache`.
    var lent: [String] = []
    /// Variables that the code changes and that come back as its value.
    var returned: [String] = []
    /// Changes inside the moved code: `self.url` becomes `url`, `load()` becomes `self.load()`.
    var rewrites: [Rewrite] = []
    /// What a reader should know before the fix is applied.
    var reasons: [String] = []

    init() {}

    init(_ early: EarlyCalls) {
        list = early.elements
        rewrites = early.rewrites
        if early.changesOrder { reasons = [EarlyCalls.reason] }
    }

    /// `[count, url = self.url]`, or empty.
    var text: String { list.isEmpty ? "" : "[\(list.joined(separator: ", "))]" }

    mutating func capture(_ element: String) {
        if !list.contains(element) { list.append(element) }
    }

    /// The copy of a variable that went along comes back.
    mutating func giveBack(_ name: String) {
        if !returned.contains(name) { returned.append(name) }
    }

    mutating func lend(_ element: String) {
        if !lent.contains(element) { lent.append(element) }
    }
}

/// Why code cannot be put into a closure of another thread.
enum CaptureProblem: Error {
    case refused(FixRefusal)
    /// A local stands in the way; it goes along when the statements from its declaration on are moved together.
    case local(String, LexicalScope.Binding, FixRefusal)

    static func refused(_ reason: String) -> CaptureProblem { .refused(FixRefusal(reason)) }

    var refusal: FixRefusal {
        switch self {
        case .refused(let refusal), .local(_, _, let refusal): refusal
        }
    }
}
