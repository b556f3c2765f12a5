import Foundation
import Testing

@testable import ExecutorFutures

/// Processes without a pool.
@Suite struct ChildProcessTests {
    @Test(arguments: [
        ("exit 0", ProcessExit.exited(code: 0)), ("exit 255", .exited(code: 255)),
        ("kill -KILL $$", .signalled(Signal(rawValue: SIGKILL))),
        ("kill -TERM $$", .signalled(Signal(rawValue: SIGTERM))),
        ("test \"$A\" = '1 2' && ! read line", .exited(code: 0)),
    ])
    func aChildIsReapedOnceAndItsEndKept(line: String, expected: ProcessExit) async throws {
        let child = try shell(line)
        let ends = try await onPlainThread { [child.wait(), child.wait()] }
        #expect(ends == [expected, expected])
        #expect(!child.send(signal: 0))
        // The system knows no such child any more.
        #expect(waitpid(child.id, nil, WNOHANG) == -1)
    }

    @Test func manyThreadsMayWaitForOneChild() async throws {
        let child = try shell("exec sleep 1000")
        let pool = ThreadPoolExecutor(name: "waiters", maximumThreads: 4)
        let waiters = (0..<4).map { _ in pool.submit { child.wait() } }
        #expect(child.send(signal: SIGTERM))
        for waiter in waiters { #expect(try await waiter.value == .signalled(Signal(rawValue: SIGTERM))) }
        await pool.shutdown()
    }

    @Test func aSignalForTheGroupReachesGrandchildren() async throws {
        let pipe = try NamedPipe()
        let child = try shell("exec > '\(pipe.path)'; echo; sleep 1000 & wait")
        let end = try await pipe.openForReading()
        #expect(try await onPlainThread { try end.read(upToCount: 1) } == Data("\n".utf8))
        child.send(signal: SIGKILL, wholeGroup: true)
        #expect(try await onPlainThread { child.wait() } == .signalled(Signal(rawValue: SIGKILL)))
        #expect(try await end.text() == "")
    }

    @Test func aChildThatSomebodyElseReapedHasAnUnknownEnd() async throws {
        let child = try shell("exit 1")
        try await onPlainThread { _ = waitpid(child.id, nil, 0) }
        #expect(try await onPlainThread { child.wait() } == .unknown)
    }

    @Test func theEnvironmentIsInheritedOnceEach() {
        let entries = ProcessLaunch.inheritedEnvironment(adding: ["PATH": "x", "NEW_ONE": ""])
        #expect(entries.filter { $0.hasPrefix("PATH=") } == ["PATH=x"])
        #expect(entries.contains("NEW_ONE="))
    }

    @Test func anInvitationSurvivesItsText() {
        let invitation = WorkerInvitation(secret: .max, maximumMessageSize: 17)
        #expect(WorkerInvitation(text: invitation.text) == invitation)
        for text in ["", "1", "1,", ",1", "x,1", "1,0", "1,-1", "1,2,3", "1ffffffffffffffff,1"] {
            #expect(WorkerInvitation(text: text) == nil)
        }
    }

    private func shell(_ line: String) throws -> ChildProcess {
        try ChildProcess(
            ProcessLaunch(
                executable: "/bin/sh", words: ["sh", "-c", line],
                environment: ProcessLaunch.inheritedEnvironment(adding: ["A": "1 2"])))
    }
}
