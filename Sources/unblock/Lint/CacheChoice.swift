import Analysis

/// Where a run keeps what later runs need not find out again.
enum CacheChoice {
    /// `nil` when the options forbid it, or when this machine has no folder for caches.
    static func cache(_ options: RunningOptions, workingDirectory: String) -> AnalysisCache? {
        guard !options.noCache, let identity = Executable.identity else { return nil }
        let chosen = options.cache.map { FilePath.absolute($0, in: workingDirectory) }
        guard let folder = chosen ?? usualFolder else { return nil }
        return AnalysisCache(CacheFolder(folder), tool: identity)
    }

    /// As the platform has it: caches of programs are nobody's work and may be deleted at any time.
    static var usualFolder: String? {
        #if canImport(Darwin)
            Environment["HOME"].map { FilePath.join($0, "Library/Caches/unblock") }
        #else
            // The specification wants relative paths ignored.
            if let caches = Environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
                FilePath.join(caches, "unblock")
            } else {
                Environment["HOME"].flatMap { $0.hasPrefix("/") ? FilePath.join($0, ".cache/unblock") : nil }
            }
        #endif
    }
}
