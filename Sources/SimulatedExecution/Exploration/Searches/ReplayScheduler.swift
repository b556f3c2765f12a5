/// Makes the choices of a schedule again.
struct ReplayScheduler: StepScheduler {
    private let deviations: [Deviation]
    private var next = 0
    private var position = 0

    init(_ deviations: [Deviation]) { self.deviations = deviations }

    /// Whether every deviation has been made.
    var isComplete: Bool { next == deviations.count }

    /// The position of the first deviation that has not been made.
    var missing: Int { isComplete ? 0 : deviations[next].position }

    mutating func choose(_ point: ChoicePoint) -> Int? {
        defer { position += 1 }
        guard next < deviations.count, deviations[next].position == position else { return 0 }
        guard deviations[next].option < point.count else { return nil }
        next += 1
        return deviations[next - 1].option
    }
}
