import Testing

@testable import ExecutorFutures

/// Streams give back every descriptor, and reap every child.
@Suite struct StreamAccountTests {
    @Test func nothingIsLeftBehind() async throws {
        let accounts = try await onPlainThread {
            try StartedProgram.output(of: StartedProgram.neighbour("LoopTrace"), ["streams"])
        }
        let lines = accounts.split(separator: "\n")
        #expect(lines.count == 11)
        for line in lines { #expect(line.hasSuffix(": 0 descriptors, no child")) }
    }

    @Test func everyErrorSaysWhatHappenedAndWhatToDo() {
        let errors: [StreamError] = [
            .endedEarly(partial: [1]), .limitExceeded(limit: 5), .brokenPipe, .connectionReset, .closed, .busy,
            .invalidCount(-1), .invalidAddress("x"), .unknownHost("x", reason: "y"),
        ]
        for error in errors { #expect("\(error)".contains(": "), "\(error)") }
        #expect(
            "\(StreamError.refused(call: "opening 'x'", code: 2))"
                == "opening 'x' failed: No such file or directory (error 2)")
    }
}
