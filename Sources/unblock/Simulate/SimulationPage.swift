import Reporting
import SimulatedExecution
import SourceModel
import Verdicts

/// What `unblock simulate` prints about one finding: the verdict in words, then the runs as drawings.
///
/// A terminal gets its width, its character set and colours; everything else gets plain ASCII of 100 columns.
struct SimulationPage: Sendable {
    private let width: Int
    private let characters: Timeline.Characters
    private let isColoured: Bool

    /// The longest interleaving that is told unasked.
    private static let shortInterleaving = 40

    init(width: Int, characters: Timeline.Characters, isColoured: Bool) {
        self.width = width
        self.characters = characters
        self.isColoured = isColoured
    }

    init(_ color: AutomaticChoice) {
        let isTerminal = StandardOutput.isTerminal
        let isColoured = Colors.areWanted(color, isTerminal: isTerminal)
        self.init(
            width: StandardOutput.columns ?? 100,
            characters: (isTerminal || color == .always) && Environment.understandsUnicode ? .unicode : .ascii,
            isColoured: isColoured)
    }

    func text(_ finding: Finding, _ demonstration: Demonstration?) -> String {
        var text = lines(FindingText.lines(finding))
        guard let demonstration else { return text }
        text += "\n" + drawing(demonstration.timeline)
        if finding.verdict?.fix == .introducesHazard {
            text += "\nafter the fix, step by step\n"
            text += demonstration.after.interleaving(limit: Self.shortInterleaving)
        }
        return text
    }

    func text(_ finding: Finding, _ replay: Replay) -> String {
        let side = replay.isAfterFix ? "after the fix" : "before the fix"
        var text = lines(
            [FindingText.headline(finding), "replayed: the run \(side)"] + replay.problems.map { "  " + $0 })
        text += "\n" + drawing(Timeline([(side, replay.trace)]))
        text += "\nstep by step\n" + replay.trace.interleaving()
        return text
    }

    private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    private func drawing(_ timeline: Timeline) -> String {
        timeline.text(width: width, characters: characters, isColoured: isColoured)
    }
}
