/// What `rules/effects/sendable-swift.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableSwift: StaticString = #"""
L	Swift standard library
T	Bool		Sendable
T	Character		Sendable
T	ContinuousClock		Sendable
T	Double		Sendable
T	Duration		Sendable
T	Float		Sendable
T	Int		Sendable
T	Int16		Sendable
T	Int32		Sendable
T	Int64		Sendable
T	Int8		Sendable
T	Never		Sendable
T	ObjectIdentifier		Sendable
T	StaticString		Sendable
T	String		Sendable
T	String.UTF8View		Sendable
T	Substring		Sendable
T	SuspendingClock		Sendable
T	UInt		Sendable
T	UInt16		Sendable
T	UInt32		Sendable
T	UInt64		Sendable
T	UInt8		Sendable
T	Error		Sendable
T	LocalizedError		Sendable
T	CodingKey		Sendable
T	Actor		Sendable
"""#
}
