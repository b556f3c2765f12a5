import ProgramModel
import SourceModel
import SwiftParsing

/// What one file's text alone tells: an editor keeps it for every file that has not changed.
package struct FileDigest: Sendable {
    package var summary: FileSummary
    package var directives: [Directive]
    /// Why the file, or a part of it, was not read.
    package var problem: String?
    /// As an editor counts them; a last line without an end counts.
    package var lines: Int

    /// Parses the text. O(n), no I/O; needs the stack that `ParsedFile.parse` names.
    package init(_ text: [UInt8]) { self.init(ParsedFile.parse(text), of: text) }

    /// - Parameter text: that was parsed.
    init(_ parsed: ParsedFile, of text: [UInt8]) {
        summary = SummaryCollector.collect(parsed)
        directives = parsed.directives
        problem = parsed.problem
        lines = Self.lineCount(text)
    }

    init(summary: FileSummary, directives: [Directive], problem: String?, lines: Int) {
        self.summary = summary
        self.directives = directives
        self.problem = problem
        self.lines = lines
    }

    private static func lineCount(_ text: [UInt8]) -> Int {
        text.withUnsafeBufferPointer { buffer in
            var ends = 0
            for byte in buffer where byte == 0x0A { ends &+= 1 }
            return buffer.last == 0x0A || buffer.isEmpty ? ends : ends + 1
        }
    }
}
