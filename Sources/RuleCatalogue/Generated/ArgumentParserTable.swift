/// What `rules/effects/argument-parser.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let argumentParser: StaticString = #"""
L	swift-argument-parser	ArgumentParser
T	ParsableArguments	protocol
T	ParsableCommand	protocol	ParsableArguments
T	AsyncParsableCommand	protocol	ParsableCommand
"""#
}
