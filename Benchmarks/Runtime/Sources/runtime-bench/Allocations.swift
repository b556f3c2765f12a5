import CAllocationCount

/// The allocations that `operation` makes, on all threads together; `nil` where they cannot be counted.
func allocations(of operation: () async throws -> Void) async rethrows -> Int? {
    allocation_count_start()
    try await operation()
    let count = allocation_count_stop()
    return count < 0 ? nil : count
}
