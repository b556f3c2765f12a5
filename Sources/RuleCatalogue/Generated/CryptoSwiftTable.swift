/// What `rules/effects/crypto-swift.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let cryptoSwift: StaticString = #"""
L	CryptoSwift	CryptoSwift
T	PKCS5.PBKDF2	struct
T	PKCS5.PBKDF1	struct
T	Scrypt	class
E	PKCS5.PBKDF2.calculate()	cpu-heavy-in-async	cpu			200.0	2000.0	never				memory
E	Scrypt.calculate()	cpu-heavy-in-async	cpu			200.0	2000.0	never				memory
E	PKCS5.PBKDF1.calculate()	cpu-heavy-in-async	cpu			200.0	2000.0	never				memory
"""#
}
