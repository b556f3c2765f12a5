/// Source texts that the tests lint.
enum Samples {
    /// One error: a sleep on the cooperative pool, on line 4.
    static let sleeping = """
        import Foundation

        func poll() async {
            Thread.sleep(forTimeInterval: 1)
        }

        """

    /// Nothing to report.
    static let clean = """
        func poll() async throws {
            try await Task.sleep(for: .seconds(1))
        }

        """
}
