import SourceModel
import Testing

@testable import Reporting

struct JUnitMergeTests {
    private func merged(_ documents: [String]) throws -> String {
        let sink = MemorySink()
        try JUnitMerger.merge(documents.map(Rendering.parsed), to: sink)
        return sink.text
    }

    /// Takes out what may differ: durations.
    private func withoutTimes(_ text: String) -> String { text.replacing(#/ time="[0-9.]*"/#, with: "") }

    /// The part of a report that one machine of `count` would have.
    private func shard(_ index: Int, of count: Int, _ report: Report) -> Report {
        let paths = Set(report.files.map(\.path) + report.findings.map(\.file)).sorted()
        let mine = Set(paths.enumerated().filter { $0.offset % count == index }.map(\.element))
        var part = report
        part.files.removeAll { !mine.contains($0.path) }
        part.findings.removeAll { !mine.contains($0.file) }
        return part
    }

    @Test(arguments: SampleReports.all.map(\.stem), JUnitProfile.allCases)
    func mergingTheShardsGivesTheWhole(stem: String, profile: JUnitProfile) throws {
        var report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        // `A` and `A.swift` share a class name; what tells them apart depends on both being in one run.
        report.files.removeAll { $0.path == "A" }
        let whole = withoutTimes(try Rendering.junit(report, profile))
        for count in 1...7 {
            let parts = try (0..<count).map { try Rendering.junit(shard($0, of: count, report), profile) }
            for parts in [parts, parts.reversed()] {
                let merged = withoutTimes(try merged(parts))
                let different = zip(merged.split(separator: "\n"), whole.split(separator: "\n")).first { $0 != $1 }
                #expect(merged == whole, "\(count) shards, first at \(different.map { "\($0)" } ?? "the end")")
            }
        }
    }

    @Test func timesAddUp() throws {
        let part = try Rendering.junit(SampleReports.clean)
        #expect(try Rendering.parsed(merged([part, part])).root?["time"] == "4.000")
    }

    @Test func mergingTwiceOrInPartsIsTheSame() throws {
        let documents = try SampleReports.all.map { try Rendering.junit($0.report) }
        let once = try merged(documents)
        #expect(try merged([once]) == once)
        #expect(try merged([merged(Array(documents.prefix(2)))] + documents.dropFirst(2)) == once)
    }

    @Test func otherProducersKeepWhatWeDoNotKnow() throws {
        let surefire = """
            <testsuite name="B" tests="99" failures="7" errors="0" time="1,234.5" flavour="x&amp;y">
              <properties><property name="p" value="1"/></properties>
              <testcase name="t" classname="c"><rerunFailure type="x">a<![CDATA[<b>]]>c</rerunFailure></testcase>
              <testcase name="t" classname="c"><failure/><failure/></testcase>
              <testsuite name="inner" tests="0"><testcase name="u"><skipped/></testcase></testsuite>
            </testsuite>
            """
        let pytest = """
            <testsuites><testsuite name='A' tests='1' failures='0' errors='0'>
            <testcase name='t' classname='c'/></testsuite></testsuites>
            """
        let document = try Rendering.parsed(merged([surefire, pytest]))
        #expect(document.suites.map { $0["name"] } == ["A", "B"])
        let second = try #require(document.suites.last)
        #expect(second["tests"] == "3" && second["failures"] == "1" && second["skipped"] == "1")
        #expect(second["flavour"] == "x&y")
        #expect(second.elements[1].elements.first?.children == [.text("a<b>c")])
        #expect(second.elements.map { $0["name"] } == [nil, "t #2", "t #3", "inner"])
        #expect(document.root?["tests"] == "4" && document.root?["time"] == "1234.500")
    }

    @Test func shardsWithoutFilesDisappear() throws {
        let empty = try Rendering.junit(SampleReports.report([], [], lines: 0, seconds: 0))
        #expect(try Rendering.parsed(merged([empty, empty])).suites.count == 1)
        #expect(try Rendering.parsed(merged([empty, Rendering.junit(SampleReports.clean)])).suites.count == 1)
    }
}
