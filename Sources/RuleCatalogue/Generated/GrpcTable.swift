/// What `rules/effects/grpc.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let grpc: StaticString = #"""
L	grpc-swift 1	GRPC
T	UnaryCall	struct
M	response	EventLoopFuture
M	initialMetadata	EventLoopFuture
M	trailingMetadata	EventLoopFuture
M	status	EventLoopFuture
M	eventLoop	any EventLoop
T	ClientStreamingCall	struct
M	response	EventLoopFuture
M	initialMetadata	EventLoopFuture
M	trailingMetadata	EventLoopFuture
M	status	EventLoopFuture
M	eventLoop	any EventLoop
T	ServerStreamingCall	struct
M	initialMetadata	EventLoopFuture
M	trailingMetadata	EventLoopFuture
M	status	EventLoopFuture
M	eventLoop	any EventLoop
T	BidirectionalStreamingCall	struct
M	initialMetadata	EventLoopFuture
M	trailingMetadata	EventLoopFuture
M	status	EventLoopFuture
M	eventLoop	any EventLoop
T	GRPCChannel	protocol
M	close()	EventLoopFuture<Void>
T	ClientConnection	class	GRPCChannel
"""#
}
