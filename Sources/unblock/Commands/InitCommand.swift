import ArgumentParser

/// `unblock init`: a commented configuration to start from.
struct InitCommand: BlockingCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented '.unblock.yml' to the working directory; never overwrites one.")

    static let path = ".unblock.yml"

    func perform() throws -> ExitStatus {
        guard try Files.create(Self.path, with: ConfigurationTemplate.text) else {
            throw CommandFailure("'\(Self.path)' is there already", remedy: "edit it, or remove it and run init again")
        }
        StandardError.note("'\(Self.path)' is written: every line in it is a default, remove what you do not change")
        return .success
    }
}
