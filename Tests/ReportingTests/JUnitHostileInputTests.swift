import SourceModel
import Testing

@testable import Reporting

struct JUnitHostileInputTests {
    /// The message of the error that reading must give.
    private func refusal(_ bytes: [UInt8], limit: Int = 50_000_000) throws -> String {
        let error = #expect(throws: ReportError.self) {
            try JUnitReader.read(bytes, named: "in.xml", limit: limit)
        }
        #expect(throws: ReportError.self) { try JUnitValidator.problems(in: bytes, named: "in.xml", limit: limit) }
        let text = try #require(error).description
        #expect(text.contains("in.xml"))
        #expect(!text.unicodeScalars.contains { $0.isTerminalControl })
        return text
    }

    private func refusal(_ text: String) throws -> String { try refusal(Array(text.utf8)) }

    @Test func aBillionLaughsAreRefused() throws {
        var entities = "<!ENTITY l0 \"lol\">"
        for level in 1...9 {
            let reference = String(repeating: "&l\(level - 1);", count: 10)
            entities += "<!ENTITY l\(level) \"\(reference)\">"
        }
        for use in ["<testsuites>&l9;</testsuites>", "<testsuites name=\"&l9;\"/>"] {
            for start in ["", "\u{FEFF}", "<?xml version='1.0'?>\n<!-- <x> -->\n", "\n"] {
                #expect(try refusal("\(start)<!DOCTYPE x [\(entities)]>\(use)").contains("document type"))
            }
        }
    }

    @Test func externalEntitiesAreRefused() throws {
        let declaration = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
        let text = declaration + "<testsuites><testsuite name=\"&e;\"/></testsuites>"
        #expect(try refusal(text).contains("document type"))
        #expect(try refusal("<!DOCTYPE x SYSTEM 'http://localhost:9/x.dtd'><testsuites/>").contains("document type"))
        #expect(try refusal("<testsuites>&e;</testsuites>").contains("line 1"))
    }

    @Test(arguments: [65, 300, 100_000])
    func deepNestingIsRefused(depth: Int) throws {
        let text = "<testsuites>" + String(repeating: "<testsuite>", count: depth)
        let refusal = try refusal(text)
        #expect(refusal.contains("nested more than 64 deep"))
    }

    @Test func aMillionLevelsAreRefused() throws {
        let bytes = Array(String(repeating: "<a>", count: 1_000_000).utf8)
        #expect(try refusal(bytes).contains("nested more than 64 deep"))
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = Array(try Rendering.junit(SampleReports.sample).utf8)
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
        for count in stride(from: 0, through: end, by: 41) { _ = try refusal(Array(bytes.prefix(count))) }
        #expect(try refusal(Array(bytes.prefix(end))).contains("line "))
    }

    @Test func textThatIsNoXMLIsRefused() throws {
        #expect(try refusal("").contains("is empty"))
        #expect(try refusal(" \n ").contains("is empty"))
        #expect(try refusal("not xml").contains("is not XML"))
        #expect(try refusal("{\"schema\": 1}").contains("is not XML"))
        #expect(try refusal("<html><body/></html>").contains("the root is <html>"))
        #expect(try refusal("<testsuites/><testsuites/>").contains("line 1"))
    }

    @Test func nulBytesAndOtherForbiddenCharactersAreRefused() throws {
        #expect(try refusal("<testsuites>\u{0}</testsuites>").contains("not UTF-8 text"))
        _ = try refusal("<testsuites>" + String(repeating: " ", count: 100) + "\u{0}</testsuites>")
        _ = try refusal("<testsuites>\u{1B}</testsuites>")
        _ = try refusal("<testsuites name=\"".utf8 + [0xEF, 0xBF, 0xBF] + "\"/>".utf8)
        _ = try refusal("<testsuites name=\"&#0;\"/>")
    }

    @Test func wrongEncodingsAreRefused() throws {
        let utf16 = Array("<testsuites/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try refusal(utf16).contains("not UTF-8 text"))
        #expect(try refusal([0xFF, 0xFE] + utf16).contains("not UTF-8 text"))
        #expect(try refusal("<?xml version=\"1.0\" encoding=\"UTF-7\"?><testsuites/>").contains("encoding utf-7"))
        #expect(try refusal("<?xml version='1.0' encoding = 'klingon'?><testsuites/>").contains("encoding klingon"))
        let latin = Array("<testsuites name=\"".utf8) + [0xE9] + Array("\"/>".utf8)
        _ = try refusal(latin)
        let declared = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8) + latin
        #expect(try JUnitReader.read(declared, named: "in.xml").root?["name"] == "é")
    }

    @Test func hugePiecesAreRefusedOrRead() throws {
        let huge = String(repeating: "x", count: 11_000_000)
        _ = try refusal("<testsuites name=\"\(huge)\"/>")
        _ = try refusal("<\(huge)/>")
        #expect(try refusal(Array("<testsuites/>".utf8), limit: 5).contains("larger than"))
        let large = String(repeating: "x", count: 5_000_000)
        #expect(
            try JUnitReader.read(Array("<testsuites name=\"\(large)\"/>".utf8), named: "in.xml").root?["name"] == large)
    }

    @Test func manyAttributesAndSiblingsAreRead() throws {
        let attributes = (0..<5_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        let suites = String(repeating: "<testsuite name=\"s\"/>", count: 20_000)
        let document = try Rendering.parsed("<testsuites \(attributes)>\(suites)</testsuites>")
        #expect(document.suites.count == 20_000 && document.root?.attributes.count == 5_000)
    }

    /// Seeded, so a failure can be run again: every changed document is read or refused, never more.
    @Test(arguments: 0..<20)
    func damagedReportsNeverTrap(seed: Int) throws {
        let bytes = Array(try Rendering.junit(SampleReports.sample).utf8)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        for _ in 0..<40 {
            var damaged = bytes
            for _ in 0...random(4) {
                switch random(3) {
                case 0: damaged[random(damaged.count)] = UInt8(random(256))
                case 1: damaged.removeSubrange(random(damaged.count)..<damaged.count - random(2))
                default: damaged.insert(contentsOf: Array("<&\"]]>".utf8), at: random(damaged.count))
                }
                if damaged.isEmpty { damaged = [0x3C] }
            }
            do throws(ReportError) {
                let document = try JUnitReader.read(damaged, named: "in.xml")
                try JUnitMerger.merge([document, document], to: MemorySink())
            } catch {
                #expect(!error.message.isEmpty, "seed \(seed)")
            }
        }
    }
}
