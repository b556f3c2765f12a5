/// What `rules/effects/soto.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let soto: StaticString = #"""
L	Soto	SotoCore,SotoS3,SotoDynamoDB
T	AWSClient	class
E	AWSClient.syncShutdown()	future-wait-in-async	future-work		u	20.0	2000.0	likely				memory	try await {receiver}.shutdown()
"""#
}
