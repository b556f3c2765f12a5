/// What `rules/effects/foundation-network.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationNetwork: StaticString = #"""
L	Foundation	Foundation,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,FoundationNetworking,FoundationXML,CFNetwork
E	Host.addresses	network-io-in-async	peer		u	20.0	5000.0	never				compiled
E	Host.names	network-io-in-async	peer		u	20.0	5000.0	never				compiled
E	Host.init(name:)	network-io-in-async	peer			0.0	0.0	never				compiled
E	Host.init(address:)	network-io-in-async	peer			0.0	0.0	never				compiled
E	Host.current()	network-io-in-async	peer			1.0	1000.0	never	likely			compiled
E	ProcessInfo.hostName	network-io-in-async	peer			1.0	5000.0					compiled		gethostname(_:_:) answers without a lookup
E	NSURLConnection.sendSynchronousRequest(_:returning:)	network-io-in-async	peer		u	100.0	10000.0	likely		,apple		memory		`let (data, response) = try await URLSession.shared.data(for: request)`
E	NSXPCConnection.synchronousRemoteObjectProxyWithErrorHandler(_:)	future-wait-in-async	peer			1.0	1000.0	likely		,apple		memory		Use remoteObjectProxyWithErrorHandler(_:) and resume a continuation from the reply
E	XMLParser.init(contentsOf:)	network-io-in-async	peer		u	100.0	10000.0	never				compiled		Fetch it with URLSession.shared.data(from:), then XMLParser(data:)
W	remote	contentsOf
E	XMLParser.init(contentsOf:)	file-io-in-async	disk			0.1	2.0	never				compiled
W	bundled	contentsOf
E	XMLParser.init(contentsOf:)	file-io-in-async	disk			0.2	25.0	never				compiled
E	XMLDocument.init(contentsOf:options:)	network-io-in-async	peer	options	u	100.0	10000.0	never				compiled		Fetch it with URLSession.shared.data(from:), then XMLDocument(data:)
W	remote	contentsOf
E	XMLDocument.init(contentsOf:options:)	file-io-in-async	disk	options		0.1	2.0	never				compiled
W	bundled	contentsOf
E	XMLDocument.init(contentsOf:options:)	file-io-in-async	disk	options		0.2	25.0	never				compiled
E	XMLDTD.init(contentsOf:options:)	network-io-in-async	peer	options	u	100.0	10000.0	never				compiled		Fetch it with URLSession.shared.data(from:), then XMLDocument(data:)
W	remote	contentsOf
E	XMLDTD.init(contentsOf:options:)	file-io-in-async	disk	options		0.1	2.0	never				compiled
W	bundled	contentsOf
E	XMLDTD.init(contentsOf:options:)	file-io-in-async	disk	options		0.2	25.0	never				compiled
E	XMLParser.parse()	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	NSAttributedString.init(data:options:documentAttributes:)	cpu-heavy-in-async	cpu			30.0	500.0	never		,apple		memory		NSAttributedString.fromHTML(_:options:) is async
W	mentions	options	html
E	CFHostStartInfoResolution(_:_:_:)	network-io-in-async	peer		u	20.0	5000.0		likely	,apple		memory		NWConnection resolves names asynchronously
E	CFReadStreamRead(_:_:_:)	network-io-in-async	peer		u	1.0	1000.0		likely	,apple		memory
E	CFWriteStreamWrite(_:_:_:)	network-io-in-async	peer		u	0.1	500.0		likely	,apple		memory
"""#
}
