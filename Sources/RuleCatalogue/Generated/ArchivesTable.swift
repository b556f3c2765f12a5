/// What `rules/effects/archives.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let archives: StaticString = #"""
L	ZIPFoundation and Zip	ZIPFoundation,Zip
E	FileManager.unzipItem(at:to:skipCRC32:progress:pathEncoding:)	file-io-in-async	disk	skipCRC32,progress,pathEncoding		50.0	5000.0	likely				memory
E	FileManager.unzipItem(at:to:skipCRC32:allowUncontainedSymlinks:progress:pathEncoding:)	file-io-in-async	disk	skipCRC32,allowUncontainedSymlinks,progress,pathEncoding		50.0	5000.0	likely				memory
E	FileManager.zipItem(at:to:shouldKeepParent:compressionMethod:progress:)	file-io-in-async	disk	shouldKeepParent,compressionMethod,progress		50.0	5000.0	likely				memory
E	Zip.unzipFile(_:destination:overwrite:password:)	file-io-in-async	disk			50.0	5000.0	likely				memory
E	Zip.unzipFile(_:destination:overwrite:password:progress:fileOutputHandler:)	file-io-in-async	disk	progress,fileOutputHandler		50.0	5000.0	likely				memory
E	Zip.zipFiles(paths:zipFilePath:password:progress:)	file-io-in-async	disk			50.0	5000.0	likely				memory
E	Zip.quickUnzipFile(_:)	file-io-in-async	disk			50.0	5000.0	likely				memory
E	Zip.quickZipFiles(_:fileName:)	file-io-in-async	disk			50.0	5000.0	likely				memory
"""#
}
