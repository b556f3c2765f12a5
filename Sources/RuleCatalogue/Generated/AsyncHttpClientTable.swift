/// What `rules/effects/async-http-client.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let asyncHttpClient: StaticString = #"""
L	AsyncHTTPClient	AsyncHTTPClient
T	HTTPClient	class
M	get(url:deadline:)	EventLoopFuture<HTTPClient.Response>
M	get(url:deadline:logger:)	EventLoopFuture<HTTPClient.Response>
M	post(url:body:deadline:)	EventLoopFuture<HTTPClient.Response>
M	put(url:body:deadline:)	EventLoopFuture<HTTPClient.Response>
M	patch(url:body:deadline:)	EventLoopFuture<HTTPClient.Response>
M	delete(url:deadline:)	EventLoopFuture<HTTPClient.Response>
M	execute(request:deadline:)	EventLoopFuture<HTTPClient.Response>
M	execute(_:url:body:deadline:logger:)	EventLoopFuture<HTTPClient.Response>
M	execute(request:eventLoop:deadline:)	EventLoopFuture<HTTPClient.Response>
M	shared	HTTPClient
M	eventLoopGroup	any EventLoopGroup
M	shutdown()	EventLoopFuture<Void>
M	execute(request:delegate:deadline:)	HTTPClient.Task
M	execute(request:delegate:eventLoop:deadline:)	HTTPClient.Task
T	HTTPClient.Task	class
M	futureResult	EventLoopFuture<Value>
M	eventLoop	any EventLoop
T	HTTPClient.Response	struct
E	HTTPClient.Task.wait()	future-wait-in-async	peer		u	50.0	10000.0	never			apple,linux	compiled	try await {receiver}.get()
E	HTTPClient.syncShutdown()	future-wait-in-async	future-work		u	20.0	2000.0	likely			apple,linux	compiled	try await {receiver}.shutdown()
C	HTTPClient.shutdown(queue:_:)	queue	1	dispatch
"""#
}
