import Foundation
import Testing

/// Every rule has its prose, its fixtures and its page.
@Suite struct RuleFolderTests {
    static let ids: [String] = SourceTree.files(below: ["rules"], suffix: ".yaml")
        .filter { !$0.path.dropFirst("rules/".count).contains("/") }
        .map { String($0.name.dropLast(".yaml".count)) }
    static let fewestMarks = 8

    @Test func rulesAreFound() { #expect(Self.ids.count >= 18) }

    @Test(arguments: ids)
    func aRuleIsNamedAsItsFile(_ id: String) throws {
        let text = try SourceTree.file("rules/\(id).yaml").text
        #expect(text.split(separator: "\n").contains { $0.filter { $0 != "\"" } == "id: \(id)" })
        for key in ["title:", "severity:", "message:", "why:", "fix:", "since:"] {
            #expect(text.contains("\n\(key)"), "rules/\(id).yaml has no \(key)")
        }
    }

    @Test(arguments: ids)
    func aRuleHasFixtures(_ id: String) {
        let files = SourceTree.files(below: ["fixtures/rules/\(id)"], suffix: ".swift")
        let marks = files.reduce(0) { $0 + $1.text.components(separatedBy: "// expect: \(id)").count - 1 }
        #expect(marks >= Self.fewestMarks, "fixtures/rules/\(id) has \(marks) `// expect: \(id)` marks")
        // A rule that only reports has not been shown to stay silent.
        #expect(files.contains { Self.functionsWithoutMark($0) }, "fixtures/rules/\(id) shows no code that is fine")
    }

    @Test(arguments: ids)
    func aRuleHasAPage(_ id: String) {
        #expect(SourceTree.exists("docs/rules/\(id).md"), "docs/rules/\(id).md is missing: run `make generate`")
    }

    @Test func everyFixtureFolderBelongsToARule() {
        for file in SourceTree.files(below: ["fixtures/rules"], suffix: ".swift") {
            let folder = String(file.path.split(separator: "/").dropFirst(2).first ?? "")
            #expect(Self.ids.contains(folder), "\(file.path): no rule is called \(folder)")
        }
    }

    @Test func everyMarkNamesARule() {
        let marks = ["// expect: ", "// known-miss: ", "// known-false-alarm: "]
        for file in SourceTree.files(below: ["fixtures"], suffix: ".swift") {
            for (index, line) in file.lines.enumerated() {
                for mark in marks {
                    guard let range = line.range(of: mark) else { continue }
                    let id = line[range.upperBound...].prefix { $0.isLetter || $0 == "-" || $0.isNumber }
                    #expect(Self.ids.contains(String(id)), "\(file.path):\(index + 1): no rule is called `\(id)`")
                }
            }
        }
    }

    private static func functionsWithoutMark(_ file: SourceTree.File) -> Bool {
        file.lines.contains { $0.contains("func ") && !$0.contains("// expect:") }
    }
}
