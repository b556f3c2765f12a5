/// What `rules/effects/sendable-nio.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let sendableNio: StaticString = #"""
L	NIO	NIO,NIOCore,NIOPosix,NIOConcurrencyHelpers
T	ByteBuffer		Sendable
T	Channel		Sendable
T	EventLoop		Sendable
T	EventLoopFuture		Sendable
T	EventLoopGroup		Sendable
T	EventLoopPromise		Sendable
T	MultiThreadedEventLoopGroup		Sendable
T	NIOLock		Sendable
T	NIOThreadPool		Sendable
T	SocketAddress		Sendable
T	TimeAmount		Sendable
"""#
}
