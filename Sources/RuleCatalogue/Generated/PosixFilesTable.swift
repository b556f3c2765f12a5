/// What `rules/effects/posix-files.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixFiles: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest
E	read(_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	0	STDIN_FILENO
E	read(_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	equals	0	0
E	read(_:_:_:)	file-io-in-async	disk			0.2	25.0		likely			compiled
E	readv(_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	0	STDIN_FILENO
E	readv(_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	equals	0	0
E	readv(_:_:_:)	file-io-in-async	disk			0.2	25.0		likely			compiled
E	pread(_:_:_:_:)	file-io-in-async	disk			0.2	25.0					compiled
E	write(_:_:_:)	file-io-in-async	disk			0.02	8.0		likely			compiled
E	writev(_:_:_:)	file-io-in-async	disk			0.02	8.0		likely			compiled
E	pwrite(_:_:_:_:)	file-io-in-async	disk			0.02	8.0					compiled
E	sendfile(_:_:_:_:)	file-io-in-async	disk			0.5	50.0		likely	,linux		compiled
E	open(_:_:)	file-io-in-async	disk			0.02	5.0		likely			compiled
U	mentions	1	O_NONBLOCK
U	equals	0	/dev/null
U	equals	0	NUL
E	open(_:_:_:)	file-io-in-async	disk			0.02	5.0		likely			compiled
U	mentions	1	O_NONBLOCK
U	equals	0	/dev/null
U	equals	0	NUL
E	openat(_:_:_:)	file-io-in-async	disk			0.02	5.0		likely			compiled
U	mentions	2	O_NONBLOCK
E	openat(_:_:_:_:)	file-io-in-async	disk			0.02	5.0		likely			compiled
U	mentions	2	O_NONBLOCK
E	creat(_:_:)	file-io-in-async	disk			0.02	5.0					compiled
E	fopen(_:_:)	file-io-in-async	disk			0.02	5.0					compiled
E	mkstemp(_:)	file-io-in-async	disk			0.02	5.0					compiled
E	tmpfile()	file-io-in-async	disk			0.02	5.0					compiled
E	freopen(_:_:_:)	file-io-in-async	disk			0.02	5.0					compiled
E	mkstemps(_:_:)	file-io-in-async	disk			0.02	5.0					compiled
E	close(_:)	file-metadata-in-async	disk			0.005	1.0		possible			compiled
E	fclose(_:)	file-metadata-in-async	disk			0.005	1.0		possible			compiled
E	fsync(_:)	file-io-in-async	disk			5.0	100.0					compiled
E	fdatasync(_:)	file-io-in-async	disk			5.0	100.0					compiled
E	sync()	file-io-in-async	disk			50.0	5000.0					compiled
E	fcntl(_:_:)	file-io-in-async	disk			5.0	100.0			,apple		memory
W	mentions	1	F_FULLFSYNC
E	fcntl(_:_:_:)	file-io-in-async	disk			5.0	100.0			,apple		memory
W	mentions	1	F_FULLFSYNC
E	msync(_:_:_:)	file-io-in-async	disk			5.0	100.0					compiled
U	mentions	2	MS_ASYNC
E	fread(_:_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	3	stdin
E	fread(_:_:_:_:)	file-io-in-async	disk			0.2	25.0					compiled
E	fgets(_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	2	stdin
E	fgets(_:_:_:)	file-io-in-async	disk			0.2	5.0					compiled
E	fgetc(_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	0	stdin
E	fgetc(_:)	file-io-in-async	disk			0.001	5.0					compiled
E	getc(_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	0	stdin
E	getc(_:)	file-io-in-async	disk			0.001	5.0					compiled
E	getline(_:_:_:)	terminal-input-in-async	person		u	5000.0	60000.0					compiled
W	mentions	2	stdin
E	getline(_:_:_:)	file-io-in-async	disk			0.2	5.0					compiled
E	fwrite(_:_:_:_:)	file-io-in-async	disk			0.01	5.0		possible			compiled
E	fputs(_:_:)	file-io-in-async	disk			0.01	5.0		possible			compiled
E	fflush(_:)	file-io-in-async	disk			0.01	5.0		possible			compiled
E	puts(_:)	file-io-in-async	disk			0.01	1.0		possible			compiled
E	fseek(_:_:_:)	file-metadata-in-async	disk			0.005	1.0		possible			compiled
E	ftell(_:)	file-metadata-in-async	disk			0.005	1.0		possible			compiled
E	rewind(_:)	file-metadata-in-async	disk			0.005	1.0		possible			compiled
E	ftruncate(_:_:)	file-metadata-in-async	disk			0.01	8.0					compiled
E	truncate(_:_:)	file-metadata-in-async	disk			0.01	8.0					compiled
E	posix_fallocate(_:_:_:)	file-io-in-async	disk			0.1	25.0					compiled
E	mmap(_:_:_:_:_:_:)	file-metadata-in-async	disk			0.005	1.0		possible			compiled		Page faults wait later, where the memory is read
E	dlopen(_:_:)	file-io-in-async	disk			1.0	50.0					compiled
U	mentions	1	RTLD_NOLOAD
U	equals	0	nil
E	ioctl(_:_:_:)	file-io-in-async	disk			0.005	1.0		possible			compiled
E	copyfile(_:_:_:_:)	file-io-in-async	disk			0.5	200.0			,apple		memory
E	fcopyfile(_:_:_:_:)	file-io-in-async	disk			0.5	200.0			,apple		memory
E	aio_suspend(_:_:_:)	file-io-in-async	disk			1.0	100.0					compiled
"""#
}
