/// What `rules/effects/common-crypto.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let commonCrypto: StaticString = #"""
L	CommonCrypto	CommonCrypto
E	CCKeyDerivationPBKDF(_:_:_:_:_:_:_:_:_:)	cpu-heavy-in-async	cpu			60.0	500.0			,apple		memory
E	CCCalibratePBKDF(_:_:_:_:_:_:)	cpu-heavy-in-async	cpu			100.0	1000.0			,apple		memory
"""#
}
