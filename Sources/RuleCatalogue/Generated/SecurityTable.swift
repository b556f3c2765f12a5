/// What `rules/effects/security.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let security: StaticString = #"""
L	Security and LocalAuthentication	Security,LocalAuthentication,Foundation
T	LAContext	class	NSObject
E	SecItemAdd(_:_:)	blocking-in-async	peer			3.0	50.0			,apple		memory
E	SecItemDelete(_:)	blocking-in-async	peer			3.0	50.0			,apple		memory
E	SecItemUpdate(_:_:)	blocking-in-async	peer			3.0	50.0			,apple		memory
E	SecItemCopyMatching(_:_:)	blocking-in-async	peer			3.0	80.0			,apple		memory
E	SecKeyCreateRandomKey(_:_:)	cpu-heavy-in-async	cpu			80.0	1500.0			,apple		memory
E	SecKeyCreateSignature(_:_:_:_:)	blocking-in-async	peer			5.0	200.0		likely	,apple		memory
E	SecTrustEvaluateWithError(_:_:)	network-io-in-async	peer			5.0	5000.0			,apple		memory		SecTrustEvaluateAsyncWithError and a continuation
E	LAContext.canEvaluatePolicy(_:error:)	blocking-in-async	peer			2.0	20.0	likely	likely	,apple		memory
"""#
}
