/// Where a ``StreamReader`` gets its bytes. Only the loop's thread may use it.
protocol ByteSource: AnyObject {
    /// Woken when a read that found nothing is worth another try; it may also be woken for nothing.
    var ready: StreamWaiters { get }

    /// Moves what is there, at most `count` bytes, to the end of `queue`. Must not block.
    /// - Returns: how many bytes it moved, 0 at the end; `nil` if there is nothing yet, and `ready` will be woken.
    func read(into queue: inout ByteQueue, atMost count: Int) throws -> Int?

    /// Gives everything back to the system.
    func close()
}

/// Where a ``StreamWriter`` puts its bytes. Only the loop's thread may use it.
protocol ByteSink: AnyObject {
    /// Woken when a write that found no room is worth another try; it may also be woken for nothing.
    var ready: StreamWaiters { get }

    /// Writes the first of `bytes`, as many as there is room for. Must not block.
    ///
    /// After a `nil` the next call must bring the same bytes first: a thread may be writing them.
    /// - Returns: how many it wrote; `nil` if there is no room yet, and `ready` will be woken.
    func write(_ bytes: UnsafeRawBufferPointer) throws -> Int?

    /// Tells the other end that nothing more comes, and gives everything back to the system.
    func finish()

    /// Gives everything back to the system.
    func close()
}
