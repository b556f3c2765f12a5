/// What `rules/effects/sqlite-swift.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sqliteSwift: StaticString = #"""
L	SQLite.swift	SQLite
T	Connection	class
T	Statement	class
E	Connection.init(_:readonly:)	database-call-in-async	database	_,readonly		0.5	25.0	never				memory
E	Connection.run(_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.run(_:_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.prepare(_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.prepare(_:_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.scalar(_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.scalar(_:_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.execute(_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.pluck(_:)	database-call-in-async	database			0.5	50.0	never				memory
E	Connection.transaction(_:block:)	database-call-in-async	database	_		0.5	50.0	never				memory
E	Connection.savepoint(_:block:)	database-call-in-async	database	_		0.5	50.0	never				memory
E	Statement.run(_:)	database-call-in-async	database	_		0.5	50.0	never				memory
E	Statement.scalar(_:)	database-call-in-async	database	_		0.5	50.0	never				memory
C	Connection.transaction(_:block:)	_	block	in-place
C	Connection.savepoint(_:block:)	_	block	in-place
"""#
}
