/// What `rules/effects/avfoundation.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let avfoundation: StaticString = #"""
L	AVFoundation	AVFoundation,AVFAudio,AVKit
T	AVAsset	class	NSObject
M	tracks	[AVAssetTrack]
M	tracks(withMediaType:)	[AVAssetTrack]
T	AVURLAsset	class	AVAsset
T	AVAudioSession	class	NSObject
M	sharedInstance()	AVAudioSession
T	AVCaptureSession	class	NSObject
T	AVCaptureMultiCamSession	class	AVCaptureSession
T	AVAssetReaderTrackOutput	class	AVAssetReaderOutput
T	AVAssetReaderOutput	class	NSObject
E	AVAsset.tracks	file-io-in-async	disk			5.0	500.0	never		,apple		memory	try await {receiver}.load(.tracks)
E	AVAsset.duration	file-io-in-async	disk			5.0	500.0	never		,apple		memory	try await {receiver}.load(.duration)
E	AVAsset.metadata	file-io-in-async	disk			5.0	500.0	never		,apple		memory	try await {receiver}.load(.metadata)
E	AVAsset.isPlayable	file-io-in-async	disk			5.0	500.0	never		,apple		memory	try await {receiver}.load(.isPlayable)
E	AVAsset.commonMetadata	file-io-in-async	disk			5.0	500.0	never		,apple		memory	try await {receiver}.load(.commonMetadata)
E	AVAsset.tracks(withMediaType:)	file-io-in-async	disk			5.0	500.0	likely		,apple		memory	try await {receiver}.loadTracks(withMediaType: {withMediaType})
E	AVAssetImageGenerator.copyCGImage(at:actualTime:)	cpu-heavy-in-async	cpu			30.0	300.0	likely		,apple		memory		`try await generator.image(at: time).image`
E	AVAssetReader.startReading()	file-io-in-async	disk			5.0	100.0			,apple		memory
E	AVAssetReaderOutput.copyNextSampleBuffer()	cpu-heavy-in-async	cpu			2.0	50.0	likely		,apple		memory
E	AVAudioFile.read(into:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	AVAudioFile.read(into:frameCount:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	AVAudioFile.write(from:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	AVAudioFile.init(forReading:)	file-io-in-async	disk			0.02	5.0	never		,apple		memory
E	AVAudioPlayer.init(contentsOf:)	file-io-in-async	disk			0.1	2.0	never		,apple		memory
W	bundled	contentsOf
E	AVAudioPlayer.init(contentsOf:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	AVAudioSession.setActive(_:options:)	blocking-in-async	peer	options		30.0	500.0	never		,apple		memory		On a serial queue or executor of its own
E	AVCaptureSession.startRunning()	blocking-in-async	peer			200.0	1000.0	likely		,apple		docs		On a serial queue or executor of its own
E	AVCaptureSession.stopRunning()	blocking-in-async	peer			200.0	1000.0	likely		,apple		docs		On a serial queue or executor of its own
E	AVCaptureSession.commitConfiguration()	blocking-in-async	peer			100.0	500.0			,apple		memory		On a serial queue or executor of its own
"""#
}
