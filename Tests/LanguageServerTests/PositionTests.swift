import LanguageServerProtocol
import SourceModel
import TestSupport
import Testing

@testable import LanguageServer

/// Places in three encodings, over every kind of line end and character.
@Suite struct PositionTests {
    private static let text = "a\r\nbé\r😀c\n\n\tx\u{301}😀"

    @Test(arguments: PositionEncoding.allCases)
    func everyPlaceComesBack(_ encoding: PositionEncoding) {
        let bytes = Array(Self.text.utf8)
        let mapper = PositionMapper(bytes, encoding)
        var offset = 0
        for scalar in Self.text.unicodeScalars {
            // Between CR and LF there is no place of its own.
            if !(scalar == "\n" && offset > 0 && bytes[offset - 1] == 0x0D) {
                #expect(mapper.offset(of: mapper.position(of: offset)) == offset, "offset \(offset)")
            }
            offset += String(scalar).utf8.count
        }
        #expect(mapper.offset(of: mapper.position(of: bytes.count)) == bytes.count)
    }

    @Test(arguments: [
        (PositionEncoding.utf8, 5, 3, 1), (.utf16, 3, 2, 1), (.utf32, 2, 2, 1),
    ])
    func unitsAreThoseOfTheEncoding(_ encoding: PositionEncoding, afterFace: Int, afterAccent: Int, afterA: Int) {
        let bytes = Array(Self.text.utf8)
        let mapper = PositionMapper(bytes, encoding)
        #expect(mapper.position(of: 1) == Position(line: 0, character: afterA))
        #expect(mapper.position(of: 6) == Position(line: 1, character: afterAccent))
        #expect(mapper.position(of: 12) == Position(line: 2, character: afterFace))
    }

    @Test func whatLiesOutsideIsMovedToTheNearestPlace() {
        let bytes = Array("ab\r\n😀".utf8)
        let mapper = PositionMapper(bytes, .utf16)
        #expect(mapper.offset(of: Position(line: 0, character: 99)) == 2)
        #expect(mapper.offset(of: Position(line: 9, character: 0)) == bytes.count)
        // The middle of a pair is the start of its character.
        #expect(mapper.offset(of: Position(line: 1, character: 1)) == 4)
        #expect(mapper.position(of: -5) == Position(line: 0, character: 0))
        #expect(mapper.position(of: 6) == Position(line: 1, character: 0))
    }

    @Test func bytesThatAreNoUnicodeCountOneEach() {
        let mapper = PositionMapper([0x61, 0xFF, 0xF0, 0x9F, 0x62], .utf16)
        #expect(mapper.position(of: 5) == Position(line: 0, character: 5))
    }

    /// Edits as a client makes them, against a model of UTF-16 units.
    @Test(arguments: UInt64(0)..<20)
    func randomEditsGiveTheTextOfTheClient(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var model = Array(Self.text.utf16)
        var document = OpenDocument(uri: DocumentURI("file:///a"), path: "/a", version: 0, text: Array(Self.text.utf8))
        for _ in 0..<100 {
            // The client never cuts a pair or stands between CR and LF.
            let places = (0...model.count).filter { Self.isPlace($0, model) }
            let ends = [places.randomElement(using: &random) ?? 0, places.randomElement(using: &random) ?? 0].sorted()
            let new = ["", "x", "😀", "\n", "\r", "\r\n", "é\nb", "func f() {}\n"].randomElement(using: &random) ?? ""
            let range = PositionRange(Self.position(of: ends[0], model), Self.position(of: ends[1], model))
            document.apply([TextDocumentChange(range: range, text: new)], .utf16)
            model.replaceSubrange(ends[0]..<ends[1], with: new.utf16)
            #expect(
                String(decoding: document.text, as: UTF8.self) == String(decoding: model, as: UTF16.self),
                "seed \(seed)")
        }
    }

    private static func isPlace(_ index: Int, _ text: [UInt16]) -> Bool {
        guard index > 0, index < text.count else { return true }
        if UTF16.isTrailSurrogate(text[index]) { return false }
        return !(text[index] == 0x0A && text[index - 1] == 0x0D)
    }

    private static func position(of index: Int, _ text: [UInt16]) -> Position {
        var line = 0
        var start = 0
        var at = 0
        while at < index {
            let unit = text[at]
            at += 1
            if unit == 0x0D, at < text.count, text[at] == 0x0A { at += 1 }
            if unit == 0x0A || unit == 0x0D {
                line += 1
                start = at
            }
        }
        return Position(line: line, character: index - start)
    }
}
