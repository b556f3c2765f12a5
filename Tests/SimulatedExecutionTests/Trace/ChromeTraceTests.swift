import Foundation
import Testing

@testable import SimulatedExecution

/// What viewers demand of a trace, checked over the events as they read them.
struct ChromeTraceTests {
    private struct Event: Decodable {
        var ph: String
        var pid: Int
        var tid: Int
        var ts: Double?
        var name: String?
        var id: Int?
        var bp: String?
        var track: [Int] { [pid, tid] }
    }

    private struct Document: Decodable { var traceEvents: [Event] }

    private static let written: [String: Trace] = [
        "blocking": SampleTraces.blocking, "offloaded": SampleTraces.offloaded, "deadlock": SampleTraces.deadlock,
        "hand-over": SampleTraces.handOver, "crowd": SampleTraces.crowd(events: 2_000, threads: 7),
    ]

    /// Of traces by hand, and of scenarios that the simulator runs.
    private static let names = written.keys.sorted() + SampleScenarios.all.map(\.name)

    private static func events(_ name: String) throws -> [Event] {
        let scenario = SampleScenarios.all.first { $0.name == name }?.scenario
        let trace = try scenario.map(SampleScenarios.trace) ?? #require(written[name])
        return try JSONDecoder().decode(Document.self, from: Data(trace.chromeJSON().utf8)).traceEvents
    }

    @Test(arguments: names)
    func slicesNestAndTimeNeverGoesBack(name: String) throws {
        var open: [[Int]: Int] = [:]
        var time = 0.0
        for event in try Self.events(name) where event.ph != "M" {
            let now = try #require(event.ts)
            #expect(now >= time)
            time = now
            if event.ph == "B" { open[event.track, default: 0] += 1 }
            if event.ph == "E" { open[event.track, default: 0] -= 1 }
            #expect(open[event.track, default: 0] >= 0)
        }
        #expect(open.values.allSatisfy { $0 == 0 })
    }

    @Test(arguments: names)
    func arrowsHaveTwoEndsInsideSlices(name: String) throws {
        var open: [[Int]: Int] = [:]
        var started: Set<Int> = []
        for event in try Self.events(name) {
            if event.ph == "B" { open[event.track, default: 0] += 1 }
            if event.ph == "E" { open[event.track, default: 0] -= 1 }
            guard event.ph == "s" || event.ph == "f" else { continue }
            let id = try #require(event.id)
            #expect(open[event.track, default: 0] > 0)
            if event.ph == "s" {
                #expect(started.insert(id).inserted)
            } else {
                #expect(started.remove(id) != nil && event.bp == "e")
            }
        }
        #expect(started.isEmpty)
    }

    @Test(arguments: names)
    func everyTrackHasAName(name: String) throws {
        let events = try Self.events(name)
        let named = Set(events.filter { $0.name == "thread_name" }.map(\.track))
        #expect(events.allSatisfy { $0.ph == "M" || named.contains($0.track) })
        // Viewers take thread 0 for the idle thread.
        #expect(named.allSatisfy { $0[1] > 0 })
    }

    @Test func aSignalLeadsToTheWaitThatItEnds() throws {
        let handOvers = HandOvers(SampleTraces.handOver)
        let events = SampleTraces.handOver.events
        let pairs = events.indices.flatMap { start in
            handOvers.starting(at: start).map { arrow in
                (events[start].kind, events.indices.first { handOvers.ending(at: $0).contains(arrow.arrow) })
            }
        }
        #expect(pairs.count == 3)
        for (cause, effect) in pairs {
            let effect = try #require(effect)
            switch cause {
            case .created: #expect(events[effect].kind == .began && events[effect].task == 1)
            case .signalled: #expect(events[effect].kind == .resumed && events[effect].task == 0)
            case .finished: #expect(events[effect].kind == .began && events[effect].task == 1)
            default: Issue.record("an arrow from \(cause)")
            }
        }
    }

    @Test func aRunWithoutTimeIsDrawnOverItsSteps() throws {
        let times = try Self.events("deadlock").compactMap(\.ts)
        #expect(times.max() == Double(SampleTraces.deadlock.events.count))
    }
}
