/// What `rules/effects/foundation-coding.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationCoding: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	JSONDecoder.decode(_:from:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	JSONEncoder.encode(_:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	PropertyListDecoder.decode(_:from:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	PropertyListEncoder.encode(_:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	JSONSerialization.jsonObject(with:options:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	PropertyListSerialization.propertyList(from:options:format:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	NSKeyedUnarchiver.unarchivedObject(ofClass:from:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	Data.base64EncodedString(options:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	JSONSerialization.data(withJSONObject:options:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	JSONSerialization.writeJSONObject(_:to:options:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible	,apple		docs
E	JSONSerialization.writeJSONObject(_:toStream:options:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	NSRegularExpression.init(pattern:options:)	cpu-heavy-in-async	cpu	options		0.02	1.0	never	possible			compiled
E	NSRegularExpression.matches(in:options:range:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	NSRegularExpression.firstMatch(in:options:range:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	NSRegularExpression.numberOfMatches(in:options:range:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	NSRegularExpression.stringByReplacingMatches(in:options:range:withTemplate:)	cpu-heavy-in-async	cpu	options		0.05	20.0	never	possible			compiled
E	String.range(of:options:range:locale:)	cpu-heavy-in-async	cpu	options,range,locale		0.05	20.0	never	possible			compiled
W	mentions	options	regularExpression
E	String.replacingOccurrences(of:with:options:range:)	cpu-heavy-in-async	cpu	options,range		0.05	20.0	never	possible			compiled
W	mentions	options	regularExpression
E	NSData.compressed(using:)	cpu-heavy-in-async	cpu			1.0	8.0		likely	,apple		memory
E	NSData.decompressed(using:)	cpu-heavy-in-async	cpu			1.0	8.0		likely	,apple		memory
E	NSMutableData.compress(using:)	cpu-heavy-in-async	cpu			1.0	8.0	never	likely	,apple		memory
E	NSMutableData.decompress(using:)	cpu-heavy-in-async	cpu			1.0	8.0	never	likely	,apple		memory
E	NSMetadataQuery.start()	blocking-in-async	cpu			0.0	0.0	never	possible	,apple		memory
C	NSRegularExpression.enumerateMatches(in:options:range:using:)	options	using	in-place
C	String.enumerateLines(invoking:)		invoking	in-place
C	StringProtocol.enumerateLines(invoking:)		invoking	in-place
C	String.enumerateSubstrings(in:options:_:)	options	2	in-place
C	StringProtocol.enumerateSubstrings(in:options:_:)	options	2	in-place
"""#
}
