import Testing

@testable import ExecutorFutures

/// Values of every size on their way through a future: small ones lie in it, large ones on the heap.
@Suite struct ValueStorageTests {
    private final class Token: Sendable {}

    private struct Large: Sendable, Equatable {
        var text = "one"
        var numbers = [1, 2, 3]
        var wide = SIMD16<Int>(repeating: 7)
    }

    /// The value comes back the same, more than once, and is released with the future.
    private func expectKept<Value: Sendable & Equatable>(_ value: Value) async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let future = pool.submit { value }
        #expect(try await future.value == value)
        #expect(try await future.value == value)
        #expect(try Future(value: value).resultIfDone?.get() == value)
        await pool.shutdown()
    }

    @Test func smallAndLargeValuesComeBack() async throws {
        try await expectKept(UInt8(3))
        try await expectKept(-5)
        try await expectKept("a string that is too long to lie in the string itself")
        try await expectKept([1, 2, 3])
        try await expectKept(Int?.none)
        try await expectKept(Int??.some(nil))
        try await expectKept(SIMD2<Double>(1, 2))
        try await expectKept(Large())
    }

    @Test(arguments: [false, true])
    func aValueIsReleasedWithItsFuture(isLarge: Bool) async throws {
        weak var token: Token?
        do {
            let promise = Promise<(Token, [Int], String)>()
            let small = Promise<Token>()
            let made = Token()
            token = made
            if isLarge { promise.fulfill((made, [1], "")) } else { small.fulfill(made) }
            #expect(promise.future.isDone == isLarge)
            #expect(small.future.isDone != isLarge)
        }
        #expect(token == nil)
    }

    @Test func aFutureThatFailedOrNeverEndedReleasesNoValue() {
        let promise = Promise<String>()
        promise.fail(Failure())
        #expect(promise.future.isDone)
        #expect(Future<String>(failure: Failure()).isDone)
        #expect(!Future<String>().isDone)
    }
}
