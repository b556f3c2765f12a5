/// Turns the text of a glob into the steps of a `GlobProgram`.
struct GlobCompiler {
    private let text: [Unicode.Scalar]
    private var position = 0
    private var steps: [GlobProgram.Step] = []

    init(_ pattern: String) { text = Array(pattern.unicodeScalars) }

    mutating func compile() throws(GlobProblem) -> [GlobProgram.Step] {
        guard text.count <= GlobProgram.limit / 4 else {
            throw GlobProblem(problem: "the pattern is too long", advice: "split it into several")
        }
        try sequence()
        steps.append(.accept)
        return steps
    }

    /// The alternatives of open braces: where each jumps to its end, and the fork in front of the next one.
    private struct Brace {
        var fork: Int
        var jumps: [Int] = []
    }

    private mutating func sequence() throws(GlobProblem) {
        var braces: [Brace] = []
        while position < text.count {
            let scalar = text[position]
            position += 1
            switch scalar {
            case "*": star()
            case "?": steps.append(.any)
            case "[": try bracket()
            case "{":
                braces.append(Brace(fork: steps.count))
                steps.append(.jump(0))
            case "," where !braces.isEmpty: nextAlternative(&braces[braces.count - 1])
            case "}" where !braces.isEmpty: if let brace = braces.popLast() { close(brace) }
            case "\\" where position < text.count:
                steps.append(.scalar(text[position]))
                position += 1
            default: steps.append(.scalar(scalar))
            }
        }
        if !braces.isEmpty {
            throw GlobProblem(problem: "the pattern has a `{` without `}`", advice: "close it, or write `\\{`")
        }
    }

    private mutating func nextAlternative(_ brace: inout Brace) {
        brace.jumps.append(steps.count)
        steps.append(.jump(0))
        steps[brace.fork] = .fork(brace.fork + 1, steps.count)
        brace.fork = steps.count
        steps.append(.jump(0))
    }

    private mutating func close(_ brace: Brace) {
        steps[brace.fork] = .jump(brace.fork + 1)
        for jump in brace.jumps { steps[jump] = .jump(steps.count) }
    }

    /// After the first `*`.
    private mutating func star() {
        let start = position - 1
        var isDouble = false
        while position < text.count, text[position] == "*" {
            isDouble = true
            position += 1
        }
        let startsComponent = start == 0 || ["/", "{", ","].contains(text[start - 1])
        let atEnd = position == text.count || ["}", ","].contains(text[position])
        if isDouble, startsComponent, atEnd {
            loop(over: .anythingAtAll)
        } else if isDouble, startsComponent, text[position] == "/" {
            // No component, or any number of them, each with its slash.
            position += 1
            loop(over: .anythingAtAll)
            steps.append(.componentStart)
        } else {
            loop(over: .any)
        }
    }

    private mutating func loop(over step: GlobProgram.Step) {
        let start = steps.count
        steps += [.fork(start + 1, start + 3), step, .jump(start)]
    }

    /// After `[`.
    private mutating func bracket() throws(GlobProblem) {
        var isNegated = false
        if position < text.count, text[position] == "!" || text[position] == "^" {
            isNegated = true
            position += 1
        }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        // A `]` in first place is meant as itself.
        while position < text.count, text[position] != "]" || ranges.isEmpty {
            let low = text[position]
            position += 1
            if position + 1 < text.count, text[position] == "-", text[position + 1] != "]" {
                let high = text[position + 1]
                position += 2
                guard low <= high else {
                    throw GlobProblem(
                        problem: "the range `\(low)-\(high)` is empty", advice: "write `\(high)-\(low)`")
                }
                ranges.append(low...high)
            } else {
                ranges.append(low...low)
            }
        }
        guard position < text.count else {
            throw GlobProblem(problem: "the pattern has a `[` without `]`", advice: "close it, or write `\\[`")
        }
        position += 1
        steps.append(.oneOf(ranges, isNegated: isNegated))
    }
}
