import ProgramModel
import SimulatedExecution
import SourceModel

/// Control flow: branches become choices, loops run twice, `return` skips the rest of its function.
extension ScenarioLowering {
    /// Statements, and whether control surely leaves the function at their end.
    struct Lowered {
        var statements: [Statement] = []
        var leaves = false
    }

    /// The statements of a body, with the children of its `async let`s around them.
    mutating func body(_ reference: BodyReference) -> [Statement] {
        let outer = openLets
        openLets = []
        defer { openLets = outer }
        var statements: [Statement] = []
        // Children start where they are declared; nothing before that matters to them.
        for child in tables.asyncLets(of: reference) {
            let handle = newHandle()
            statements.append(start(child, on: home, as: handle))
            openLets.append(handle)
        }
        statements += scope(program.index.body(reference).steps, in: reference).statements
        return statements + awaitLets()
    }

    /// Waits for the children of `async let`.
    private mutating func awaitLets() -> [Statement] {
        defer { openLets = [] }
        return openLets.map { .awaitTask($0) }
    }

    private mutating func lower(_ steps: [Step], in body: BodyReference) -> Lowered {
        var result = Lowered()
        for (position, step) in steps.enumerated() {
            guard size <= limit else { return result }
            switch step {
            case .call(let id): append(call(CallReference(body.file, id)), to: &result)
            case .read(let id): append(read(ReadReference(body.file, id)), to: &result)
            case .suspension: append(awaitLets() + [.sleep(Unknown.suspension)], to: &result)
            case .assignment, .deferred: continue
            case .scope(let inner):
                let lowered = scope(inner, in: body)
                append(lowered.statements, to: &result)
                if lowered.leaves {
                    result.leaves = true
                    return result
                }
            case .loop(let loop): append(lower(loop, in: body), to: &result)
            case .exit(let exit):
                // Leaving a loop early is one of the ways that its two rounds already stand for.
                switch exit {
                case .return, .throw: result.leaves = true
                case .break, .continue, .fallthrough: break
                }
                return result
            case .branch(let arms):
                let rest = Array(steps[(position + 1)...])
                append(branch(arms, before: rest, in: body, leaves: &result.leaves), to: &result)
                return result
            }
        }
        return result
    }

    /// A block whose `defer`s run at its end, however it is left.
    private mutating func scope(_ steps: [Step], in body: BodyReference) -> Lowered {
        var result = lower(steps, in: body)
        for step in steps.reversed() {
            guard case .deferred(let deferred) = step else { continue }
            append(lower(deferred, in: body).statements, to: &result)
        }
        return result
    }

    /// Ways that leave the function end there; the others go on with the rest.
    private mutating func branch(
        _ arms: [[Step]], before rest: [Step], in body: BodyReference, leaves: inout Bool
    ) -> [Statement] {
        var leaving = Ways()
        var staying = Ways()
        let held = heldLock
        var heldAfter = held
        for arm in arms {
            let before = visits
            heldLock = held
            // The parts of `#if` are no scopes of their own, but may hold a `defer`.
            let lowered = scope(arm, in: body)
            if lowered.leaves {
                leaving.add(lowered.statements, isFlagged: isOfInterest(lowered.statements, since: before))
            } else {
                staying.add(lowered.statements, isFlagged: isOfInterest(lowered.statements, since: before))
                heldAfter = heldLock
            }
        }
        heldLock = heldAfter
        guard !staying.isEmpty else {
            leaves = true
            return leaving.choice
        }
        let before = visits
        let after = lower(rest, in: body)
        leaves = after.leaves && leaving.isEmpty
        leaving.add(
            staying.choice + after.statements,
            isFlagged: staying.isFlagged || isOfInterest(after.statements, since: before))
        return leaving.choice
    }

    /// Whether a way comes by the flagged place or, below it, by what holds the thread.
    private func isOfInterest(_ way: [Statement], since before: Int) -> Bool {
        visits > before || isInsideFlagged && way.contains { $0.contains(where: \.holdsThread) }
    }

    /// Ways through a branch; those that come by the flagged place first, since that is the plain run of a scenario.
    private struct Ways {
        private var flagged: [[Statement]] = []
        private var others: [[Statement]] = []

        var isEmpty: Bool { flagged.isEmpty && others.isEmpty }
        var isFlagged: Bool { !flagged.isEmpty }

        mutating func add(_ way: [Statement], isFlagged: Bool) {
            if isFlagged {
                if !flagged.contains(way) { flagged.append(way) }
            } else if !others.contains(way) {
                others.append(way)
            }
        }

        var choice: [Statement] {
            let all = flagged + others
            return all.count > 1 ? [.choose(all)] : all.first ?? []
        }
    }

    private mutating func lower(_ loop: Loop, in body: BodyReference) -> [Statement] {
        if case .loop(let flagged)? = site, flagged.keywordRange == loop.keywordRange, flagged.body.file == body.file {
            visits += 1
            return pollingLoop()
        }
        let round = lower(loop.body, in: body).statements
        let condition = lower(loop.condition, in: body).statements
        switch loop.kind {
        case .for, .forAwait: return condition + repeated(round)
        case .while, .repeatWhile: return repeated(condition + round)
        }
    }

    private func repeated(_ round: [Statement]) -> [Statement] {
        round.isEmpty ? [] : [.loop(times: 2, round)]
    }

    /// Waits by looking again and again until something outside changes.
    private func pollingLoop() -> [Statement] {
        remedy == .none ? [.block(Unknown.wait, what: "the loop")] : [.sleep(Unknown.wait)]
    }

    private mutating func append(_ statements: [Statement], to result: inout Lowered) {
        size += statements.count
        result.statements += statements
    }
}
