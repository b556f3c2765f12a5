import LanguageServerProtocol
import Testing

/// Messages out of a stream that comes in any pieces.
@Suite struct FrameTests {
    private let bodies = ["{}", "", #"{"text":"é😀"}"#].map { Array($0.utf8) }

    @Test func framesSplitAtEveryByteAreFound() throws {
        let stream = bodies.flatMap(framed)
        for cut in 0...stream.count {
            var reader = FrameReader()
            var found: [[UInt8]] = []
            for piece in [stream[..<cut], stream[cut...]] {
                reader.append(Array(piece))
                while let body = try reader.next() { found.append(body) }
            }
            #expect(found == bodies, "cut at \(cut)")
            #expect(reader.isBetweenMessages)
        }
    }

    @Test func framesByteByByteAreFound() throws {
        var reader = FrameReader()
        var found: [[UInt8]] = []
        for byte in bodies.flatMap(framed) {
            reader.append([byte])
            while let body = try reader.next() { found.append(body) }
        }
        #expect(found == bodies)
    }

    @Test(arguments: [
        "Content-Length: 2\r\n\r\n{}", "content-length:2\r\n\r\n{}", "CONTENT-LENGTH: \t2 \r\n\r\n{}",
        "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length: 2\nX: y\n\n{}", "\r\n\r\nContent-Length: 2\r\n\r\n{}",
        "X-Odd\r\nContent-Length: 2\r\n\r\n{}",
    ])
    func oddHeadersAreRead(_ text: String) throws {
        var reader = FrameReader()
        reader.append(Array(text.utf8))
        #expect(try reader.next() == Array("{}".utf8))
        #expect(try reader.next() == nil)
    }

    @Test(arguments: [
        "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length:\r\n\r\n", "Host: a\r\n\r\n",
        "Content-Length: 1 2\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
        "Content-Length: 2000000000\r\n\r\n",
    ])
    func headersWithoutALengthEndTheStream(_ text: String) {
        var reader = FrameReader()
        reader.append(Array(text.utf8))
        #expect(throws: FrameReader.Failure.self) { try reader.next() }
    }

    @Test func anEndlessHeaderIsGivenUp() {
        var reader = FrameReader()
        reader.append(Array(repeating: UInt8(ascii: "a"), count: 10_000))
        #expect(throws: FrameReader.Failure.headerTooLong) { try reader.next() }
    }
}
