/// What `rules/effects/nio-ssl.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let nioSsl: StaticString = #"""
L	swift-nio-ssl	NIOSSL
T	NIOSSLContext	class
T	NIOSSLCertificate	class
M	fromPEMFile(_:)	[NIOSSLCertificate]
T	NIOSSLPrivateKey	class
E	NIOSSLContext.init(configuration:)	file-io-in-async	disk			5.0	60.0	never				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
E	NIOSSLCertificate.init(file:format:)	file-io-in-async	disk			0.3	8.0	never				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
E	NIOSSLPrivateKey.init(file:format:)	file-io-in-async	disk			0.3	8.0	never				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
E	NIOSSLPKCS12Bundle.init(file:)	file-io-in-async	disk			0.3	8.0	never				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
E	NIOSSLPKCS12Bundle.init(file:passphrase:)	file-io-in-async	disk			0.3	8.0	never				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
E	NIOSSLPrivateKey.init(file:format:passphraseCallback:)	file-io-in-async	disk			0.3	8.0	never				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
E	NIOSSLCertificate.fromPEMFile(_:)	file-io-in-async	disk			0.3	8.0	likely				compiled		Make it once at start-up, or in NIOThreadPool.runIfActive
"""#
}
