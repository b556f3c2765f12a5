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

    mutating func lower(_ steps: [Step], in body: BodyReference) -> Lowered {
        var result = Lowered()
        for (position, step) in steps.enumerated() {
            guard problem == nil else { return result }
            switch step {
            case .call(let id): append(call(CallReference(body.file, id)), to: &result)
            case .read(let id): append(read(ReadReference(body.file, id)), to: &result)
            case .suspension: append([.sleep(.fixed(Self.moment))], to: &result)
            case .assignment: continue
            case .scope(let inner):
                let lowered = scope(inner, in: body)
                append(lowered.statements, to: &result)
                if lowered.leaves {
                    result.leaves = true
                    return result
                }
            case .deferred: continue
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
        var leaving: [[Statement]] = []
        var staying: [[Statement]] = []
        for arm in arms {
            let lowered = lower(arm, in: body)
            if lowered.leaves {
                if !leaving.contains(lowered.statements) { leaving.append(lowered.statements) }
            } else if !staying.contains(lowered.statements) {
                staying.append(lowered.statements)
            }
        }
        guard !staying.isEmpty else {
            leaves = true
            return choice(leaving)
        }
        let after = lower(rest, in: body)
        leaves = after.leaves && leaving.isEmpty
        let onward = choice(staying) + after.statements
        return leaving.isEmpty ? onward : choice(leaving + [onward])
    }

    private func choice(_ ways: [[Statement]]) -> [Statement] {
        ways.count > 1 ? [.choose(ways)] : ways.first ?? []
    }

    private mutating func lower(_ loop: Loop, in body: BodyReference) -> [Statement] {
        if case .loop(let flagged) = site, flagged.keywordRange == loop.keywordRange, flagged.body.file == body.file {
            return pollingLoop()
        }
        var round = lower(loop.body, in: body).statements
        if loop.kind == .forAwait { round.insert(.sleep(.fixed(Self.moment)), at: 0) }
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
        let time = Latency.fixed(Self.moment * 100)
        return variant == .before ? [.block(time, what: "the loop")] : [.sleep(time)]
    }

    private mutating func append(_ statements: [Statement], to result: inout Lowered) {
        size += statements.count
        if size > Self.mostStatements { problem = .tooLarge }
        result.statements += statements
    }
}
