import Foundation
import Testing

@testable import Reporting

struct JUnitValidatorTests {
    private func problems(_ text: String) throws -> [String] {
        try JUnitValidator.problems(in: Array(text.utf8), named: "in.xml").map {
            "\($0.line): \($0.message): \($0.advice)"
        }
    }

    @Test func theProgramCarriesTheSchemaOfTheDocs() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let published = try String(contentsOf: root.appending(path: "docs/junit.xsd"), encoding: .utf8)
        #expect("\(JUnitSchema.document)\n" == published)
        #expect(XMLSchema(JUnitSchema.document) != nil)
    }

    @Test func schemaViolationsNameTheirLine() throws {
        let problems = try problems(
            """
            <testsuites>
              <testsuite name="a" tests="1" failures="0" errors="0" time="1e-05">

                <testcase classname="c" colour="red"/>
              </testsuite>
            </testsuites>
            """)
        #expect(problems.contains { $0.hasPrefix("2: ") && $0.contains("time") })
        #expect(problems.contains { $0.hasPrefix("4: ") && $0.contains("colour") && $0.hasSuffix("<property>") })
        #expect(
            problems.contains {
                $0.hasPrefix("4: ") && $0.contains("'name' is required") && $0.hasSuffix("add the attribute")
            })
    }

    @Test func wrongCountsTwinsAndEmptySuitesAreTold() throws {
        let problems = try problems(
            """
            <testsuites tests="5">
              <testsuite name="a" tests="1" failures="0" errors="0"/>
              <testsuite name="b" tests="2" failures="0" errors="0">
                <testcase classname="c" name="t"/>
                <testcase classname="c" name="t"><failure/><error/></testcase>
              </testsuite>
            </testsuites>
            """)
        #expect(
            problems == [
                "1: <testsuites> says tests=\"5\" but has 2: write tests=\"2\"",
                "2: the suite has no test case, so Jenkins drops it: write one passing case",
                "2: <testsuite> says tests=\"1\" but has 0: write tests=\"0\"",
                "3: <testsuite> says errors=\"0\" but has 1: write errors=\"1\"",
                "5: the test case has 2 results; readers show the first: write a case for each",
                "5: the test case `c.t` is also on line 4, so GitLab ignores one: "
                    + "give it a name of its own, for example by merging with `unblock report merge`",
            ])
    }

    @Test func linesAbove65535AreRight() throws {
        let text = "<testsuites>" + String(repeating: "\n", count: 70_000) + "<testsuite/>\n</testsuites>"
        let problems = try problems(text)
        #expect(problems.filter { $0.hasPrefix("70001: Element 'testsuite'") }.count == 4)
        #expect(problems.last?.hasPrefix("7000") == true)
    }
}
