/// Which callbacks wait for which descriptors of a loop, and what the kernel was told of it.
///
/// The kernel is told late: a paused handler stays known to it, and is taken back only when the kernel reports what
/// nobody waits for. So a stream that reads until nothing is left, waits, and reads again makes no system call beside
/// its own.
struct DescriptorTable: ~Copyable {
    private struct Row {
        var reader: DescriptorHandler?
        var writer: DescriptorHandler?
        /// What the kernel looks for.
        var watched: DescriptorInterest = []
        /// How often the kernel has reported what nobody waited for, in a row.
        var reportsInVain = 0

        var wanted: DescriptorInterest {
            var wanted: DescriptorInterest = []
            if let reader, !reader.isPaused { wanted.insert(.readable) }
            if let writer, !writer.isPaused { wanted.insert(.writable) }
            return wanted
        }
    }

    private var rows: [Int32: Row] = [:]

    /// A task that a handler has woken often stands behind many others, and the loop looks at its descriptors several
    /// times before it reads. Telling the kernel to look away and back costs more than some reports in vain.
    private static let reportsBorne = 8

    /// Whether any descriptor is watched.
    var isInUse: Bool { !rows.isEmpty }

    mutating func add(_ handler: DescriptorHandler, driver: any LoopDriver) throws(EventLoopError) {
        let descriptor = handler.descriptor
        var row = rows[descriptor] ?? Row()
        switch handler.interest {
        case .readable:
            if row.reader != nil { throw .alreadyWatched(descriptor) }
            row.reader = handler
        default:
            if row.writer != nil { throw .alreadyWatched(descriptor) }
            row.writer = handler
        }
        // Also when the handler starts paused: a descriptor that cannot be watched must be refused here, not later.
        let watched = row.watched.union(handler.interest)
        try driver.watch(descriptor, for: watched, previous: row.watched)
        row.watched = watched
        rows[descriptor] = row
    }

    /// Makes sure that the kernel looks for what a resumed handler wants.
    mutating func resume(_ handler: DescriptorHandler, driver: any LoopDriver) throws(EventLoopError) {
        guard var row = rows[handler.descriptor], !row.watched.contains(handler.interest) else { return }
        let watched = row.watched.union(handler.interest)
        try driver.watch(handler.descriptor, for: watched, previous: row.watched)
        row.watched = watched
        rows[handler.descriptor] = row
    }

    mutating func remove(_ handler: DescriptorHandler, driver: any LoopDriver) {
        guard var row = rows[handler.descriptor] else { return }
        if row.reader === handler { row.reader = nil }
        if row.writer === handler { row.writer = nil }
        narrow(&row, of: handler.descriptor, to: row.wanted, driver: driver)
    }

    /// The handlers that wait for what happened.
    mutating func handlersToRun(
        _ descriptor: Int32, _ happened: DescriptorInterest, driver: any LoopDriver
    ) -> [DescriptorHandler] {
        guard var row = rows[descriptor] else { return [] }
        var handlers: [DescriptorHandler] = []
        for (handler, interest) in [(row.reader, DescriptorInterest.readable), (row.writer, .writable)] {
            guard let handler, happened.contains(interest), !handler.isPaused, !handler.isQueued else { continue }
            handler.isQueued = true
            handlers.append(handler)
        }
        let isInVain = !happened.intersection(row.watched).isSubset(of: row.wanted)
        if isInVain || row.reportsInVain > 0 {
            row.reportsInVain = isInVain ? row.reportsInVain + 1 : 0
            rows[descriptor] = row
            // The kernel would report it again and again.
            if row.reportsInVain > Self.reportsBorne {
                narrow(&row, of: descriptor, to: row.wanted, driver: driver)
            }
        }
        return handlers
    }

    private mutating func narrow(
        _ row: inout Row, of descriptor: Int32, to wanted: DescriptorInterest, driver: any LoopDriver
    ) {
        // An error means that the descriptor is closed; then the kernel has forgotten it, which is what is wanted.
        if wanted != row.watched { try? driver.watch(descriptor, for: wanted, previous: row.watched) }
        row.watched = wanted
        row.reportsInVain = 0
        rows[descriptor] = row.reader == nil && row.writer == nil ? nil : row
    }
}

/// One callback that waits for one descriptor. Only the loop's thread may touch it.
final class DescriptorHandler {
    let descriptor: Int32
    /// Exactly one thing.
    let interest: DescriptorInterest
    var isPaused: Bool
    var body: (() throws -> Void)?
    /// Where it was made.
    var place: CallPlace?
    /// Whether it stands in the ready queue, where it must not stand twice.
    var isQueued = false

    init(descriptor: Int32, interest: DescriptorInterest, isPaused: Bool, body: @escaping () throws -> Void) {
        self.descriptor = descriptor
        self.interest = interest
        self.isPaused = isPaused
        self.body = body
    }

    /// `nil` when it was paused or cancelled after it became ready.
    var bodyIfActive: (() throws -> Void)? { isPaused ? nil : body }
}
