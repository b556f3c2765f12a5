/// What `rules/effects/promises.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let promises: StaticString = #"""
L	Futures of other libraries	PromiseKit,BrightFutures,ReactiveSwift,RxBlocking
T	BlockingObservable	struct
T	ObservableConvertibleType	protocol
M	toBlocking()	BlockingObservable<Element>
M	toBlocking(timeout:)	BlockingObservable<Element>
T	Observable	class	ObservableConvertibleType
M	toBlocking()	BlockingObservable<Element>
M	toBlocking(timeout:)	BlockingObservable<Element>
T	PrimitiveSequence	class	ObservableConvertibleType
M	toBlocking()	BlockingObservable<Element>
M	toBlocking(timeout:)	BlockingObservable<Element>
T	SignalProducer	struct
E	Promise.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		`try await promise.async()`
E	Guarantee.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		`try await promise.async()`
E	hang(_:)	future-wait-in-async	future-work		u	10.0	1000.0					memory		`try await promise.async()`
E	Future.forced()	future-wait-in-async	future-work		u	10.0	1000.0					memory
E	Future.forced(_:)	future-wait-in-async	future-work			10.0	1000.0	never				memory
E	SignalProducer.first()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `producer.values`, or resume a continuation
E	SignalProducer.last()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `producer.values`, or resume a continuation
E	SignalProducer.single()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `producer.values`, or resume a continuation
E	SignalProducer.wait()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `producer.values`, or resume a continuation
E	BlockingObservable.first()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `observable.values`
E	BlockingObservable.last()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `observable.values`
E	BlockingObservable.single()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `observable.values`
E	BlockingObservable.toArray()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `observable.values`
E	BlockingObservable.materialize()	future-wait-in-async	future-work		u	10.0	1000.0	never				memory		Iterate `observable.values`
"""#
}
