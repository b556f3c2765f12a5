import SourceModel

/// A report with a finding for each outcome of a simulation.
enum SampleVerdicts {
    static let timelines = Verdict.Timelines(
        text: "before\npool thread 0 a████\n\nafter\npool thread 0 A─···\n",
        svg: """
            <svg xmlns="http://www.w3.org/2000/svg" class="unblock-timeline" viewBox="0 0 100 20" role="img">\
            <title>Timeline: before, after</title><rect width="60" height="20"/></svg>

            """)

    static let all: [Verdict] = [
        Verdict(
            outcome: .confirmed, fix: .fixed,
            before: Verdict.Measurement(maxStall: .milliseconds(250), makespan: .milliseconds(540)),
            after: Verdict.Measurement(maxStall: .zero, makespan: .microseconds(290_500)),
            remarks: [
                "holds for blocking times of 1, 10 and 100 times the rest and for pools of 1, 2 and 8 threads",
                "every schedule with at most 2 deviations from first-in-first-out was run",
            ], schedules: 128, seed: 7, workers: 8, schedule: "u1-7-3x0.1-9k", timelines: timelines),
        Verdict(
            outcome: .confirmed, fix: .introducesHazard,
            before: Verdict.Measurement(maxStall: .microseconds(1_250), makespan: .seconds(1.5)),
            after: Verdict.Measurement(maxStall: .microseconds(20), makespan: .seconds(1.25)),
            problems: ["with the fix `load()` may overwrite what another call of it has written"],
            remarks: ["explored a sample of 1,024 schedules"], schedules: 1_024, seed: .max, workers: 2,
            schedule: "u1-8-2"),
        Verdict(
            outcome: .confirmed,
            before: Verdict.Measurement(maxStall: nil, makespan: nil, hasDeadlock: true),
            after: Verdict.Measurement(maxStall: .zero, makespan: .milliseconds(2)),
            problems: [
                "task 0 `waiter` waits for semaphore `gate`, held up by task 2 `signaller`, which waits for a pool thread"
            ], schedules: 1, seed: 0, workers: 1, schedule: "u1-0"),
        Verdict(
            outcome: .notReproduced,
            before: Verdict.Measurement(maxStall: .zero, makespan: .milliseconds(3)), schedules: 4_096, seed: 1),
        Verdict(outcome: .notModelled(reason: "the loop in `refresh()` has no bound that is known")),
    ]

    static let report: Report = {
        var report = SampleReports.sample
        var fifth = report.findings[3]
        fifth.rule = "file-io-in-async"
        fifth.severity = .warning
        report.findings.append(fifth)
        for index in report.findings.indices { report.findings[index].verdict = all[index] }
        report.findings.sort(by: Finding.reportOrder)
        return report
    }()

    /// As ``SampleReports/hostile``: nothing in a verdict may end a line, an element or a string.
    static func hostile(_ text: String) -> Verdict {
        Verdict(
            outcome: .notModelled(reason: text), fix: .ineffective,
            before: Verdict.Measurement(maxStall: nil, makespan: nil, hasDeadlock: true), problems: [text],
            remarks: [text, ""],
            schedules: 1, schedule: text, timelines: Verdict.Timelines(text: text, svg: ""))
    }
}
