import Logging

/// What the command says about its own work: nothing, unless `--log-level` or `UNBLOCK_LOG` asks.
enum Log {
    /// - Parameter level: of the command line; it wins over the environment.
    /// - Returns: a logger that writes to standard error, or drops everything.
    static func logger(_ level: LogLevel?) -> Logger {
        guard let level = level?.level ?? Environment["UNBLOCK_LOG"].flatMap({ LogLevel(argument: $0)?.level }) else {
            return Logger(label: "unblock") { _ in SwiftLogNoOpLogHandler() }
        }
        var logger = Logger(label: "unblock") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
