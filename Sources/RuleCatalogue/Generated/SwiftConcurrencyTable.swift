/// What `rules/effects/swift-concurrency.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftConcurrency: StaticString = #"""
L	Swift concurrency
T	Task	struct
M	value	Success
M	result	Result<Success, Failure>
M	detached(name:executorPreference:priority:operation:)	Task
M	isCancelled	Bool
M	currentPriority	TaskPriority
M	immediate(name:priority:executorPreference:operation:)	Task
T	Actor	protocol
M	unownedExecutor	UnownedSerialExecutor
T	MainActor	actor
M	shared	MainActor
T	TaskGroup	struct	AsyncSequence
M	next()	Success?
T	ThrowingTaskGroup	struct	AsyncSequence
M	next()	Success?
T	DiscardingTaskGroup	struct
T	ThrowingDiscardingTaskGroup	struct
T	AsyncSequence	protocol
M	first(where:)	Element?
T	AsyncStream	struct	AsyncSequence
M	makeStream(of:bufferingPolicy:)	(AsyncStream<Element>, AsyncStream<Element>.Continuation)
T	AsyncThrowingStream	struct	AsyncSequence
T	AsyncStream.Continuation	struct
T	AsyncThrowingStream.Continuation	struct
T	CheckedContinuation	struct
T	UnsafeContinuation	struct
C	Task.init(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	Task.init(name:priority:operation:)	name,priority	operation	task
C	Task.detached(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	Task.detached(name:priority:operation:)	name,priority	operation	pool
C	Task.immediate(name:priority:operation:)	name,priority	operation	task
C	Task.immediate(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	Task.immediateDetached(name:priority:operation:)	name,priority	operation	pool
C	Task.immediateDetached(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	TaskGroup.addTask(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	TaskGroup.addTask(name:priority:operation:)	name,priority	operation	task-group
C	TaskGroup.addTaskUnlessCancelled(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	TaskGroup.addTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	TaskGroup.addImmediateTask(name:priority:operation:)	name,priority	operation	task-group
C	TaskGroup.addImmediateTask(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	TaskGroup.addImmediateTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	TaskGroup.addImmediateTaskUnlessCancelled(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	ThrowingTaskGroup.addTask(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	ThrowingTaskGroup.addTask(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingTaskGroup.addTaskUnlessCancelled(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	ThrowingTaskGroup.addTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingTaskGroup.addImmediateTask(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingTaskGroup.addImmediateTask(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	ThrowingTaskGroup.addImmediateTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingTaskGroup.addImmediateTaskUnlessCancelled(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	DiscardingTaskGroup.addTask(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	DiscardingTaskGroup.addTask(name:priority:operation:)	name,priority	operation	task-group
C	DiscardingTaskGroup.addTaskUnlessCancelled(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	DiscardingTaskGroup.addTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	DiscardingTaskGroup.addImmediateTask(name:priority:operation:)	name,priority	operation	task-group
C	DiscardingTaskGroup.addImmediateTask(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	DiscardingTaskGroup.addImmediateTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	DiscardingTaskGroup.addImmediateTaskUnlessCancelled(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	ThrowingDiscardingTaskGroup.addTask(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	ThrowingDiscardingTaskGroup.addTask(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingDiscardingTaskGroup.addTaskUnlessCancelled(name:executorPreference:priority:operation:)	name,priority	operation	elsewhere
C	ThrowingDiscardingTaskGroup.addTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingDiscardingTaskGroup.addImmediateTask(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingDiscardingTaskGroup.addImmediateTask(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	ThrowingDiscardingTaskGroup.addImmediateTaskUnlessCancelled(name:priority:operation:)	name,priority	operation	task-group
C	ThrowingDiscardingTaskGroup.addImmediateTaskUnlessCancelled(name:priority:executorPreference:operation:)	name,priority	operation	elsewhere
C	withTaskGroup(of:returning:isolation:body:)	of,returning,isolation	body	in-place
C	withThrowingTaskGroup(of:returning:isolation:body:)	of,returning,isolation	body	in-place
C	withDiscardingTaskGroup(returning:isolation:body:)	returning,isolation	body	in-place
C	withThrowingDiscardingTaskGroup(returning:isolation:body:)	returning,isolation	body	in-place
C	withCheckedContinuation(isolation:function:_:)	isolation,function	2	in-place
C	withCheckedThrowingContinuation(isolation:function:_:)	isolation,function	2	in-place
C	withUnsafeContinuation(isolation:_:)	isolation	1	in-place
C	withUnsafeThrowingContinuation(isolation:_:)	isolation	1	in-place
C	withTaskCancellationHandler(operation:onCancel:isolation:)	isolation	operation	in-place
C	withTaskCancellationHandler(operation:onCancel:isolation:)	isolation	onCancel	elsewhere
C	withTaskPriorityEscalationHandler(operation:onPriorityEscalated:)		operation	in-place
C	withTaskPriorityEscalationHandler(operation:onPriorityEscalated:)		onPriorityEscalated	elsewhere
C	withTaskExecutorPreference(_:isolation:operation:)	isolation	operation	in-place
C	withUnsafeCurrentTask(body:)		body	in-place
C	MainActor.run(resultType:body:)	resultType	body	main
C	MainActor.assumeIsolated(_:file:line:)	file,line	0	in-place
C	Actor.assumeIsolated(_:file:line:)	file,line	0	in-place
C	TaskLocal.withValue(_:operation:isolation:file:line:)	isolation,file,line	operation	in-place
C	TaskLocal.withValue(_:operation:file:line:)	file,line	operation	in-place
C	AsyncStream.init(_:bufferingPolicy:_:)	_,bufferingPolicy	2	in-place
C	AsyncThrowingStream.init(_:bufferingPolicy:_:)	_,bufferingPolicy	2	in-place
C	AsyncStream.init(unfolding:onCancel:)	onCancel	unfolding	task
C	AsyncStream.init(unfolding:onCancel:)	onCancel	onCancel	elsewhere
C	AsyncThrowingStream.init(unfolding:)		unfolding	task
C	AsyncSequence.map(_:)		0	task
C	AsyncSequence.filter(_:)		0	task
C	AsyncSequence.compactMap(_:)		0	task
C	AsyncSequence.flatMap(_:)		0	task
C	AsyncSequence.prefix(while:)		while	task
C	AsyncSequence.drop(while:)		while	task
C	AsyncSequence.first(where:)		where	in-place
C	AsyncSequence.contains(where:)		where	in-place
C	AsyncSequence.allSatisfy(_:)		0	in-place
C	AsyncSequence.reduce(_:_:)		1	in-place
C	AsyncSequence.reduce(into:_:)		1	in-place
C	AsyncSequence.min(by:)		by	in-place
C	AsyncSequence.max(by:)		by	in-place
"""#
}
