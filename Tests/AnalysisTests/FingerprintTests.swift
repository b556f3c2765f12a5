import Analysis
import SourceModel
import TestSupport
import Testing

struct FingerprintTests {
    private func fingerprints(_ text: String, path: String = "Sources/App/A.swift") async throws -> [String] {
        let fixture = Fixture(name: "f", files: [Fixture.File(path: path, text: text)])
        return try await analyze(fixture).report.findings.map(\.fingerprint)
    }

    @Test func movedAndReindentedLinesKeepTheirFingerprint() async throws {
        let original = try await fingerprints(Example.sleeping())
        let moved =
            "// a\n\n" + Example.sleeping().replacing("    Thread", with: "\t\tThread").replacing("\n", with: "\r\n")
        #expect(original.count == 1)
        #expect(try await fingerprints(moved) == original)
    }

    @Test func anotherFileOrLineHasAnother() async throws {
        let original = try await fingerprints(Example.sleeping())
        #expect(try await fingerprints(Example.sleeping(), path: "Sources/App/B.swift") != original)
        #expect(try await fingerprints(Example.sleeping().replacing("1)", with: "2)")) != original)
    }

    @Test func twinsDifferAndAnAllowedTwinRenamesNone() async throws {
        let line = "    Thread.sleep(forTimeInterval: 1)\n"
        let twins = try await fingerprints("import Foundation\nfunc f() async {\n\(line)\(line)}\n")
        #expect(Set(twins).count == 2)
        let allowed = "    // unblock:allow sleep-in-async - demo\n\(line)"
        let rest = try await fingerprints("import Foundation\nfunc f() async {\n\(allowed)\(line)}\n")
        #expect(rest == [twins.last])
    }
}
