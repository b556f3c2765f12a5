/// What `rules/effects/crypto.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let crypto: StaticString = #"""
L	swift-crypto	Crypto,CryptoExtras,_CryptoExtras,CryptoKit
T	AES.GCM	enum
M	seal(_:using:)	AES.GCM.SealedBox
M	seal(_:using:nonce:)	AES.GCM.SealedBox
M	seal(_:using:nonce:authenticating:)	AES.GCM.SealedBox
M	seal(_:using:authenticating:)	AES.GCM.SealedBox
M	open(_:using:)	Data
M	open(_:using:authenticating:)	Data
T	AES.GCM.SealedBox	struct
M	combined	Data?
M	ciphertext	Data
T	ChaChaPoly	enum
M	seal(_:using:)	ChaChaPoly.SealedBox
M	seal(_:using:nonce:)	ChaChaPoly.SealedBox
M	seal(_:using:nonce:authenticating:)	ChaChaPoly.SealedBox
M	seal(_:using:authenticating:)	ChaChaPoly.SealedBox
M	open(_:using:)	Data
M	open(_:using:authenticating:)	Data
T	ChaChaPoly.SealedBox	struct
M	combined	Data
M	ciphertext	Data
E	KDF.Insecure.PBKDF2.deriveKey(from:salt:using:outputByteCount:rounds:)	cpu-heavy-in-async	cpu			60.0	300.0	never				compiled
E	KDF.Insecure.PBKDF2.deriveKey(from:salt:using:outputByteCount:unsafeUncheckedRounds:)	cpu-heavy-in-async	cpu			60.0	300.0	never				compiled
E	KDF.Scrypt.deriveKey(from:salt:outputByteCount:rounds:blockSize:parallelism:)	cpu-heavy-in-async	cpu			80.0	400.0	never				compiled
E	KDF.Scrypt.deriveKey(from:salt:outputByteCount:rounds:blockSize:parallelism:maxMemory:)	cpu-heavy-in-async	cpu	maxMemory		80.0	400.0	never				compiled
E	_RSA.Signing.PrivateKey.init(keySize:)	cpu-heavy-in-async	cpu			120.0	1500.0	never				compiled
E	_RSA.Encryption.PrivateKey.init(keySize:)	cpu-heavy-in-async	cpu			120.0	1500.0	never				compiled
E	_RSA.BlindSigning.PrivateKey.init(keySize:parameters:)	cpu-heavy-in-async	cpu	parameters		120.0	1500.0	never				compiled
E	SHA256.hash(data:)	cpu-heavy-in-async	cpu			0.01	12.0	never	possible			compiled
E	SHA384.hash(data:)	cpu-heavy-in-async	cpu			0.01	12.0	never	possible			compiled
E	SHA512.hash(data:)	cpu-heavy-in-async	cpu			0.01	12.0	never	possible			compiled
E	Insecure.MD5.hash(data:)	cpu-heavy-in-async	cpu			0.01	12.0	never	possible			compiled
E	Insecure.SHA1.hash(data:)	cpu-heavy-in-async	cpu			0.01	12.0	never	possible			compiled
"""#
}
