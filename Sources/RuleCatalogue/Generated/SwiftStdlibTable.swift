/// What `rules/effects/swift-stdlib.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let swiftStdlib: StaticString = #"""
L	Swift standard library
T	Sequence	protocol
M	underestimatedCount	Int
M	lazy	LazySequence<Self>
M	enumerated()	EnumeratedSequence<Self>
M	reversed()	[Element]
M	sorted()	[Element]
M	sorted(by:)	[Element]
M	filter(_:)	[Element]
M	shuffled()	[Element]
M	first(where:)	Element?
M	min()	Element?
M	max()	Element?
M	min(by:)	Element?
M	max(by:)	Element?
M	contains(_:)	Bool
M	contains(where:)	Bool
M	allSatisfy(_:)	Bool
M	map(_:)	Array
M	compactMap(_:)	Array
M	flatMap(_:)	Array
M	prefix(_:)	[Element]
M	suffix(_:)	[Element]
M	dropFirst(_:)	[Element]
M	dropLast(_:)	[Element]
M	joined(separator:)	String
T	Collection	protocol	Sequence
M	count	Int
M	isEmpty	Bool
M	first	Element?
M	randomElement()	Element?
M	firstIndex(of:)	Int?
M	firstIndex(where:)	Int?
T	BidirectionalCollection	protocol	Collection
M	last	Element?
M	last(where:)	Element?
T	RandomAccessCollection	protocol	BidirectionalCollection
T	MutableCollection	protocol	Collection
T	RangeReplaceableCollection	protocol	Collection
M	popLast()	Element?
M	removeLast()	Element
M	removeFirst()	Element
M	remove(at:)	Element
T	Array	struct	RandomAccessCollection,RangeReplaceableCollection,MutableCollection
M	first	Element?
M	last	Element?
M	prefix(_:)	[Element]
M	suffix(_:)	[Element]
M	indices	Range<Int>
T	ArraySlice	struct	RandomAccessCollection,RangeReplaceableCollection,MutableCollection
T	ContiguousArray	struct	RandomAccessCollection,RangeReplaceableCollection,MutableCollection
T	Dictionary	struct	Collection
M	values	[Value]
M	keys	[Key]
M	removeValue(forKey:)	Value?
M	updateValue(_:forKey:)	Value?
M	filter(_:)	[Key: Value]
M	mapValues(_:)	Dictionary
M	compactMapValues(_:)	Dictionary
M	merging(_:uniquingKeysWith:)	[Key: Value]
T	Set	struct	Collection
M	filter(_:)	Set<Element>
M	union(_:)	Set<Element>
M	subtracting(_:)	Set<Element>
M	intersection(_:)	Set<Element>
M	removeFirst()	Element
M	remove(_:)	Element?
M	popFirst()	Element?
T	Optional	enum
M	unsafelyUnwrapped	Wrapped
T	Result	enum
M	get()	Success
T	String	struct	BidirectionalCollection,RangeReplaceableCollection,StringProtocol
M	utf8	String.UTF8View
M	unicodeScalars	String.UnicodeScalarView
M	count	Int
M	isEmpty	Bool
M	split(separator:)	[Substring]
M	split(separator:maxSplits:omittingEmptySubsequences:)	[Substring]
M	split(whereSeparator:)	[Substring]
M	lowercased()	String
M	uppercased()	String
M	prefix(_:)	Substring
M	suffix(_:)	Substring
M	dropFirst(_:)	Substring
M	dropLast(_:)	Substring
M	first	Character?
M	last	Character?
M	hasPrefix(_:)	Bool
M	hasSuffix(_:)	Bool
M	filter(_:)	String
M	reversed()	[Character]
T	Substring	struct	BidirectionalCollection,RangeReplaceableCollection,StringProtocol
M	base	String
M	lowercased()	String
M	uppercased()	String
T	StringProtocol	protocol	BidirectionalCollection
M	lowercased()	String
M	uppercased()	String
T	String.UTF8View	struct	BidirectionalCollection
M	count	Int
T	Character	struct
T	Range	struct
M	lowerBound	Element
M	upperBound	Element
M	count	Int
M	isEmpty	Bool
T	ClosedRange	struct
M	lowerBound	Element
M	upperBound	Element
M	count	Int
M	isEmpty	Bool
T	Int	struct
M	description	String
T	Int32	struct
M	description	String
T	Int64	struct
M	description	String
T	UInt8	struct
M	description	String
T	UInt64	struct
M	description	String
T	Double	struct
M	description	String
T	Bool	struct
M	description	String
T	CommandLine	enum
M	arguments	[String]
F	readLine(strippingNewline:)	String?
F	zip(_:_:)	Zip2Sequence
E	readLine(strippingNewline:)	terminal-input-in-async	person	strippingNewline	u	5000.0	60000.0					compiled		`for try await line in FileHandle.standardInput.bytes.lines` on Apple platforms; else read on a thread of your own
E	print(_:separator:terminator:)	file-io-in-async	disk	separator,terminator		0.005	1.0		possible			compiled
E	Regex.firstMatch(in:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	Regex.wholeMatch(in:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	Regex.prefixMatch(in:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	String.firstMatch(of:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	String.wholeMatch(of:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	String.matches(of:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	BidirectionalCollection.firstMatch(of:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	BidirectionalCollection.wholeMatch(of:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
E	BidirectionalCollection.matches(of:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			compiled
"""#
}
