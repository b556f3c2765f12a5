import Foundation
import Testing

@testable import SimulatedExecution

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct TimelineTests {
    /// Any width, any number of events: lines are as wide as asked, rows are as many as asked.
    @Test(arguments: [(40, 10), (61, 1_000), (100, 100_000), (240, 1_000)])
    func drawingsStayWithinTheirBounds(width: Int, events: Int) {
        let timeline = Timeline([("crowd", SampleTraces.crowd(events: events, threads: 30))])
        let lines = timeline.text(width: width, mostRows: 5).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.filter { $0.hasPrefix("own thread") || $0.starts(with: #/\d+ more/#) }.count == 5)
    }

    @Test func svgOfAnyTraceIsBounded() {
        let timeline = Timeline([("crowd", SampleTraces.crowd(events: 100_000, threads: 500))])
        #expect(timeline.svg().utf8.count < 300_000)
    }

    @Test func formsAloneTellStatesApart() {
        let timeline = Timeline([("before", SampleTraces.blocking)])
        let plain = timeline.text()
        #expect(timeline.text(isColoured: true).replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        #expect(plain.contains("A──a███"))
        let ascii = timeline.text(characters: .ascii)
        #expect(ascii.contains("A--a###") && ascii.utf8.allSatisfy { $0 < 0x80 })
    }

    /// The same run gives the same bytes, and its drawing says who held the pool.
    @Test func runsOfTheSimulatorAreDrawn() throws {
        let drawings = try (0..<2).map { _ in
            try SampleScenarios.all.map { name, scenario in
                Timeline([(name, try SampleScenarios.trace(scenario))]).text()
            }
        }
        #expect(drawings[0] == drawings[1])
        #expect(drawings[0][0].contains(/pool thread 0 A─*a██/))
        #expect(drawings[0][1].contains(/executor 3 +·+d██/))
        #expect(drawings[0][2].contains("Deadlock: `waiter 1` waits for semaphore `gate`"))
    }

    @Test func columnsOfTwoRunsAreOneScale() throws {
        let text = Timeline([("before", SampleTraces.blocking), ("after", SampleTraces.offloaded)]).text()
        let scales = text.split(separator: "\n").filter { $0.contains("100 ms") }
        #expect(scales.count == 2 && scales[0] == scales[1])
        #expect(Timeline([("deadlock", SampleTraces.deadlock)]).text().contains("step 0"))
    }

    @Test func aRunWithoutEventsIsTold() {
        let empty = SampleTraces.builder { _ in }
        #expect(Timeline([("empty", empty)]).text().contains("nothing ran"))
        #expect(Timeline([("empty", empty)]).svg().contains("nothing ran"))
        #expect(empty.interleaving() == "")
        #expect(Timeline([]).text().contains("runs"))
    }

    /// Traces are public, so somebody may write one whose times make no sense.
    @Test func timesOutOfOrderDoNoHarm() {
        let trace = SampleTraces.builder { draft in
            for (index, time) in [50, -20, 900, 7].enumerated() {
                draft.add(time, index, nil, .ready)
                draft.add(time, index, SampleTraces.pool(0), .began)
                draft.add(-time, index, SampleTraces.pool(0), .left(reason: .time(what: nil)))
                draft.add(time, index, nil, .observed(.livelock(steps: 1)))
            }
        }
        #expect(Timeline([("odd", trace)]).text().contains("pool thread 0"))
        #expect(Timeline([("odd", trace)]).svg().contains("</svg>"))
        #expect(!trace.chromeJSON().isEmpty && !trace.interleaving().isEmpty)
    }

    @Test func ticksAreRoundAndFew() {
        for length in [1, 7, 99, 1_000, 86_400_000] {
            let trace = Trace(
                scenario: Scenario("empty"), machine: SampleTraces.machine, events: [], end: .milliseconds(length))
            let ticks = Timeline([("", trace)]).ticks(atMost: 8)
            #expect(ticks.first == 0 && ticks.count <= 9)
            #expect(ticks.dropFirst().first.map { "125".contains(String($0).prefix(1)) } ?? true)
        }
    }

    /// Names that would end an element, an attribute, a string, or that a terminal would act on.
    @Test func hostileNamesAreEscaped() throws {
        let name = "</text><script>\"&'\u{1B}[31m\u{202E}\n]]>\u{FFFE}` \\u"
        let trace = SampleTraces.builder { draft in
            let lock = draft.scenario.add(.lock(isRecursive: false), named: name)
            draft.scenario.name = name
            draft.add(0, 0, nil, .created(name: name, parent: nil))
            draft.add(0, 0, SampleTraces.pool(0), .began)
            draft.add(9, 0, SampleTraces.pool(0), .blocked(reason: .resource(lock)))
            draft.add(20, 0, nil, .observed(.misuse(lock, message: name)))
        }
        let timeline = Timeline([(name, trace)])
        for text in [timeline.text(), trace.interleaving()] {
            #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
            #expect(!text.contains("\u{202E}"))
        }
        let svg = timeline.svg()
        #expect(!svg.contains("<script>") && svg.contains("&lt;script&gt;&quot;&amp;"))
        let parser = XMLParser(data: Data(svg.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(try JSONSerialization.jsonObject(with: Data(trace.chromeJSON().utf8)) is [String: Any])
    }

    @Test func theMiddleOfALongInterleavingIsLeftOut() {
        let trace = SampleTraces.crowd(events: 1_000, threads: 10)
        let lines = trace.interleaving(limit: 11).split(separator: "\n")
        #expect(lines.count == 12)
        #expect(lines[5].hasSuffix("… \(trace.events.count - 11) more steps …"))
    }

    @Test(arguments: [
        (Duration.nanoseconds(7), "7 ns"), (.microseconds(5), "5 µs"), (.milliseconds(250), "250 ms"),
        (.microseconds(1_500), "1.5 ms"), (.seconds(86_400), "86400 s"), (.zero, "0 ms"),
    ])
    func timesArePrintedInTheUnitThatFits(time: Duration, text: String) {
        #expect(TimeUnit(fitting: time).text(time.nanoseconds, isTrimmed: true) == text)
    }

    @Test func lettersAreSharedWhenTasksAreMany() {
        let few = TaskLegend([SampleTraces.blocking])
        #expect(few.lines(isASCII: false) == ["A–C `fetch`", "D `heartbeat`"])
        let numbered = SampleTraces.builder { draft in
            for task in 0..<3 { draft.add(0, task, nil, .created(name: "fetch \(task + 1)", parent: nil)) }
        }
        #expect(TaskLegend([numbered]).lines(isASCII: false) == ["A–C `fetch`"])
        let many = TaskLegend([SampleTraces.crowd(events: 0, threads: 100)])
        #expect(many.lines(isASCII: true).count == 27)
        #expect(many.lines(isASCII: true).first == "A `worker of kind A` (3 tasks)")
        #expect(many.letter(40, run: 0) == "A" && many.letter(39, run: 0) == "*")
    }
}
