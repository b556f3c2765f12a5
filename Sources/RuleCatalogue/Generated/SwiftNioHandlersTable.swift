/// What `rules/effects/swift-nio-handlers.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftNioHandlers: StaticString = #"""
L	swift-nio	NIO,NIOCore,NIOPosix,NIOHTTP1,NIOEmbedded,NIOTransportServices,NIOSSL,NIOHTTP2,NIOExtras,Vapor,Hummingbird,AsyncHTTPClient,GRPC,GRPCNIOTransportCore
T	ChannelHandler	protocol			handlerAdded,handlerRemoved
T	_ChannelInboundHandler	protocol	ChannelHandler		channelRegistered,channelUnregistered,channelActive,channelInactive,channelRead,channelReadComplete,channelWritabilityChanged,userInboundEventTriggered,errorCaught
T	_ChannelOutboundHandler	protocol	ChannelHandler		register,bind,connect,write,flush,read,close,triggerUserOutboundEvent
T	ChannelInboundHandler	protocol	_ChannelInboundHandler		handlerAdded,handlerRemoved,channelRegistered,channelUnregistered,channelActive,channelInactive,channelRead,channelReadComplete,channelWritabilityChanged,userInboundEventTriggered,errorCaught
T	ChannelOutboundHandler	protocol	_ChannelOutboundHandler		handlerAdded,handlerRemoved,register,bind,connect,write,flush,read,close,triggerUserOutboundEvent
T	ChannelDuplexHandler	protocol	ChannelInboundHandler,_ChannelOutboundHandler		handlerAdded,handlerRemoved,channelRegistered,channelUnregistered,channelActive,channelInactive,channelRead,channelReadComplete,channelWritabilityChanged,userInboundEventTriggered,errorCaught,register,bind,connect,write,flush,read,close,triggerUserOutboundEvent
T	RemovableChannelHandler	protocol	ChannelHandler		handlerAdded,handlerRemoved,removeHandler
T	ByteToMessageDecoder	protocol			decode,decodeLast,decoderAdded,decoderRemoved,shouldReclaimBytes
T	WriteObservingByteToMessageDecoder	protocol	ByteToMessageDecoder		write
T	NIOSingleStepByteToMessageDecoder	protocol	ByteToMessageDecoder		decode,decodeLast
T	MessageToByteEncoder	protocol			encode
T	HTTPServerProtocolUpgrader	protocol			buildUpgradeResponse,upgrade
T	HTTPClientResponseDelegate	protocol			didSendRequestHead,didSendRequestPart,didSendRequest,didVisitURL,didReceiveHead,didReceiveBodyPart,didReceiveError,didFinishRequest
T	NIOScheduledCallbackHandler	protocol			handleScheduledCallback,didCancelScheduledCallback
"""#
}
