/// What `rules/effects/foundation-url-types.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let foundationUrlTypes: StaticString = #"""
L	Foundation	Foundation,FoundationEssentials,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,FoundationNetworking,FoundationXML
T	URLSession	class	NSObject
M	shared	URLSession
M	configuration	URLSessionConfiguration
M	delegateQueue	OperationQueue
M	dataTask(with:)	URLSessionDataTask
M	dataTask(with:completionHandler:)	URLSessionDataTask
M	downloadTask(with:)	URLSessionDownloadTask
M	downloadTask(with:completionHandler:)	URLSessionDownloadTask
M	uploadTask(with:)	URLSessionUploadTask
M	uploadTask(with:completionHandler:)	URLSessionUploadTask
M	webSocketTask(with:)	URLSessionWebSocketTask
T	URLSessionConfiguration	class	NSObject
M	default	URLSessionConfiguration
M	ephemeral	URLSessionConfiguration
T	URLSessionTask	class	NSObject
M	response	URLResponse?
M	currentRequest	URLRequest?
M	originalRequest	URLRequest?
M	progress	Progress
T	URLSessionDataTask	class	URLSessionTask
T	URLSessionUploadTask	class	URLSessionDataTask
T	URLSessionDownloadTask	class	URLSessionTask
T	URLSessionWebSocketTask	class	URLSessionTask
T	URLRequest	struct
M	url	URL?
M	httpBody	Data?
T	URLResponse	class	NSObject
M	url	URL?
T	HTTPURLResponse	class	URLResponse
M	statusCode	Int
T	URL	struct
M	appendingPathComponent(_:)	URL
M	appendingPathComponent(_:isDirectory:)	URL
M	appendingPathComponent(_:conformingTo:)	URL
M	appendingPathExtension(_:)	URL
M	appendingPathExtension(for:)	URL
M	appending(path:)	URL
M	appending(path:directoryHint:)	URL
M	appending(component:)	URL
M	appending(component:directoryHint:)	URL
M	appending(components:)	URL
M	appending(components:directoryHint:)	URL
M	appending(queryItems:)	URL
M	deletingLastPathComponent()	URL
M	deletingPathExtension()	URL
M	resolvingSymlinksInPath()	URL
M	standardized	URL
M	standardizedFileURL	URL
M	absoluteURL	URL
M	temporaryDirectory	URL
M	homeDirectory	URL
M	currentDirectory()	URL
M	documentsDirectory	URL
M	cachesDirectory	URL
M	applicationSupportDirectory	URL
M	libraryDirectory	URL
M	downloadsDirectory	URL
M	desktopDirectory	URL
M	path	String
M	path(percentEncoded:)	String
M	absoluteString	String
M	relativePath	String
M	relativeString	String
M	lastPathComponent	String
M	pathExtension	String
M	pathComponents	[String]
M	host	String?
M	host(percentEncoded:)	String?
M	scheme	String?
M	query	String?
M	baseURL	URL?
M	isFileURL	Bool
M	resourceBytes	URL.AsyncBytes
M	lines	AsyncLineSequence<URL.AsyncBytes>
M	resourceValues(forKeys:)	URLResourceValues
M	checkResourceIsReachable()	Bool
M	bookmarkData(options:includingResourceValuesForKeys:relativeTo:)	Data
T	URL.AsyncBytes	struct
T	URLResourceValues	struct
T	NSURL	class	NSObject
M	path	String?
M	absoluteString	String?
T	URLComponents	struct
M	url	URL?
M	string	String?
M	path	String
M	host	String?
T	Data	struct	RandomAccessCollection,RangeReplaceableCollection,MutableCollection
M	count	Int
M	isEmpty	Bool
M	first	UInt8?
M	last	UInt8?
M	base64EncodedString(options:)	String
M	base64EncodedData(options:)	Data
M	subdata(in:)	Data
M	prefix(_:)	Data
M	suffix(_:)	Data
M	dropFirst(_:)	Data
M	dropLast(_:)	Data
T	Date	struct
M	now	Date
M	distantFuture	Date
M	distantPast	Date
M	timeIntervalSinceNow	TimeInterval
M	addingTimeInterval(_:)	Date
T	UUID	struct
M	uuidString	String
T	NSString	class	NSObject
M	appendingPathComponent(_:)	String
M	deletingLastPathComponent	String
M	deletingPathExtension	String
M	expandingTildeInPath	String
M	resolvingSymlinksInPath	String
M	standardizingPath	String
M	lastPathComponent	String
M	pathExtension	String
M	data(using:)	Data?
T	NSMutableString	class	NSString
T	NSData	class	NSObject
T	NSMutableData	class	NSData
T	NSArray	class	NSObject
T	NSMutableArray	class	NSArray
T	NSDictionary	class	NSObject
M	object(forKey:)	Any?
T	NSMutableDictionary	class	NSDictionary
T	String
M	data(using:)	Data?
M	data(using:allowLossyConversion:)	Data?
M	components(separatedBy:)	[String]
M	trimmingCharacters(in:)	String
M	replacingOccurrences(of:with:)	String
M	replacingOccurrences(of:with:options:range:)	String
M	appendingPathComponent(_:)	String
M	appending(_:)	String
M	capitalized	String
M	addingPercentEncoding(withAllowedCharacters:)	String?
M	removingPercentEncoding	String?
T	Substring
M	components(separatedBy:)	[String]
M	trimmingCharacters(in:)	String
T	Stream	class	NSObject
M	streamError	Error?
T	InputStream	class	Stream
M	hasBytesAvailable	Bool
T	OutputStream	class	Stream
T	JSONDecoder	class
T	JSONEncoder	class
M	encode(_:)	Data
T	PropertyListDecoder	class
T	PropertyListEncoder	class
M	encode(_:)	Data
T	JSONSerialization	class	NSObject
M	data(withJSONObject:options:)	Data
M	jsonObject(with:options:)	Any
T	PropertyListSerialization	class	NSObject
M	data(fromPropertyList:format:options:)	Data
M	propertyList(from:options:format:)	Any
T	NSRegularExpression	class	NSObject
M	matches(in:options:range:)	[NSTextCheckingResult]
M	firstMatch(in:options:range:)	NSTextCheckingResult?
T	XMLParser	class	NSObject
T	XMLNode	class	NSObject
T	XMLDocument	class	XMLNode
M	rootElement()	XMLElement?
T	XMLElement	class	XMLNode
T	XMLDTD	class	XMLNode
T	NSFileCoordinator	class	NSObject
T	NSXPCConnection	class	NSObject
M	remoteObjectProxy	Any
T	Progress	class	NSObject
T	NSKeyedUnarchiver	class	NSObject
T	NSKeyedArchiver	class	NSObject
M	archivedData(withRootObject:requiringSecureCoding:)	Data
F	NSHomeDirectory()	String
F	NSTemporaryDirectory()	String
F	NSUserName()	String
F	NSHomeDirectoryForUser(_:)	String?
F	NSSearchPathForDirectoriesInDomains(_:_:_:)	[String]
F	NSFullUserName()	String
F	NSOpenStepRootDirectory()	String
F	NSLocalizedString(_:tableName:bundle:value:comment:)	String
F	NSStringFromClass(_:)	String
F	NSStringFromSelector(_:)	String
F	NSClassFromString(_:)	AnyClass?
F	NSSelectorFromString(_:)	Selector
F	NSLog(_:_:)	Void
"""#
}
