import SimulatedExecution
import SourceModel

@testable import Verdicts

extension LinkedSource {
    /// The verdicts on a source's findings, in the order of the text.
    static func verdicts(
        _ text: String, poolWidth: Int = 2, schedules: Int = 64
    ) async throws -> [(rule: RuleID, verdict: Verdict)] {
        try await with(text) { source in
            let finder = SubjectFinder(program: source.program, poolWidth: poolWidth)
            let judge = Judge(schedules: schedules)
            return source.detections.map { detection in
                switch finder.start(detection).flatMap({ finder.usual($0, of: detection) }) {
                case .success(let arm): (detection.rule, judge.verdict(on: arm.subject))
                case .failure(let problem):
                    (detection.rule, Verdict(outcome: .notModelled(reason: problem.reason)))
                }
            }
        }
    }

    /// The verdict on a finding of a source, with another text of it as the fix.
    ///
    /// - Parameters:
    ///   - callee: the name of the flagged call.
    ///   - occurrence: which of the findings at such calls is meant, from 0.
    static func verdict(
        _ before: String, fixedAs after: String, at callee: String, _ occurrence: Int = 0, poolWidth: Int = 2
    ) async throws -> Verdict {
        try await with(before) { source in
            let summary = source.program.files[0].summary
            let found = source.detections.filter { detection in
                guard case .call(let call)? = source.tables.site(at: detection.anchor, in: 0) else { return false }
                return source.program.index.call(call).baseName(in: summary) == callee
            }
            guard found.indices.contains(occurrence) else { throw NotThere(name: "a finding at \(callee)") }
            let finder = SubjectFinder(program: source.program, poolWidth: poolWidth)
            let start = try finder.start(found[occurrence]).get()
            let arm = try finder.fixed(start, in: FixedProgram(source, after), number: 0, title: "the other text").get()
            return Judge(schedules: 256).verdict(on: arm.subject)
        }
    }
}

extension FixedProgram {
    /// As if an edit had replaced all that differs between two texts.
    fileprivate init(_ old: LinkedSource, _ text: String) {
        let new = LinkedSource.linked(text)
        let (before, after) = (Array(old.text.utf8), Array(new.text.utf8))
        let start = zip(before, after).prefix { $0 == $1 }.count
        let room = min(before.count, after.count) - start
        let end = zip(before.reversed(), after.reversed()).prefix(room).prefix { $0 == $1 }.count
        self.init(
            new.program, files: [0],
            edits: [0: [Edit(range: SourceRange(start, before.count - end), newLength: after.count - end - start)]])
    }
}
