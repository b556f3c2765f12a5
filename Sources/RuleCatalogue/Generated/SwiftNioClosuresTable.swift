/// What `rules/effects/swift-nio-closures.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftNioClosures: StaticString = #"""
L	swift-nio	NIO,NIOCore,NIOPosix,NIOHTTP1,NIOEmbedded,NIOTransportServices,NIOSSL,NIOHTTP2,NIOExtras,Vapor,Hummingbird,AsyncHTTPClient,GRPC,GRPCNIOTransportCore
C	EventLoop.execute(_:)		0	event-loop
C	EventLoop.submit(_:)		0	event-loop
C	EventLoop.flatSubmit(_:)		0	event-loop
C	EventLoop.scheduleTask(in:_:)		1	event-loop
C	EventLoop.scheduleTask(deadline:_:)		1	event-loop
C	NIOIsolatedEventLoop.execute(_:)		0	event-loop
C	NIOIsolatedEventLoop.submit(_:)		0	event-loop
C	NIOIsolatedEventLoop.scheduleTask(in:_:)		1	event-loop
C	NIOIsolatedEventLoop.scheduleTask(deadline:_:)		1	event-loop
C	NIOIsolatedEventLoop.flatScheduleTask(in:_:)		1	event-loop
C	NIOIsolatedEventLoop.flatScheduleTask(deadline:_:)		1	event-loop
C	EventLoop.flatScheduleTask(deadline:file:line:_:)	file,line	3	event-loop
C	EventLoop.flatScheduleTask(in:file:line:_:)	file,line	3	event-loop
C	EventLoop.scheduleRepeatedTask(initialDelay:delay:notifying:_:)	notifying	3	event-loop
C	EventLoop.scheduleRepeatedTask(initialDelay:delay:maximumAllowableJitter:notifying:_:)	notifying	4	event-loop
C	EventLoop.scheduleRepeatedAsyncTask(initialDelay:delay:notifying:_:)	notifying	3	event-loop
C	EventLoop.scheduleRepeatedAsyncTask(initialDelay:delay:maximumAllowableJitter:notifying:_:)	notifying	4	event-loop
C	EventLoop.makeFutureWithTask(_:)		0	pool
C	EventLoopGroup.makeFutureWithTask(_:)		0	pool
C	EventLoopPromise.completeWithTask(_:)		0	pool
C	EventLoop.makeCompletedFuture(withResultOf:)		withResultOf	in-place
C	EventLoopFuture.map(_:)		0	event-loop
C	EventLoopFuture.Isolated.map(_:)		0	event-loop
C	EventLoopFuture.flatMap(_:)		0	event-loop
C	EventLoopFuture.Isolated.flatMap(_:)		0	event-loop
C	EventLoopFuture.flatMapThrowing(_:)		0	event-loop
C	EventLoopFuture.Isolated.flatMapThrowing(_:)		0	event-loop
C	EventLoopFuture.flatMapError(_:)		0	event-loop
C	EventLoopFuture.Isolated.flatMapError(_:)		0	event-loop
C	EventLoopFuture.flatMapErrorThrowing(_:)		0	event-loop
C	EventLoopFuture.Isolated.flatMapErrorThrowing(_:)		0	event-loop
C	EventLoopFuture.flatMapResult(_:)		0	event-loop
C	EventLoopFuture.Isolated.flatMapResult(_:)		0	event-loop
C	EventLoopFuture.recover(_:)		0	event-loop
C	EventLoopFuture.Isolated.recover(_:)		0	event-loop
C	EventLoopFuture.whenSuccess(_:)		0	event-loop
C	EventLoopFuture.Isolated.whenSuccess(_:)		0	event-loop
C	EventLoopFuture.whenFailure(_:)		0	event-loop
C	EventLoopFuture.Isolated.whenFailure(_:)		0	event-loop
C	EventLoopFuture.whenComplete(_:)		0	event-loop
C	EventLoopFuture.Isolated.whenComplete(_:)		0	event-loop
C	EventLoopFuture.always(_:)		0	event-loop
C	EventLoopFuture.Isolated.always(_:)		0	event-loop
C	EventLoopFuture.fold(_:with:)		with	event-loop
C	EventLoopFuture.unwrap(orElse:)		orElse	event-loop
C	EventLoopFuture.Isolated.unwrap(orElse:)		orElse	event-loop
C	EventLoopFuture.flatMapWithEventLoop(_:)		0	event-loop
C	EventLoopFuture.flatMapErrorWithEventLoop(_:)		0	event-loop
C	EventLoopFuture.foldWithEventLoop(_:with:)		with	event-loop
C	EventLoopFuture.reduce(_:_:on:_:)		3	event-loop
C	EventLoopFuture.reduce(into:_:on:_:)		3	event-loop
C	EventLoopFuture.guard(_:else:)		0	event-loop
C	EventLoopFuture.flatMapBlocking(onto:_:)		1	dispatch
C	EventLoopFuture.whenSuccessBlocking(onto:_:)		1	dispatch
C	EventLoopFuture.whenFailureBlocking(onto:_:)		1	dispatch
C	EventLoopFuture.whenCompleteBlocking(onto:_:)		1	dispatch
C	DispatchQueue.asyncWithFuture(eventLoop:_:)		1	dispatch
C	NIOThreadPool.submit(_:)		0	thread
C	NIOThreadPool.runIfActive(eventLoop:_:)		1	thread
C	NIOThreadPool.runIfActive(_:)		0	thread
C	NIOThreadPool.shutdownGracefully(_:)		0	dispatch
C	NIOThreadPool.shutdownGracefully(queue:_:)		1	dispatch
C	EventLoopGroup.shutdownGracefully(_:)		0	dispatch
C	EventLoopGroup.shutdownGracefully(queue:_:)		1	dispatch
C	MultiThreadedEventLoopGroup.shutdownGracefully(queue:_:)		1	dispatch
C	ServerBootstrap.serverChannelInitializer(_:)		0	event-loop
C	ServerBootstrap.childChannelInitializer(_:)		0	event-loop
C	ClientBootstrap.channelInitializer(_:)		0	event-loop
C	DatagramBootstrap.channelInitializer(_:)		0	event-loop
C	NIOPipeBootstrap.channelInitializer(_:)		0	event-loop
C	NIORawSocketBootstrap.channelInitializer(_:)		0	event-loop
C	NIOTSConnectionBootstrap.channelInitializer(_:)		0	event-loop
C	NIOTSListenerBootstrap.childChannelInitializer(_:)		0	event-loop
C	NIOTSListenerBootstrap.serverChannelInitializer(_:)		0	event-loop
C	NIOTSDatagramBootstrap.channelInitializer(_:)		0	event-loop
C	ClientBootstrap.protocolHandlers(_:)		0	event-loop
C	ServerBootstrap.bind(host:port:serverBackPressureStrategy:childChannelInitializer:)	serverBackPressureStrategy	childChannelInitializer	event-loop
C	ServerBootstrap.bind(to:serverBackPressureStrategy:childChannelInitializer:)	serverBackPressureStrategy	childChannelInitializer	event-loop
C	ServerBootstrap.bind(unixDomainSocketPath:cleanupExistingSocketFile:serverBackPressureStrategy:childChannelInitializer:)	serverBackPressureStrategy,cleanupExistingSocketFile	childChannelInitializer	event-loop
C	ClientBootstrap.connect(host:port:channelInitializer:)		channelInitializer	event-loop
C	ClientBootstrap.connect(to:channelInitializer:)		channelInitializer	event-loop
C	ClientBootstrap.connect(unixDomainSocketPath:channelInitializer:)		channelInitializer	event-loop
C	ClientBootstrap.withConnectedSocket(_:channelInitializer:)		channelInitializer	event-loop
C	DatagramBootstrap.bind(host:port:channelInitializer:)		channelInitializer	event-loop
C	DatagramBootstrap.bind(to:channelInitializer:)		channelInitializer	event-loop
C	NonBlockingFileIO.readChunked(fileRegion:chunkSize:allocator:eventLoop:chunkHandler:)	chunkSize	chunkHandler	event-loop
C	NIOFileHandle.withUnsafeFileDescriptor(_:)		0	in-place
C	MultiThreadedEventLoopGroup.withCurrentThreadAsEventLoop(_:)		0	event-loop
C	NIOAsyncChannel.executeThenClose(_:)		0	in-place
"""#
}
