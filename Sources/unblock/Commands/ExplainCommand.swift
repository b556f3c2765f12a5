import ArgumentParser
import RuleCatalogue
import SourceModel

/// `unblock explain RULE|API`: a rule's page, or what is known about an API.
struct ExplainCommand: BlockingCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule, or say whether an API blocks and what to use instead.",
        discussion: """
            A rule is named by its id: 'sleep-in-async'.
            An API is named as Swift spells it, wholly or in part: 'Thread.sleep', 'sleep', 'Data.init(contentsOf:)'.
            """)

    @Argument(help: ArgumentHelp("Id of a rule, or name of an API.", valueName: "rule|api"))
    var name: String

    @Option(help: "Colours; NO_COLOR and CLICOLOR_FORCE are honoured.")
    var color: AutomaticChoice = .auto

    func perform() throws -> ExitStatus {
        let catalogue = Catalogue.builtIn
        let page = TerminalPage(colored: Colors.areWanted(color, isTerminal: StandardOutput.isTerminal))
        let rule = name.hasPrefix("unblock:") ? String(name.dropFirst("unblock:".count)) : name
        if let entry = catalogue.rules[RuleID(rule)] {
            try StandardOutput.write(RuleExplanation(rule: entry, catalogue: catalogue).text(page))
            return .success
        }
        let apis = APIQuery(name).matches(in: catalogue)
        guard !apis.isEmpty else { throw unknown(catalogue) }
        try StandardOutput.write(APIExplanation(entries: apis, catalogue: catalogue).text(page))
        return .success
    }

    private func unknown(_ catalogue: Catalogue) -> CommandFailure {
        let rules = catalogue.rules.keys.map(\.rawValue)
        let apis = catalogue.libraries.flatMap(\.effects).flatMap { APIQuery.spellings($0.declaration) }
        if let nearest = NearestName.of(name, among: (rules + apis).sorted()) {
            return CommandFailure("no rule or API is called '\(name)'", remedy: "did you mean '\(nearest)'?")
        }
        return CommandFailure(
            "no rule or API is called '\(name)'",
            remedy: "'unblock rules' lists the rules; an API that is not listed is never reported by its name")
    }
}
