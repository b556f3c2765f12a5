/// What `rules/effects/metal.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let metal: StaticString = #"""
L	Metal	Metal,MetalKit,QuartzCore
T	MTLDevice	protocol
M	makeCommandQueue()	(any MTLCommandQueue)?
T	MTLCommandQueue	protocol
M	makeCommandBuffer()	(any MTLCommandBuffer)?
T	MTLCommandBuffer	protocol
T	MTLSharedEvent	protocol
F	MTLCreateSystemDefaultDevice()	(any MTLDevice)?
E	MTLCommandBuffer.waitUntilCompleted()	future-wait-in-async	peer			8.0	200.0	likely		,apple		memory	await {receiver}.completed()
E	MTLCommandBuffer.waitUntilScheduled()	future-wait-in-async	peer			8.0	200.0	likely		,apple		memory		addScheduledHandler and a continuation
E	CAMetalLayer.nextDrawable()	future-wait-in-async	peer			1.0	1000.0	likely		,apple		memory		CAMetalDisplayLink hands out drawables
E	MTLSharedEvent.wait(untilSignaledValue:timeoutMS:)	future-wait-in-async	peer			8.0	500.0	likely		,apple		memory		notify(_:atValue:block:) and a continuation
U	zero	timeoutMS
E	MTLDevice.makeComputePipelineState(function:)	cpu-heavy-in-async	cpu		o	50.0	1000.0	likely		,apple		memory
E	MTLDevice.makeRenderPipelineState(descriptor:)	cpu-heavy-in-async	cpu		o	50.0	1000.0	likely		,apple		memory
E	MTLDevice.makeLibrary(source:options:)	cpu-heavy-in-async	cpu		o	50.0	1000.0	likely		,apple		memory
C	MTLCommandBuffer.addCompletedHandler(_:)		0	elsewhere
C	MTLCommandBuffer.addScheduledHandler(_:)		0	elsewhere
"""#
}
