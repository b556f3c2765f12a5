import ExecutorFutures

/// An asynchronous function and a `main` that awaits it, on one thread: the first program of asyncio's tutorial.
@main
enum FetchData {
    static func main() throws {
        try EventLoop.run { loop in
            print("fetching")
            let data = try await fetchData(on: loop)
            print("fetched \(data)")
        }
    }

    static func fetchData(on loop: EventLoop) async throws -> [String: Int] {
        try await loop.sleep(for: .seconds(1))
        return ["data": 1]
    }
}
