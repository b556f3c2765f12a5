/// What `rules/effects/swift-nio.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftNio: StaticString = #"""
L	swift-nio	NIO,NIOCore,NIOPosix,NIOHTTP1,NIOEmbedded,NIOTransportServices,NIOSSL,NIOHTTP2,NIOExtras,Vapor,Hummingbird,AsyncHTTPClient,GRPC,GRPCNIOTransportCore
T	EventLoopGroup	protocol
M	next()	any EventLoop
M	any()	any EventLoop
M	makeFutureWithTask(_:)	EventLoopFuture
T	EventLoop	protocol	EventLoopGroup
M	makePromise(of:file:line:)	EventLoopPromise
M	makePromise(of:)	EventLoopPromise
M	makeSucceededFuture(_:)	EventLoopFuture
M	makeFailedFuture(_:)	EventLoopFuture
M	makeCompletedFuture(_:)	EventLoopFuture
M	makeSucceededVoidFuture()	EventLoopFuture<Void>
M	submit(_:)	EventLoopFuture
M	flatSubmit(_:)	EventLoopFuture
M	scheduleTask(in:_:)	Scheduled
M	scheduleTask(deadline:_:)	Scheduled
M	flatScheduleTask(in:_:)	Scheduled
M	scheduleRepeatedTask(initialDelay:delay:notifying:_:)	RepeatedTask
M	inEventLoop	Bool
M	assumeIsolated()	NIOIsolatedEventLoop
M	makeFutureWithTask(_:)	EventLoopFuture
T	NIOIsolatedEventLoop	struct
T	SelectableEventLoop	class	EventLoop
T	EmbeddedEventLoop	class	EventLoop
T	NIOAsyncTestingEventLoop	class	EventLoop
T	Scheduled	struct
M	futureResult	EventLoopFuture<Value>
T	RepeatedTask	class
T	EventLoopPromise	struct
M	futureResult	EventLoopFuture<Value>
T	EventLoopFuture	class
M	eventLoop	any EventLoop
M	get()	Value
M	wait()	Value
M	map(_:)	EventLoopFuture
M	flatMap(_:)	EventLoopFuture
M	flatMapThrowing(_:)	EventLoopFuture
M	flatMapResult(_:)	EventLoopFuture
M	flatMapBlocking(onto:_:)	EventLoopFuture
M	and(_:)	EventLoopFuture
M	and(value:)	EventLoopFuture
M	fold(_:with:)	EventLoopFuture
M	unwrap(or:)	EventLoopFuture
M	unwrap(orError:)	EventLoopFuture
M	unwrap(orReplace:)	EventLoopFuture
M	unwrap(orElse:)	EventLoopFuture
M	reduce(_:_:on:_:)	EventLoopFuture
M	reduce(into:_:on:_:)	EventLoopFuture
M	whenAllSucceed(_:on:)	EventLoopFuture
M	whenAllComplete(_:on:)	EventLoopFuture
M	transform(to:)	EventLoopFuture
M	flatten(on:)	EventLoopFuture
M	recover(_:)	EventLoopFuture<Value>
M	flatMapError(_:)	EventLoopFuture<Value>
M	flatMapErrorThrowing(_:)	EventLoopFuture<Value>
M	hop(to:)	EventLoopFuture<Value>
M	always(_:)	EventLoopFuture<Value>
M	andAllSucceed(_:on:)	EventLoopFuture<Void>
M	andAllComplete(_:on:)	EventLoopFuture<Void>
T	MultiThreadedEventLoopGroup	class	EventLoopGroup
M	singleton	MultiThreadedEventLoopGroup
M	currentEventLoop	(any EventLoop)?
T	NIOTSEventLoopGroup	class	EventLoopGroup
M	singleton	NIOTSEventLoopGroup
T	NIOSingletons	enum
M	posixEventLoopGroup	MultiThreadedEventLoopGroup
M	posixBlockingThreadPool	NIOThreadPool
T	NIOThreadPool	class
M	singleton	NIOThreadPool
M	runIfActive(eventLoop:_:)	EventLoopFuture
T	NonBlockingFileIO	struct
M	openFile(path:eventLoop:)	EventLoopFuture
M	openFile(path:mode:flags:eventLoop:)	EventLoopFuture
M	openFile(_deprecatedPath:eventLoop:)	EventLoopFuture
M	openFile(_deprecatedPath:mode:flags:eventLoop:)	EventLoopFuture
M	read(fileRegion:allocator:eventLoop:)	EventLoopFuture
M	read(fileHandle:byteCount:allocator:eventLoop:)	EventLoopFuture
M	write(fileHandle:buffer:eventLoop:)	EventLoopFuture
M	readFileSize(fileHandle:eventLoop:)	EventLoopFuture
M	changeFileSize(fileHandle:size:eventLoop:)	EventLoopFuture
M	readChunked(fileRegion:chunkSize:allocator:eventLoop:chunkHandler:)	EventLoopFuture
M	lstat(path:eventLoop:)	EventLoopFuture
M	remove(path:eventLoop:)	EventLoopFuture
M	rename(path:newName:eventLoop:)	EventLoopFuture
M	listDirectory(path:eventLoop:)	EventLoopFuture
T	ChannelOutboundInvoker	protocol
M	write(_:)	EventLoopFuture<Void>
M	writeAndFlush(_:)	EventLoopFuture<Void>
M	close()	EventLoopFuture<Void>
M	close(mode:)	EventLoopFuture<Void>
M	bind(to:)	EventLoopFuture<Void>
M	connect(to:)	EventLoopFuture<Void>
M	register()	EventLoopFuture<Void>
M	triggerUserOutboundEvent(_:)	EventLoopFuture<Void>
M	eventLoop	any EventLoop
T	Channel	protocol	ChannelOutboundInvoker
M	closeFuture	EventLoopFuture<Void>
M	pipeline	ChannelPipeline
M	eventLoop	any EventLoop
M	localAddress	SocketAddress?
M	remoteAddress	SocketAddress?
M	parent	(any Channel)?
M	allocator	ByteBufferAllocator
M	isActive	Bool
M	isWritable	Bool
M	setOption(_:value:)	EventLoopFuture<Void>
M	getOption(_:)	EventLoopFuture
T	EmbeddedChannel	class	Channel
T	NIOAsyncTestingChannel	class	Channel
T	ChannelPipeline	class	ChannelOutboundInvoker
M	addHandler(_:)	EventLoopFuture<Void>
M	addHandler(_:name:position:)	EventLoopFuture<Void>
M	addHandlers(_:)	EventLoopFuture<Void>
M	addHandlers(_:position:)	EventLoopFuture<Void>
M	removeHandler(_:)	EventLoopFuture<Void>
M	removeHandler(name:)	EventLoopFuture<Void>
M	removeHandler(context:)	EventLoopFuture<Void>
M	configureHTTPServerPipeline()	EventLoopFuture<Void>
M	configureHTTPServerPipeline(withErrorHandling:)	EventLoopFuture<Void>
M	addHTTPClientHandlers()	EventLoopFuture<Void>
M	context(handler:)	EventLoopFuture<ChannelHandlerContext>
M	context(name:)	EventLoopFuture<ChannelHandlerContext>
M	handler(type:)	EventLoopFuture
M	eventLoop	any EventLoop
T	ChannelHandlerContext	class	ChannelOutboundInvoker
M	channel	any Channel
M	eventLoop	any EventLoop
M	pipeline	ChannelPipeline
M	localAddress	SocketAddress?
M	remoteAddress	SocketAddress?
T	SocketAddress	enum
M	makeAddressResolvingHost(_:port:)	SocketAddress
T	NIOFileHandle	class
T	ServerBootstrap	class
M	childChannelInitializer(_:)	ServerBootstrap
M	serverChannelInitializer(_:)	ServerBootstrap
M	serverChannelOption(_:value:)	ServerBootstrap
M	childChannelOption(_:value:)	ServerBootstrap
M	bind(host:port:)	EventLoopFuture<any Channel>
M	bind(to:)	EventLoopFuture<any Channel>
M	bind(unixDomainSocketPath:)	EventLoopFuture<any Channel>
M	bind(unixDomainSocketPath:cleanupExistingSocketFile:)	EventLoopFuture<any Channel>
M	withBoundSocket(_:)	EventLoopFuture<any Channel>
T	ClientBootstrap	class
M	channelInitializer(_:)	ClientBootstrap
M	channelOption(_:value:)	ClientBootstrap
M	connectTimeout(_:)	ClientBootstrap
M	resolver(_:)	ClientBootstrap
M	connect(host:port:)	EventLoopFuture<any Channel>
M	connect(to:)	EventLoopFuture<any Channel>
M	connect(unixDomainSocketPath:)	EventLoopFuture<any Channel>
M	withConnectedSocket(_:)	EventLoopFuture<any Channel>
T	DatagramBootstrap	class
M	channelInitializer(_:)	DatagramBootstrap
M	channelOption(_:value:)	DatagramBootstrap
M	bind(host:port:)	EventLoopFuture<any Channel>
M	bind(to:)	EventLoopFuture<any Channel>
M	connect(host:port:)	EventLoopFuture<any Channel>
M	connect(to:)	EventLoopFuture<any Channel>
T	NIOPipeBootstrap	class
M	channelInitializer(_:)	NIOPipeBootstrap
M	channelOption(_:value:)	NIOPipeBootstrap
M	takingOwnershipOfDescriptors(input:output:)	EventLoopFuture<any Channel>
M	takingOwnershipOfDescriptor(inputOutput:)	EventLoopFuture<any Channel>
T	NIOTSConnectionBootstrap	class	ClientBootstrap
T	NIOTSListenerBootstrap	class	ServerBootstrap
E	EventLoopFuture.wait(file:line:)	future-wait-in-async	future-work	file,line	u	10.0	1000.0	never			apple,linux	compiled	try await {receiver}.get()
U	receiver	embedded-loop
E	EventLoopFuture.waitSpinningRunLoop(inMode:file:line:)	future-wait-in-async	future-work	inMode,file,line	u	10.0	1000.0	likely			apple,linux	compiled	try await {receiver}.get()
E	EventLoopGroup.syncShutdownGracefully()	future-wait-in-async	future-work		u	20.0	2000.0	likely			apple,linux	compiled	try await {receiver}.shutdownGracefully()
U	receiver	embedded-loop
E	MultiThreadedEventLoopGroup.syncShutdownGracefully()	future-wait-in-async	future-work		u	20.0	2000.0	likely			apple,linux	compiled	try await {receiver}.shutdownGracefully()
E	NIOTSEventLoopGroup.syncShutdownGracefully()	future-wait-in-async	future-work		u	20.0	2000.0	likely			apple,linux	compiled	try await {receiver}.shutdownGracefully()
E	NIOThreadPool.syncShutdownGracefully()	future-wait-in-async	future-work		u	20.0	2000.0	likely			apple,linux	compiled	try await {receiver}.shutdownGracefully()
E	SocketAddress.makeAddressResolvingHost(_:port:)	network-io-in-async	peer		u	20.0	5000.0	likely				compiled		bootstrap.connect(host:port:) resolves without blocking
E	NIOFileHandle.init(path:)	file-io-in-async	disk			0.02	5.0	never				compiled		NonBlockingFileIO.openFile, or NIOFileSystem
E	NIOFileHandle.init(path:mode:flags:)	file-io-in-async	disk	mode,flags		0.02	5.0	never				compiled		NonBlockingFileIO.openFile, or NIOFileSystem
E	NIOFileHandle.init(_deprecatedPath:)	file-io-in-async	disk			0.02	5.0	never			apple,linux	compiled
E	NIOFileHandle.init(_deprecatedPath:mode:flags:)	file-io-in-async	disk	mode,flags		0.02	5.0	never			apple,linux	compiled
E	NIOFileHandle.close()	file-metadata-in-async	disk			0.005	1.0	never	possible			compiled
"""#
}
