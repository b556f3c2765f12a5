/// What `rules/effects/combine.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let combine: StaticString = #"""
L	Combine	Combine,OpenCombine
T	Publisher	protocol
T	ObservableObject	protocol
T	AnyPublisher	struct	Publisher
T	PassthroughSubject	class	Publisher
T	CurrentValueSubject	class	Publisher
E	Publisher.sink(receiveValue:)	blocking-in-async	cpu			0.0	0.0	never	possible			memory		receive(on:) before sink moves the work
E	Publisher.sink(receiveCompletion:receiveValue:)	blocking-in-async	cpu			0.0	0.0	never	possible			memory		receive(on:) before sink moves the work
C	Publisher.sink(receiveValue:)		receiveValue	elsewhere
C	Publisher.sink(receiveCompletion:receiveValue:)		receiveValue	elsewhere
C	Publisher.sink(receiveCompletion:receiveValue:)		receiveCompletion	elsewhere
C	Publisher.map(_:)		0	elsewhere
C	Publisher.tryMap(_:)		0	elsewhere
C	Publisher.compactMap(_:)		0	elsewhere
C	Publisher.filter(_:)		0	elsewhere
C	Publisher.flatMap(maxPublishers:_:)	maxPublishers	1	elsewhere
C	Publisher.handleEvents(receiveSubscription:receiveOutput:receiveCompletion:receiveCancel:receiveRequest:)	receiveSubscription,receiveOutput,receiveCompletion,receiveCancel,receiveRequest	receiveOutput	elsewhere
C	Future.init(_:)		0	in-place
C	Deferred.init(createPublisher:)		createPublisher	elsewhere
"""#
}
