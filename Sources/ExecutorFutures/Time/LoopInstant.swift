extension EventLoop {
    /// A point of a loop's time, to the nanosecond.
    ///
    /// In real time it counts from the start of the system and only goes forward, so the instants of all real loops of
    /// a process can be compared. In virtual time it counts from the loop's own start.
    public struct Instant: InstantProtocol, Hashable, Sendable {
        /// Nanoseconds since the clock's zero.
        public var nanoseconds: Int64

        /// - Parameter nanoseconds: since the clock's zero.
        public init(nanoseconds: Int64) {
            self.nanoseconds = nanoseconds
        }

        /// The instant `duration` later; at most some 292 years from the clock's zero.
        public func advanced(by duration: Duration) -> Instant {
            let (sum, overflow) = nanoseconds.addingReportingOverflow(duration.wholeNanoseconds)
            guard overflow else { return Instant(nanoseconds: sum) }
            return Instant(nanoseconds: duration < .zero ? .min : .max)
        }

        public func duration(to other: Instant) -> Duration {
            let (difference, overflow) = other.nanoseconds.subtractingReportingOverflow(nanoseconds)
            return .nanoseconds(overflow ? (other > self ? .max : .min) : difference)
        }

        public static func < (left: Instant, right: Instant) -> Bool {
            left.nanoseconds < right.nanoseconds
        }
    }
}

extension Duration {
    /// Rounded up, so that a sleep never ends before its time; the nearest possible number if it does not fit.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (fraction, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let (sum, overflowed) = whole.addingReportingOverflow(fraction + (rest > 0 ? 1 : 0))
        return overflow || overflowed ? (seconds < 0 ? .min : .max) : sum
    }
}
