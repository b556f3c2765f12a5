import ArgumentParser

/// An option that is on, off, or left to what the output is connected to.
enum AutomaticChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto
    case always
    case never
}

/// Whether text carries terminal colours.
enum Colors {
    /// `--color` decides; then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether a person is likely to look.
    ///
    /// - Parameters:
    ///   - variable: reads an environment variable; `nil` when it is unset or empty.
    ///   - isTerminal: of the stream that the text goes to.
    static func areWanted(
        _ choice: AutomaticChoice, variable: (String) -> String? = { Environment[$0] }, isTerminal: Bool
    ) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto:
            if variable("NO_COLOR") != nil {
                false
            } else if let force = variable("CLICOLOR_FORCE"), force != "0" {
                true
            } else {
                isTerminal && variable("TERM") != "dumb"
            }
        }
    }
}
