/// When a run is given up, and what it reports as too long.
public struct RunLimits: Sendable, Hashable {
    /// Steps of a run: stretches of one task between two scheduling points.
    public var steps = 1_000_000
    /// Steps, and turns of loops, for each task without virtual time going on. Behind them, time goes on to the next
    /// thing that somebody waits for; if there is none, the run is a livelock.
    public var stepsAtOneTime = 10_000
    /// Virtual time of a run.
    public var time = Duration.seconds(86_400 * 30)
    /// How long a ready task may wait for a thread before that counts as starvation; `nil` for any time.
    public var readyWait: Duration?
    /// The time between two beats of the heartbeat that measures stalls.
    public var heartbeat = Duration.milliseconds(10)

    public init() {}
}
