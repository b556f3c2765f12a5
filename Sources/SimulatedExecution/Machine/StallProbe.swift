/// A heartbeat on one group of threads: a job that wants a thread for an instant, again and again.
///
/// Nothing runs for it. While a thread is free a beat is on time, so those beats are only counted; else it waits in the
/// line, behind what came before it.
struct StallProbe {
    /// Whose threads it looks at.
    let supply: Int
    private let period: Int64
    private var nextBeat: Int64
    private var waitingSince: Int64?
    private(set) var stalls = StallTimes()

    init(supply: Int, period: Duration) {
        self.supply = supply
        self.period = max(period.nanosecondsInRange, 1)
        nextBeat = self.period
    }

    mutating func reset() {
        nextBeat = period
        waitingSince = nil
        stalls.reset()
    }

    /// Time goes on while nothing changes.
    mutating func advance(from now: Int64, to next: Int64, isThreadFree: Bool) {
        guard isThreadFree else {
            if waitingSince == nil, nextBeat < next { waitingSince = nextBeat }
            return
        }
        served(at: now)
        guard nextBeat < next else { return }
        let beats = (next - nextBeat - 1) / period + 1
        stalls.countOnTime(Int(beats))
        nextBeat += beats * period
    }

    /// A job got a thread that had been ready since `readySince`: a beat that waits for longer went before it.
    @inline(__always)
    mutating func jobBegan(readySince: Int64, now: Int64) {
        if let waitingSince, waitingSince < readySince { served(at: now) }
    }

    /// The run is over.
    mutating func end(at now: Int64) {
        if let waitingSince, waitingSince < now { stalls.add(now - waitingSince) }
        waitingSince = nil
    }

    private mutating func served(at now: Int64) {
        guard let since = waitingSince else { return }
        stalls.add(now - since)
        waitingSince = nil
        nextBeat = now + period
    }
}

/// How late the beats of a heartbeat were.
struct StallTimes {
    private(set) var onTime = 0
    /// In nanoseconds, in the order of the beats.
    private(set) var late: [Int64] = []
    private(set) var longest: Int64 = 0

    mutating func reset() {
        onTime = 0
        if !late.isEmpty { late.removeAll(keepingCapacity: true) }
        longest = 0
    }

    mutating func countOnTime(_ beats: Int) { onTime += beats }

    mutating func add(_ lateness: Int64) {
        guard lateness > 0 else { return onTime += 1 }
        late.append(lateness)
        longest = max(longest, lateness)
    }

    /// The smallest lateness that at least this share of the beats kept within.
    func quantile(_ share: Double) -> Duration {
        let beats = onTime + late.count
        guard beats > 0 else { return .zero }
        let rank = Int((Double(beats) * share).rounded(.up)) - 1
        guard rank >= onTime else { return .zero }
        return .nanoseconds(late.sorted()[min(rank - onTime, late.count - 1)])
    }
}
