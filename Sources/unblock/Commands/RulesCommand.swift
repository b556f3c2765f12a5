import ArgumentParser
import RuleCatalogue
import SourceModel

/// `unblock rules`: the list of rules.
struct RulesCommand: BlockingCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules.")

    /// The forms of the list.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text
        case json
        case markdown
    }

    @Option(help: "The form of the list.")
    var format: Format = .text

    func perform() throws -> ExitStatus {
        let rules = Catalogue.builtIn.rules.values.sorted { $0.id < $1.id }
        try StandardOutput.write(RuleList(rules: rules).text(format))
        return .success
    }
}
