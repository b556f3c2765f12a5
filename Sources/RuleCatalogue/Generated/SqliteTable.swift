/// What `rules/effects/sqlite.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sqlite: StaticString = #"""
L	SQLite	SQLite3,GRDBSQLite,CSQLite,SQLCipher,SwiftToolchainCSQLite,GRDB
E	sqlite3_step(_:)	database-call-in-async	database			0.05	25.0					compiled
E	sqlite3_exec(_:_:_:_:_:)	database-call-in-async	database			0.5	50.0					compiled
E	sqlite3_get_table(_:_:_:_:_:_:)	database-call-in-async	database			0.5	50.0					compiled
E	sqlite3_prepare_v2(_:_:_:_:_:)	database-call-in-async	database			0.05	5.0					compiled
E	sqlite3_prepare_v3(_:_:_:_:_:_:)	database-call-in-async	database			0.05	5.0					compiled
E	sqlite3_open(_:_:)	database-call-in-async	database			0.2	25.0					compiled
E	sqlite3_open_v2(_:_:_:_:)	database-call-in-async	database			0.2	25.0					compiled
E	sqlite3_close(_:)	database-call-in-async	database			0.1	25.0					compiled
E	sqlite3_close_v2(_:)	database-call-in-async	database			0.1	25.0					compiled
E	sqlite3_blob_read(_:_:_:_:)	database-call-in-async	database			0.05	25.0					compiled
E	sqlite3_blob_write(_:_:_:_:)	database-call-in-async	database			0.05	25.0					compiled
E	sqlite3_backup_step(_:_:)	database-call-in-async	database			10.0	500.0					compiled
E	sqlite3_wal_checkpoint_v2(_:_:_:_:_:)	database-call-in-async	database			5.0	200.0					compiled
E	sqlite3_wal_checkpoint(_:_:)	database-call-in-async	database			5.0	200.0					compiled
E	sqlite3_sleep(_:)	sleep-in-async	time			100.0	5000.0					compiled	try await Task.sleep(for: .milliseconds({0}))
U	zero	0
"""#
}
