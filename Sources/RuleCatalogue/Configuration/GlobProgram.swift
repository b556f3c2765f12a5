/// A glob as a small machine whose possible states are all followed at once.
struct GlobProgram: Sendable, Hashable {
    private let steps: [Step]

    enum Step: Sendable, Hashable {
        case scalar(Unicode.Scalar)
        /// Any character but `/`.
        case any
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
        /// Goes on at both places.
        case fork(Int, Int)
        case jump(Int)
        /// Passes only at the start of the text or just after `/`.
        case componentStart
        case anythingAtAll
        case accept
    }

    /// Patterns with more steps are refused, so that nobody waits for one.
    static let limit = 10_000

    init(_ pattern: String) throws(GlobProblem) {
        var compiler = GlobCompiler(pattern)
        steps = try compiler.compile()
    }

    /// O(steps × length).
    func matches(_ text: some StringProtocol) -> Bool {
        var current = StateSet(count: steps.count)
        var following = StateSet(count: steps.count)
        enter(0, &current, atComponentStart: true)
        for scalar in text.unicodeScalars {
            if current.members.isEmpty { return false }
            following.removeAll()
            for state in current.members where passes(steps[state], scalar) {
                enter(state + 1, &following, atComponentStart: scalar == "/")
            }
            swap(&current, &following)
        }
        return current.members.contains { steps[$0] == .accept }
    }

    private func passes(_ step: Step, _ scalar: Unicode.Scalar) -> Bool {
        switch step {
        case .scalar(let wanted): scalar == wanted
        case .any: scalar != "/"
        case .oneOf(let ranges, let isNegated): scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
        case .anythingAtAll: true
        case .fork, .jump, .componentStart, .accept: false
        }
    }

    /// Adds a state and all that are reached from it without reading a character.
    private func enter(_ state: Int, _ set: inout StateSet, atComponentStart: Bool) {
        var waiting = [state]
        while let state = waiting.popLast() {
            guard set.insert(state) else { continue }
            switch steps[state] {
            case .fork(let first, let second): waiting += [first, second]
            case .jump(let target): waiting.append(target)
            case .componentStart: if atComponentStart { waiting.append(state + 1) }
            case .scalar, .any, .oneOf, .anythingAtAll, .accept: break
            }
        }
    }

    private struct StateSet {
        private(set) var members: [Int] = []
        private var isMember: [Bool]

        init(count: Int) { isMember = Array(repeating: false, count: count) }

        mutating func insert(_ state: Int) -> Bool {
            if isMember[state] { return false }
            isMember[state] = true
            members.append(state)
            return true
        }

        mutating func removeAll() {
            for state in members { isMember[state] = false }
            members.removeAll(keepingCapacity: true)
        }
    }
}
