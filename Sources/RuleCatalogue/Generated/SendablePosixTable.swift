/// What `rules/effects/sendable-posix.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendablePosix: StaticString = #"""
L	POSIX
T	mode_t		Sendable
T	off_t		Sendable
T	pid_t		Sendable
T	ssize_t		Sendable
T	time_t		Sendable
T	timespec		Sendable
T	timeval		Sendable
T	useconds_t		Sendable
T	stat		Sendable
T	sockaddr_in		Sendable
"""#
}
