/// What `unblock init` writes; a test reads it with the decoder of configurations.
enum ConfigurationTemplate {
    static let text = """
        # Configuration of unblock: the README has a section on it
        # Every setting shows its default. Files nearer to a source file win over files further up.

        # Only these files; the default is every Swift file.
        # include: ["Sources/**"]

        # Files to leave out, in addition to build products, checkouts and generated code.
        exclude: []

        # The least certain findings to report: possible, likely or certain.
        min-confidence: likely

        # The least severity that makes the exit status 1: note, warning, error or never.
        fail-on: warning

        # The longest that a ready task may have to wait: shorter waits are not reported.
        stall-budget: 10ms

        # How fixes move a call to other threads: executor-future, nio or dispatch; the default follows the package.
        # fixes: { style: executor-future, executor: Executors.disk }

        # off, note, warning or error for one rule; 'unblock rules' lists them.
        rules: {}
        #  cpu-heavy-in-async: off
        #  file-metadata-in-async: { severity: note, inTests: report }

        # Other settings for some paths; the last that fits decides.
        overrides: []
        #  - paths: ["Tests/**"]
        #    rules: { sleep-in-async: note }

        # Declarations of this project that block, or that do not although they look like it.
        blocking: []
        #  - LegacyClient.fetch(_:)
        nonblocking: []

        # Files that describe what libraries do, in the form of unblock's own rules/effects.
        effects: []

        """
}
