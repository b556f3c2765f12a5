/// What `rules/effects/vision-coreml.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let visionCoreml: StaticString = #"""
L	Vision, Core ML and Natural Language	Vision,CoreML,NaturalLanguage,VisionKit
T	VNImageRequestHandler	class	NSObject
T	VNSequenceRequestHandler	class	NSObject
T	MLModel	class	NSObject
T	NLTagger	class	NSObject
E	VNImageRequestHandler.perform(_:)	cpu-heavy-in-async	future-work			50.0	1000.0	never		,apple		docs		Vision's async request types (`try await request.perform(on: image)`), or threads of your own
E	VNSequenceRequestHandler.perform(_:on:)	cpu-heavy-in-async	future-work			50.0	1000.0	never		,apple		memory		Vision's async request types, or threads of your own
E	VNSequenceRequestHandler.perform(_:on:orientation:)	cpu-heavy-in-async	future-work			50.0	1000.0	never		,apple		memory
E	MLModel.init(contentsOf:configuration:)	file-io-in-async	disk			100.0	3000.0	never		,apple		memory	try await MLModel.load(contentsOf: {contentsOf}, configuration: {configuration})
E	MLModel.init(contentsOf:)	file-io-in-async	disk			100.0	3000.0	never		,apple		memory	try await MLModel.load(contentsOf: {contentsOf})
E	MLModel.compileModel(at:)	cpu-heavy-in-async	cpu		o	1000.0	10000.0	likely		,apple		memory
E	MLModel.prediction(from:)	cpu-heavy-in-async	cpu		o	10.0	200.0			,apple		memory
E	NLTagger.enumerateTags(in:unit:scheme:options:using:)	cpu-heavy-in-async	cpu	options		5.0	200.0	likely		,apple		memory
C	NLTagger.enumerateTags(in:unit:scheme:options:using:)	options	using	in-place
"""#
}
