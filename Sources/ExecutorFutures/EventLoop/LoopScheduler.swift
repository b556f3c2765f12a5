/// Decides which of several ready things a loop runs next, in place of first in, first out.
///
/// An oracle for tests and simulation: it sees every real choice of a run, and the same answers give the same run, if
/// the program takes its time from the loop's clock and waits for nothing outside the loop.
/// It is asked on the loop's thread only, between two entries, and must neither block nor call the loop.
public protocol LoopScheduler: AnyObject, Sendable {
    /// Chooses what runs next.
    ///
    /// Jobs of tasks may be taken in any order, since Swift promises none among them. Callbacks keep the order that the
    /// loop promises: only the oldest one is ever among the options.
    /// - Parameter options: at least two, in the order in which they became ready; number 0 is what first in, first out
    ///   would run.
    /// - Returns: the number of the chosen option; the run is abandoned with ``EventLoopError/abandoned(loop:)`` if it
    ///   is `nil` or no number of an option.
    func choose(among options: [ReadyChoice]) -> Int?
}

/// Something that is ready to run, as a ``LoopScheduler`` sees it.
public struct ReadyChoice: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The next piece of a task that is bound to no actor.
        case task
        /// The next piece of a task on an actor that is pinned to the loop.
        case actor
        /// A callback: `callSoon`, `post`, a timer or a descriptor.
        case callback
        /// A callback of the simulator that keeps no order with others.
        case step
    }

    public var kind: Kind
    /// The number of the task, counted from 0 in the order in which the loop first saw its tasks; for a step its own
    /// number; `nil` for a callback. It is the same in each run that makes the same choices.
    public var number: Int?

    public init(kind: Kind, number: Int?) {
        self.kind = kind
        self.number = number
    }
}

/// The choices of one run, and the numbers that make tasks recognisable in another.
struct ScheduledChoices: ~Copyable {
    let scheduler: any LoopScheduler
    private var numbers: [UInt64: Int] = [:]
    private var options: [ReadyChoice] = []
    private var positions: [Int] = []

    init(_ scheduler: any LoopScheduler) {
        self.scheduler = scheduler
    }

    /// The place in `ready` of the entry to run; `nil` when the scheduler gives up. `ready` must not be empty.
    mutating func next(in ready: inout ReadyQueue) -> Int? {
        options.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        var sawCallback = false
        for position in 0..<ready.count {
            let choice = choice(for: position, in: &ready)
            if choice.kind == .callback {
                if sawCallback { continue }
                sawCallback = true
            }
            options.append(choice)
            positions.append(position)
        }
        if positions.count == 1 { return positions[0] }
        guard let chosen = scheduler.choose(among: options), positions.indices.contains(chosen) else { return nil }
        return positions[chosen]
    }

    /// Looks at one entry, and notes a job's number there, since it costs more than the job to find it out.
    private mutating func choice(for position: Int, in ready: inout ReadyQueue) -> ReadyChoice {
        switch ready[position] {
        case .taskJob(let job, let known):
            let number = known.value >= 0 ? known : number(of: job)
            ready[position] = .taskJob(job, number)
            return ReadyChoice(kind: .task, number: number.value)
        case .actorJob(let job, let known):
            let number = known.value >= 0 ? known : number(of: job)
            ready[position] = .actorJob(job, number)
            return ReadyChoice(kind: .actor, number: number.value)
        case .call, .placedCall, .timer, .sleeper, .descriptor: return ReadyChoice(kind: .callback, number: nil)
        case .step(let step): return ReadyChoice(kind: .step, number: step.number)
        }
    }

    private mutating func number(of job: UnownedJob) -> JobNumber {
        let identifier = job.runtimeIdentifier
        if let known = numbers[identifier] { return JobNumber(value: known) }
        let number = numbers.count
        numbers[identifier] = number
        return JobNumber(value: number)
    }
}

extension UnownedJob {
    /// The runtime's number for the job's task. Its only public form is the end of the description, `(id: 7)`.
    var runtimeIdentifier: UInt64 {
        var number: UInt64 = 0
        for character in description.utf8 where character >= 48 && character <= 57 {
            number = number &* 10 &+ UInt64(character &- 48)
        }
        return number
    }
}
