/// What `rules/effects/posix-network.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixNetwork: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,dnssd,SystemConfiguration
E	getaddrinfo(_:_:_:_:)	network-io-in-async	peer		u	20.0	5000.0					compiled		Let the network library resolve the name, or move the lookup
U	mentions	2	AI_NUMERICHOST
E	gethostbyname(_:)	network-io-in-async	peer		u	20.0	5000.0					compiled
E	gethostbyaddr(_:_:_:)	network-io-in-async	peer		u	20.0	5000.0					compiled
E	getnameinfo(_:_:_:_:_:_:_:)	network-io-in-async	peer		u	20.0	5000.0					compiled
U	mentions	6	NI_NUMERICHOST
E	res_query(_:_:_:_:_:)	network-io-in-async	peer		u	20.0	5000.0			,apple		memory
E	res_9_query(_:_:_:_:_:)	network-io-in-async	peer		u	20.0	5000.0			,apple		memory
E	res_search(_:_:_:_:_:)	network-io-in-async	peer		u	20.0	5000.0			,apple		memory
E	res_9_search(_:_:_:_:_:)	network-io-in-async	peer		u	20.0	5000.0			,apple		memory
E	connect(_:_:_:)	network-io-in-async	peer		u	1.0	10000.0		likely			compiled
U	mentions	0	SOCK_DGRAM
E	accept(_:_:_:)	network-io-in-async	peer		u	100.0	60000.0		likely			compiled
E	accept4(_:_:_:_:)	network-io-in-async	peer		u	100.0	60000.0		likely	,linux		header
U	mentions	3	SOCK_NONBLOCK
E	recv(_:_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely			compiled
U	mentions	3	MSG_DONTWAIT
E	recvfrom(_:_:_:_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely			compiled
U	mentions	3	MSG_DONTWAIT
E	recvmsg(_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely			compiled
U	mentions	2	MSG_DONTWAIT
E	send(_:_:_:_:)	network-io-in-async	peer			0.02	100.0		likely			compiled
U	mentions	3	MSG_DONTWAIT
E	sendto(_:_:_:_:_:_:)	network-io-in-async	peer			0.02	100.0		likely			compiled
U	mentions	3	MSG_DONTWAIT
E	sendmsg(_:_:_:)	network-io-in-async	peer			0.02	100.0		likely			compiled
U	mentions	2	MSG_DONTWAIT
E	poll(_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely			compiled
U	zero	2
E	select(_:_:_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely			compiled
U	zero	4
E	pselect(_:_:_:_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely			compiled
U	zero	4
E	epoll_wait(_:_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely	,linux		header
U	zero	3
E	kevent(_:_:_:_:_:_:)	network-io-in-async	peer		u	100.0	10000.0		likely	,apple		memory
U	zero	4
E	DNSServiceProcessResult(_:)	network-io-in-async	peer		u	20.0	5000.0		likely	,apple		memory		DNSServiceSetDispatchQueue(_:_:)
E	SCNetworkReachabilityGetFlags(_:_:)	network-io-in-async	peer			0.5	1000.0		possible	,apple		memory		NWPathMonitor
"""#
}
