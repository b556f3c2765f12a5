/// What `rules/effects/core-location.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let coreLocation: StaticString = #"""
L	Core Location	CoreLocation,MapKit
T	CLLocationManager	class	NSObject
E	CLLocationManager.locationServicesEnabled()	blocking-in-async	peer			3.0	500.0	likely		,apple		memory		Wait for locationManagerDidChangeAuthorization(_:)
"""#
}
