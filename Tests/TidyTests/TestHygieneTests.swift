import Testing

/// Tests run, all of them, the same way each time.
@Suite struct TestHygieneTests {
    @Test(arguments: SourceTree.tests)
    func noTestIsSkipped(_ file: SourceTree.File) {
        // Spelt in parts, or this file would be caught.
        let switches = [".disabled" + "(", "XCTSkip" + "(", "withKnownIssue" + "(", ".enabled" + "(if: false"]
        for (index, line) in SourceTree.code(of: file).enumerated() {
            for word in switches where line.contains(word) {
                Issue.record("\(file.path):\(index + 1): `\(word)` hides a test; mend it or remove it")
            }
        }
    }

    @Test(arguments: SourceTree.tests)
    func noTestSleepsToWaitForSomething(_ file: SourceTree.File) {
        for (index, line) in SourceTree.code(of: file).enumerated() {
            let sleeps = ["Task.sleep(", "Thread.sleep(", "usleep(", " sleep("].contains { line.contains($0) }
            guard sleeps else { continue }
            let lines = file.lines
            let reason = lines[max(0, index - 1)...index].contains { $0.contains("allow-sleep: ") }
            #expect(reason, "\(file.path):\(index + 1): wait for the event itself, or say why with `// allow-sleep: `")
        }
    }

    @Test func everyTestFolderIsATarget() throws {
        let targets = Set(PackageManifest(text: try SourceTree.file("Package.swift").text).targets.map(\.name))
        for file in SourceTree.tests {
            #expect(targets.contains(file.target), "\(file.path) is in no target of Package.swift and never runs")
        }
    }
}
