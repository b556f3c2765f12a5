/// What `rules/effects/vapor.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let vapor: StaticString = #"""
L	Vapor and Fluent	Vapor,Fluent,FluentKit,XCTVapor
T	RoutesBuilder	protocol
M	grouped(_:)	any RoutesBuilder
M	grouped(_:_:)	any RoutesBuilder
M	grouped(_:_:_:)	any RoutesBuilder
T	Application	class	RoutesBuilder
M	routes	any RoutesBuilder
M	eventLoopGroup	any EventLoopGroup
M	threadPool	NIOThreadPool
M	db	any Database
M	migrator	Migrator
M	autoMigrate()	EventLoopFuture<Void>
M	autoRevert()	EventLoopFuture<Void>
M	password	PasswordHasher
M	directory	DirectoryConfiguration
M	client	any Client
M	http	Application.HTTP
T	Request	class
M	eventLoop	any EventLoop
M	application	Application
M	db	any Database
M	password	PasswordHasher
M	fileio	FileIO
M	client	any Client
T	Migrator	struct
M	setupIfNeeded()	EventLoopFuture<Void>
M	prepareBatch()	EventLoopFuture<Void>
M	revertLastBatch()	EventLoopFuture<Void>
M	revertAllBatches()	EventLoopFuture<Void>
T	Database	protocol
M	eventLoop	any EventLoop
T	QueryBuilder	class
M	filter(_:)	QueryBuilder
M	filter(_:_:)	QueryBuilder
M	filter(_:_:_:)	QueryBuilder
M	group(_:_:)	QueryBuilder
M	join(_:on:)	QueryBuilder
M	join(_:on:method:)	QueryBuilder
M	sort(_:)	QueryBuilder
M	sort(_:_:)	QueryBuilder
M	with(_:)	QueryBuilder
M	with(_:_:)	QueryBuilder
M	limit(_:)	QueryBuilder
M	range(_:)	QueryBuilder
M	unique()	QueryBuilder
M	withDeleted()	QueryBuilder
M	set(_:to:)	QueryBuilder
M	first()	EventLoopFuture
M	all()	EventLoopFuture
M	all(_:)	EventLoopFuture
M	count(_:)	EventLoopFuture<Int>
M	paginate(_:)	EventLoopFuture
M	paginate(for:)	EventLoopFuture
M	count()	EventLoopFuture<Int>
M	create()	EventLoopFuture<Void>
M	update()	EventLoopFuture<Void>
M	delete()	EventLoopFuture<Void>
T	Model	protocol
M	save(on:)	EventLoopFuture<Void>
M	create(on:)	EventLoopFuture<Void>
M	update(on:)	EventLoopFuture<Void>
M	delete(on:)	EventLoopFuture<Void>
M	query(on:)	QueryBuilder
M	find(_:on:)	EventLoopFuture
T	FileIO	struct
M	collectFile(at:)	EventLoopFuture<ByteBuffer>
M	readFile(at:)	EventLoopFuture<Void>
T	DirectoryConfiguration	struct
M	workingDirectory	String
M	publicDirectory	String
M	resourcesDirectory	String
M	viewsDirectory	String
T	Client	protocol
M	get(_:headers:beforeSend:)	EventLoopFuture<ClientResponse>
M	post(_:headers:beforeSend:)	EventLoopFuture<ClientResponse>
M	put(_:headers:beforeSend:)	EventLoopFuture<ClientResponse>
M	delete(_:headers:beforeSend:)	EventLoopFuture<ClientResponse>
M	send(_:)	EventLoopFuture<ClientResponse>
T	Array
M	flatten(on:)	EventLoopFuture
E	Application.run()	future-wait-in-async	future-work		uo	10.0	1000.0	never				memory	try await {receiver}.execute()
E	Application.start()	future-wait-in-async	future-work		uo	5.0	500.0	never			apple,linux	memory	try await {receiver}.startup()
E	Application.boot()	future-wait-in-async	future-work		u	1.0	500.0	never	possible		apple,linux	memory	try await {receiver}.asyncBoot()
E	Application.shutdown()	future-wait-in-async	future-work		u	20.0	2000.0	never			apple,linux	memory	try await {receiver}.asyncShutdown()
E	Bcrypt.hash(_:cost:)	cpu-heavy-in-async	cpu	cost		250.0	600.0	never				memory		`try await request.password.async.hash(_:)` hashes on the thread pool
E	BCryptDigest.hash(_:cost:)	cpu-heavy-in-async	cpu	cost		250.0	600.0	never				memory		`try await request.password.async.hash(_:)` hashes on the thread pool
E	Bcrypt.verify(_:created:)	cpu-heavy-in-async	cpu			250.0	600.0	never				memory		`try await request.password.async.verify(_:created:)` runs on the thread pool
E	BCryptDigest.verify(_:created:)	cpu-heavy-in-async	cpu			250.0	600.0	never				memory		`try await request.password.async.verify(_:created:)` runs on the thread pool
E	PasswordHasher.hash(_:)	cpu-heavy-in-async	cpu			250.0	600.0	never	likely			memory		`request.password.async` runs on the thread pool
E	PasswordHasher.verify(_:created:)	cpu-heavy-in-async	cpu			250.0	600.0	never	likely			memory		`request.password.async` runs on the thread pool
E	Databases.shutdown()	future-wait-in-async	future-work		u	5.0	500.0	never				memory	await {receiver}.shutdownAsync()
C	RoutesBuilder.get(_:_:_:_:_:use:)	_	use	event-loop
C	RoutesBuilder.post(_:_:_:_:_:use:)	_	use	event-loop
C	RoutesBuilder.put(_:_:_:_:_:use:)	_	use	event-loop
C	RoutesBuilder.patch(_:_:_:_:_:use:)	_	use	event-loop
C	RoutesBuilder.delete(_:_:_:_:_:use:)	_	use	event-loop
C	EventLoopFuture.mapEach(_:)		0	event-loop
C	EventLoopFuture.mapEachCompact(_:)		0	event-loop
C	EventLoopFuture.tryFlatMap(_:)		0	event-loop
C	EventLoopFuture.flatMapEach(on:_:)		1	event-loop
C	EventLoopFuture.sequencedFlatMapEach(_:)		0	event-loop
"""#
}
