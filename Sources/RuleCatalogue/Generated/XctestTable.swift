/// What `rules/effects/xctest.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let xctest: StaticString = #"""
L	XCTest	XCTest
T	XCTestCase	class	XCTest
M	expectation(description:file:line:)	XCTestExpectation
M	expectation(for:evaluatedWith:file:line:handler:)	XCTestExpectation
M	expectation(forNotification:object:notificationCenter:file:line:handler:)	XCTestExpectation
T	XCTest	class	NSObject
T	XCTWaiter	class	NSObject
T	XCTestExpectation	class	NSObject
F	XCTFail(_:file:line:)	Void
F	XCTExpectFailure(_:options:)	Void
F	XCTSkipIf(_:_:file:line:)	Void
F	XCTSkipUnless(_:_:file:line:)	Void
E	XCTestCase.wait(for:timeout:enforceOrder:file:line:)	future-wait-in-async	future-work	enforceOrder,file,line		10.0	2000.0	never			linux	compiled	await {receiver}.fulfillment(of: {for}, timeout: {timeout})
W	context	async
E	XCTestCase.wait(for:)	future-wait-in-async	future-work		u	10.0	2000.0	never		,apple		docs	await {receiver}.fulfillment(of: {for})
W	context	async
E	XCTWaiter.wait(for:timeout:enforceOrder:file:line:)	future-wait-in-async	future-work	enforceOrder,file,line		10.0	2000.0	never			linux	compiled	await {receiver}.fulfillment(of: {for}, timeout: {timeout})
W	context	async
E	XCTestCase.waitForExpectations(timeout:file:line:handler:)	future-wait-in-async	future-work	file,line,handler		10.0	2000.0	likely				compiled		`await fulfillment(of:timeout:)`
W	context	async
C	XCTAssert(_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertTrue(_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertFalse(_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertNil(_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertNotNil(_:_:file:line:)	_,file,line	0	in-place
C	XCTUnwrap(_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertNoThrow(_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertThrowsError(_:_:file:line:_:)	_,file,line	0	in-place
C	XCTAssertEqual(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertEqual(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertNotEqual(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertNotEqual(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertIdentical(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertIdentical(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertNotIdentical(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertNotIdentical(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertGreaterThan(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertGreaterThan(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertGreaterThanOrEqual(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertGreaterThanOrEqual(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertLessThan(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertLessThan(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTAssertLessThanOrEqual(_:_:_:file:line:)	_,file,line	0	in-place
C	XCTAssertLessThanOrEqual(_:_:_:file:line:)	_,file,line	1	in-place
C	XCTContext.runActivity(named:block:)		block	in-place
C	XCTestCase.addTeardownBlock(_:)		0	elsewhere
C	XCTestCase.measure(file:line:block:)	file,line	block	in-place
C	XCTestCase.measure(metrics:block:)		block	in-place
"""#
}
