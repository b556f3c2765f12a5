/// What `rules/effects/realm.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let realm: StaticString = #"""
L	Realm	RealmSwift,Realm
T	Realm	struct
M	objects(_:)	Results
E	Realm.init(configuration:queue:)	database-call-in-async	database	configuration,queue	o	2.0	500.0	never		,apple		memory
E	Realm.write(withoutNotifying:_:)	database-call-in-async	database	withoutNotifying		1.0	100.0	never		,apple		memory		`try await realm.asyncWrite { … }`
E	Realm.refresh()	database-call-in-async	database			0.2	20.0	never		,apple		memory	await {receiver}.asyncRefresh()
E	Realm.commitWrite(withoutNotifying:)	database-call-in-async	database	withoutNotifying		1.0	100.0	never		,apple		memory
E	Realm.beginWrite()	database-call-in-async	lock			0.1	100.0	never		,apple		memory
C	Realm.write(withoutNotifying:_:)	withoutNotifying	1	in-place
C	Realm.writeAsync(_:onComplete:)	onComplete	0	dispatch
C	Realm.asyncWrite(_:)		0	in-place
"""#
}
