/// What `rules/effects/hummingbird.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let hummingbird: StaticString = #"""
L	Hummingbird	Hummingbird,HummingbirdRouter
T	Router	class
M	group(_:)	RouterGroup
M	group()	RouterGroup
T	RouterGroup	struct
M	group(_:)	RouterGroup
M	group()	RouterGroup
M	add(middleware:)	RouterGroup
C	Router.get(_:use:)	_	use	pool
C	Router.post(_:use:)	_	use	pool
C	Router.put(_:use:)	_	use	pool
C	Router.patch(_:use:)	_	use	pool
C	Router.delete(_:use:)	_	use	pool
C	Router.head(_:use:)	_	use	pool
C	RouterGroup.get(_:use:)	_	use	pool
C	RouterGroup.post(_:use:)	_	use	pool
C	RouterGroup.put(_:use:)	_	use	pool
C	RouterGroup.patch(_:use:)	_	use	pool
C	RouterGroup.delete(_:use:)	_	use	pool
C	RouterGroup.head(_:use:)	_	use	pool
"""#
}
