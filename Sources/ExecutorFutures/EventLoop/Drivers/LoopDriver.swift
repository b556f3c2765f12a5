/// Where a loop gets its time from and how it waits: real or virtual. The loop's code is the same over both.
///
/// `now` and `wake` may be called from any thread, the rest from the loop's own.
package protocol LoopDriver: AnyObject, Sendable {
    var now: EventLoop.Instant { get }

    /// Whether time only passes while nothing can run.
    var isVirtual: Bool { get }

    /// Waits until it is woken, a watched descriptor is ready, or the loop's time is `deadline`; it may return early.
    ///
    /// - Parameters:
    ///   - deadline: `nil` means none; a past one looks at the descriptors without waiting.
    ///   - workIsOutside: whether threads outside the loop work for it, so that it will be woken; virtual time must
    ///     not pass meanwhile.
    ///   - ready: called for each descriptor that is ready.
    /// - Returns: `false` if nothing can ever happen, which is only known in virtual time.
    func wait(
        until deadline: EventLoop.Instant?, workIsOutside: Bool, ready: (Int32, DescriptorInterest) -> Void
    ) -> Bool

    /// Ends the present `wait`, or the next one at once. Never blocks.
    func wake()

    /// Says what to look for on a descriptor, level-triggered.
    ///
    /// - Parameters:
    ///   - interest: empty to look for nothing any more.
    ///   - previous: what the last call said; empty if there was none.
    func watch(
        _ descriptor: Int32, for interest: DescriptorInterest, previous: DescriptorInterest
    ) throws(EventLoopError)

    /// Gives everything back to the system. Called once, when nobody else can call anything any more.
    func close()
}

/// What a loop looks for on a descriptor.
package struct DescriptorInterest: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let readable = DescriptorInterest(rawValue: 1)
    package static let writable = DescriptorInterest(rawValue: 2)
}
