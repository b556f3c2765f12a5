import ProgramModel
import RuleCatalogue
import SourceModel

/// A task and the wait for it: `Task { …; done.signal() }` and `done.wait()` in one function.
struct Bridge: Hashable {
    /// The call that waits.
    var wait: CallReference
    /// The task's closure.
    var task: BodyReference
}

/// Finds bridges from synchronous to asynchronous code, wherever they stand.
struct BridgeFinder {
    let program: Program

    private static let taskNames: Set<String> = ["Task", "detached", "immediate", "immediateDetached"]

    /// By the call that waits.
    func bridges() -> [CallReference: Bridge] {
        var result: [CallReference: Bridge] = [:]
        let waitsOfFiles = Dictionary(grouping: program.sites.calls(named: "wait"), by: \.file)
        for (file, waits) in waitsOfFiles.sorted(by: { $0.key < $1.key }) {
            let tasks = taskClosures(in: file)
            guard !tasks.isEmpty else { continue }
            let signals = calls(in: file, named: ["signal", "leave"])
            for wait in waits {
                guard let bridge = bridge(for: wait, tasks, signals) else { continue }
                result[wait] = bridge
            }
        }
        return result
    }

    private func bridge(for wait: CallReference, _ tasks: [BodyReference], _ signals: [CallReference]) -> Bridge? {
        guard let entry = program.matcher.entry(of: wait)?.entry, entry.waits == .futureWork,
            let key = receiverKey(wait)
        else { return nil }
        let home = function(around: BodyReference(wait.file, program.index.call(wait).body))
        for signal in signals where receiverKey(signal) == key {
            let body = BodyReference(signal.file, program.index.call(signal).body)
            guard let task = tasks.first(where: { encloses($0, body) }), function(around: task) == home,
                !encloses(task, BodyReference(wait.file, program.index.call(wait).body))
            else { continue }
            return Bridge(wait: wait, task: task)
        }
        return nil
    }

    private func taskClosures(in file: Int) -> [BodyReference] {
        let summary = program.files[file].summary
        return summary.bodies.indices.compactMap { position in
            guard case .closure(let form) = summary.bodies[position].kind, case .argument(let call, _) = form.use,
                Self.taskNames.contains(summary.calls[call.index].baseName(in: summary))
            else { return nil }
            let body = BodyReference(file, BodyID(position))
            guard case .context = program.contexts.closures.placement(of: body) else { return nil }
            return body
        }
    }

    private func calls(in file: Int, named names: Set<String>) -> [CallReference] {
        let summary = program.files[file].summary
        return summary.calls.indices.compactMap { position in
            names.contains(summary.calls[position].baseName(in: summary))
                ? CallReference(file, CallID(position)) : nil
        }
    }

    private func receiverKey(_ call: CallReference) -> ReceiverKey? {
        ReceiverKey(of: call, in: program)
    }

    private func encloses(_ outer: BodyReference, _ inner: BodyReference) -> Bool {
        var current: BodyID? = inner.id
        var steps = 0
        while let id = current, steps < 300 {
            if id == outer.id { return true }
            current = program.index.body(BodyReference(inner.file, id)).parent
            steps += 1
        }
        return false
    }

    /// The function that a body is part of, closures left behind.
    private func function(around body: BodyReference) -> BodyID {
        var current = body.id
        var steps = 0
        while case .closure = program.index.body(BodyReference(body.file, current)).kind,
            let parent = program.index.body(BodyReference(body.file, current)).parent, steps < 300
        {
            current = parent
            steps += 1
        }
        return current
    }
}
