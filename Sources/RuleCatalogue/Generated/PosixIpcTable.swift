/// What `rules/effects/posix-ipc.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let posixIpc: StaticString = #"""
L	POSIX	Glibc,Musl,Bionic,Android,Darwin,Foundation,Dispatch,System,SystemPackage,AppKit,AVFoundation,Cocoa,CoreData,MapKit,SwiftData,SwiftUI,UIKit,WatchKit,WebKit,XCTest,XPC,CoreFoundation,IOKit
E	sem_wait(_:)	future-wait-in-async	future-work		ua	10.0	1000.0					compiled		Suspend on a continuation, or use an async semaphore
E	sem_timedwait(_:_:)	future-wait-in-async	future-work		a	10.0	1000.0			,linux		compiled
E	sem_trywait(_:)	future-wait-in-async	future-work		a	0.0	0.0					compiled
E	sem_post(_:)	future-wait-in-async	future-work		r	0.0	0.0					compiled
E	semop(_:_:_:)	future-wait-in-async	future-work		u	10.0	1000.0		likely			compiled
U	mentions	1	IPC_NOWAIT
E	msgrcv(_:_:_:_:_:)	future-wait-in-async	peer		u	10.0	1000.0					compiled
U	mentions	4	IPC_NOWAIT
E	msgsnd(_:_:_:_:)	future-wait-in-async	peer		u	0.02	1000.0		likely			compiled
U	mentions	3	IPC_NOWAIT
E	mach_msg(_:_:_:_:_:_:_:)	future-wait-in-async	peer		u	1.0	1000.0			,apple		memory
W	mentions	1	MACH_RCV_MSG
U	mentions	1	MACH_RCV_TIMEOUT
E	xpc_connection_send_message_with_reply_sync(_:_:)	future-wait-in-async	peer		u	1.0	1000.0			,apple		memory		xpc_connection_send_message_with_reply and a continuation
E	getpwnam(_:)	file-metadata-in-async	disk			0.05	5.0		possible			compiled
E	getpwuid(_:)	file-metadata-in-async	disk			0.05	5.0		possible			compiled
E	getgrnam(_:)	file-metadata-in-async	disk			0.05	5.0		possible			compiled
E	getgrgid(_:)	file-metadata-in-async	disk			0.05	5.0		possible			compiled
E	getpwnam_r(_:_:_:_:_:)	file-metadata-in-async	disk			0.05	5.0		possible			compiled
E	getpwuid_r(_:_:_:_:_:)	file-metadata-in-async	disk			0.05	5.0		possible			compiled
"""#
}
