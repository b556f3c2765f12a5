/// What `rules/effects/shells.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let shells: StaticString = #"""
L	ShellOut and SwiftShell	ShellOut,SwiftShell
E	shellOut(to:arguments:at:process:outputHandle:errorHandle:environment:)	process-wait-in-async	child	arguments,at,process,outputHandle,errorHandle,environment	u	50.0	10000.0					memory		swift-subprocess: `let result = try await run(…)`
E	shellOut(to:at:process:outputHandle:errorHandle:environment:)	process-wait-in-async	child	at,process,outputHandle,errorHandle,environment	u	50.0	10000.0					memory		swift-subprocess: `let result = try await run(…)`
E	run(_:)	process-wait-in-async	child		u	50.0	10000.0		possible			memory		swift-subprocess: `let result = try await run(…)`
E	run(bash:combineOutput:)	process-wait-in-async	child	combineOutput	u	50.0	10000.0					memory		swift-subprocess: `let result = try await run(…)`
E	runAndPrint(_:_:)	process-wait-in-async	child	_	u	50.0	10000.0					memory		swift-subprocess: `let result = try await run(…)`
E	runAndPrint(bash:)	process-wait-in-async	child		u	50.0	10000.0					memory		swift-subprocess: `let result = try await run(…)`
E	run(_:_:combineOutput:)	process-wait-in-async	child	combineOutput	u	50.0	10000.0		possible			memory		swift-subprocess: `let result = try await run(…)`
"""#
}
