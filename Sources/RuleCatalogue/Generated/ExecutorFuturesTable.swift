/// What `rules/effects/executor-futures.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let executorFutures: StaticString = #"""
L	ExecutorFutures	ExecutorFutures
T	FutureExecutor	protocol	Sendable
T	ThreadPoolExecutor	class	FutureExecutor
T	Future	class	Sendable
C	FutureExecutor.submit(priority:_:)	priority	1	thread
C	FutureExecutor.submitWhenRoom(priority:_:)	priority	1	thread
C	FutureExecutor.run(priority:_:)	priority	1	thread
C	FutureExecutor.map(_:chunkSize:maximumInFlight:priority:_:)	chunkSize,maximumInFlight,priority	4	thread
C	ThreadPoolExecutor.mapAndWait(_:chunkSize:maximumInFlight:priority:_:)	chunkSize,maximumInFlight,priority	4	thread
"""#
}
