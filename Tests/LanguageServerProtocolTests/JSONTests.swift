import LanguageServerProtocol
import Testing

/// JSON that anybody may have sent.
@Suite struct JSONTests {
    @Test(arguments: [
        (#"{"a":[1,-2,1.5,true,false,null,"x"]}"#, #"{"a":[1,-2,1.5,true,false,null,"x"]}"#),
        (" [ ] ", "[]"), ("{ }", "{}"), (#""\u0041\n\t\"\\\/""#, #""A\n\t\"\\/""#),
        (#""\ud83d\ude00""#, "\"😀\""), (#""\ud83d""#, "\"\u{FFFD}\""), (#""\ud83dx""#, "\"\u{FFFD}x\""),
        (#""\ud83d\u0041""#, "\"\u{FFFD}A\""), (#""\udc00""#, "\"\u{FFFD}\""),
        ("1e3", "1000.0"), ("123456789012345678901234567890", "1.2345678901234568e+29"), ("0", "0"), ("-0", "0"),
        (#"{"a":1,"a":2}"#, #"{"a":2}"#), ("\"\u{7F}é\"", "\"\u{7F}é\""), (#""\u0001""#, #""\u0001""#),
    ])
    func whatIsReadIsWrittenInOneForm(_ text: String, _ expected: String) throws {
        let value = try JSONReader.read(Array(text.utf8))
        #expect(String(decoding: JSONWriter.write(value), as: UTF8.self) == expected)
        #expect(try JSONReader.read(JSONWriter.write(value)) == value)
    }

    @Test(arguments: [
        "", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "tru", "nul", "01", "-", "1.", "1e", "\"", "\"\\x\"",
        "\"\\u12\"", "\"\n\"", "[] []", "\u{FEFF}{}", "'a'", "{\"a\":1,}",
    ])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func depthIsBounded() {
        let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read(deep) }
        let allowed = Array(repeating: UInt8(ascii: "["), count: 500) + Array(repeating: UInt8(ascii: "]"), count: 500)
        #expect(throws: Never.self) { try JSONReader.read(allowed) }
    }

    @Test func bytesThatAreNoUnicodeAreReplaced() throws {
        #expect(try JSONReader.read([0x22, 0xFF, 0x22]) == "\u{FFFD}")
    }

    /// Cut and changed at every byte, a message is read or refused, and nothing else happens.
    @Test func damagedTextNeverTraps() {
        let text = Array(#"{"jsonrpc":"2.0","id":1,"params":{"text":"\ud83d\ude00 é","n":[1.5e3,-2,true,null]}}"#.utf8)
        for index in text.indices {
            _ = try? JSONReader.read(Array(text[..<index]))
            for byte in [0x00, 0x22, 0x5C, 0x7B, 0x5D, 0x80, 0xFF] as [UInt8] {
                var changed = text
                changed[index] = byte
                _ = try? JSONReader.read(changed)
            }
        }
    }
}
