/// What `rules/effects/tools-support-async.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let toolsSupportAsync: StaticString = #"""
L	swift-tools-support-async	TSFFutures,llbuild2,TSFCAS
T	LLBFuture	class
M	get()	Success
T	LLBCancellableFuture	class
E	LLBFuture.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never			apple,linux	docs	try await {receiver}.get()
E	LLBCancellableFuture.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never			apple,linux	docs	try await {receiver}.get()
"""#
}
