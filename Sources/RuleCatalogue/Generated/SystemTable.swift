/// What `rules/effects/system.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let system: StaticString = #"""
L	swift-system	System,SystemPackage
T	FileDescriptor	struct
M	standardInput	FileDescriptor
M	standardOutput	FileDescriptor
M	standardError	FileDescriptor
M	open(_:_:options:permissions:retryOnInterrupt:)	FileDescriptor
M	duplicate(as:retryOnInterrupt:)	FileDescriptor
M	pipe()	(FileDescriptor, FileDescriptor)
M	rawValue	Int32
T	FilePath	struct
M	string	String
M	appending(_:)	FilePath
M	removingLastComponent()	FilePath
E	FileDescriptor.read(into:retryOnInterrupt:)	terminal-input-in-async	person	retryOnInterrupt	u	5000.0	60000.0	never				compiled
W	receiver	standard-input
E	FileDescriptor.read(into:retryOnInterrupt:)	file-io-in-async	disk	retryOnInterrupt		0.2	25.0	never	likely			compiled
E	FileDescriptor.read(fromAbsoluteOffset:into:retryOnInterrupt:)	file-io-in-async	disk	retryOnInterrupt		0.2	25.0	likely				compiled
E	FileDescriptor.write(_:retryOnInterrupt:)	file-io-in-async	disk	retryOnInterrupt		0.02	8.0	never	likely			compiled
U	receiver	standard-output
E	FileDescriptor.write(toAbsoluteOffset:_:retryOnInterrupt:)	file-io-in-async	disk	retryOnInterrupt		0.02	8.0	likely				compiled
E	FileDescriptor.writeAll(_:)	file-io-in-async	disk			0.2	25.0	never	likely			compiled
U	receiver	standard-output
E	FileDescriptor.writeAll(toAbsoluteOffset:_:)	file-io-in-async	disk			0.2	25.0	likely				compiled
E	FileDescriptor.open(_:_:options:permissions:retryOnInterrupt:)	file-io-in-async	disk	options,permissions,retryOnInterrupt		0.02	5.0	never				compiled
U	mentions	options	nonBlocking
U	equals	0	/dev/null
U	equals	0	NUL
E	FileDescriptor.resize(to:retryOnInterrupt:)	file-metadata-in-async	disk	retryOnInterrupt		0.01	5.0	never				compiled
E	FileDescriptor.close()	file-metadata-in-async	disk			0.005	1.0	never	possible			compiled
E	FileDescriptor.seek(offset:from:)	file-metadata-in-async	disk			0.001	0.2	never	possible			compiled
E	FileDescriptor.closeAfter(_:)	file-metadata-in-async	disk			0.005	1.0	never	possible			compiled
C	FileDescriptor.closeAfter(_:)		0	in-place
C	FilePath.withCString(_:)		0	in-place
C	FilePath.withPlatformString(_:)		0	in-place
"""#
}
