/// What `rules/effects/grdb.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let grdb: StaticString = #"""
L	GRDB	GRDB,GRDBCustomSQLite
E	DatabaseReader.read(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseReader.unsafeRead(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.read(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.unsafeRead(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.write(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.writeWithoutTransaction(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.barrierWriteWithoutTransaction(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseQueue.read(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseQueue.unsafeRead(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseQueue.write(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseQueue.writeWithoutTransaction(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseQueue.barrierWriteWithoutTransaction(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabasePool.read(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabasePool.unsafeRead(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabasePool.write(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabasePool.writeWithoutTransaction(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabasePool.barrierWriteWithoutTransaction(_:)	database-call-in-async	database		o	0.5	50.0	never				compiled		Await the async overload of the same name
E	DatabaseReader.unsafeReentrantRead(_:)	database-call-in-async	database			0.5	50.0	likely				compiled
E	DatabaseWriter.unsafeReentrantWrite(_:)	database-call-in-async	database			0.5	50.0	likely				compiled
E	DatabaseWriter.erase()	database-call-in-async	database		o	50.0	5000.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.vacuum()	database-call-in-async	database		o	50.0	5000.0	never				compiled		Await the async overload of the same name
E	DatabaseWriter.vacuum(into:)	database-call-in-async	database		o	50.0	5000.0	never				compiled		Await the async overload of the same name
E	DatabaseReader.backup(to:pagesPerStep:progress:)	database-call-in-async	database	pagesPerStep,progress		50.0	5000.0					compiled
E	DatabaseReader.close()	database-call-in-async	database			0.5	100.0	never				compiled
E	DatabaseQueue.inDatabase(_:)	database-call-in-async	database			0.5	50.0	never				compiled
E	DatabaseQueue.inTransaction(_:_:)	database-call-in-async	database	_		0.5	50.0	never				compiled
E	DatabasePool.writeInTransaction(_:_:)	database-call-in-async	database	_		0.5	50.0	likely				compiled
E	DatabaseQueue.init(path:configuration:)	database-call-in-async	database	configuration		2.0	50.0	never				compiled
E	DatabasePool.init(path:configuration:)	database-call-in-async	database	configuration		2.0	50.0	never				compiled
E	DatabasePool.makeSnapshot()	database-call-in-async	database			0.5	50.0					compiled
E	DatabasePool.makeSnapshotPool()	database-call-in-async	database			0.5	50.0					compiled
E	DatabasePool.invalidateReadOnlyConnections()	database-call-in-async	database			0.5	50.0					compiled
E	DatabasePool.releaseMemory()	database-call-in-async	database			0.5	50.0					compiled
E	DatabaseQueue.releaseMemory()	database-call-in-async	database			0.5	50.0					compiled
E	DatabaseMigrator.migrate(_:)	database-call-in-async	database			50.0	5000.0	never				compiled
E	DatabaseMigrator.migrate(_:upTo:)	database-call-in-async	database			50.0	5000.0	never				compiled
"""#
}
