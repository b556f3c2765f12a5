/// What `rules/effects/nio-extras.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let nioExtras: StaticString = #"""
L	swift-nio-extras	NIOExtras
T	NIOWritePCAPHandler.SynchronizedFileSink	class
M	fileSinkWritingToFile(path:errorHandler:)	NIOWritePCAPHandler.SynchronizedFileSink
E	NIOWritePCAPHandler.SynchronizedFileSink.fileSinkWritingToFile(path:errorHandler:)	file-io-in-async	disk			0.02	5.0	likely				compiled
E	NIOWritePCAPHandler.SynchronizedFileSink.fileSinkWritingToFile(path:fileWritingMode:errorHandler:)	file-io-in-async	disk	fileWritingMode		0.02	5.0	likely				compiled
E	NIOWritePCAPHandler.SynchronizedFileSink.syncClose()	future-wait-in-async	future-work		u	1.0	200.0	likely			apple,linux	compiled	try await {receiver}.close()
"""#
}
