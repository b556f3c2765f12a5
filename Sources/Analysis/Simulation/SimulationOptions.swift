/// How findings are simulated.
package struct SimulationOptions: Sendable, Hashable {
    /// Threads of the cooperative pool of the machine that the code runs on.
    package var poolWidth: Int
    /// Schedules that are explored for each finding, before and after its fix.
    package var schedules: Int
    package var seed: UInt64
    /// Whether verdicts carry timelines, which only some reports show.
    package var drawsTimelines: Bool

    package init(poolWidth: Int, schedules: Int = 32, seed: UInt64 = 1, drawsTimelines: Bool = false) {
        self.poolWidth = poolWidth
        self.schedules = schedules
        self.seed = seed
        self.drawsTimelines = drawsTimelines
    }
}
