import Testing

@testable import ExecutorFutures

/// What other threads send, beside tasks that never leave the loop idle.
@Suite struct MailTests {
    @Test func mailStandsBehindWhatIsReadyWhenItComes() throws {
        let turns = try EventLoop.run { loop in
            let hasCome = Locked(false)
            let sent = Gate()
            // Holds the loop until the mail is there, so that it is sure to come while a piece runs.
            let start = ThreadStart(name: "sender", stackSize: 1 << 20) {
                loop.post { hasCome.change { $0 = true } }
                sent.open()
            }
            try #require(start() == 0)
            sent.pass()
            var turns = 0
            while !hasCome.value, turns < 100 {
                await loop.yield()
                turns += 1
            }
            return turns
        }
        #expect(turns <= 2)
    }
}
