/// What `rules/effects/logging.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let logging: StaticString = #"""
L	swift-log	Logging,Vapor,Hummingbird
T	Logger	struct	Sendable
E	Logger.trace(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
E	Logger.debug(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
E	Logger.info(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
E	Logger.notice(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
E	Logger.warning(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
E	Logger.error(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
E	Logger.critical(_:error:metadata:source:file:function:line:)	file-io-in-async	disk	error,metadata,source,file,function,line		0.01	1.0	never	possible			compiled
C	Logger.trace(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
C	Logger.debug(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
C	Logger.info(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
C	Logger.notice(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
C	Logger.warning(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
C	Logger.error(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
C	Logger.critical(_:error:metadata:source:file:function:line:)	error,metadata,source,file,function,line	0	in-place
"""#
}
