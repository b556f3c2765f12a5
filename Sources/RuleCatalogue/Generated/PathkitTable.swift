/// What `rules/effects/pathkit.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let pathkit: StaticString = #"""
L	PathKit	PathKit
T	Path	struct
M	absolute()	Path
M	normalize()	Path
M	abbreviate()	Path
M	symlinkDestination()	Path
M	parent()	Path
M	current	Path
M	home	Path
M	temporary	Path
M	uniqueTemporary()	Path
M	processUniqueTemporary()	Path
M	children()	[Path]
M	recursiveChildren()	[Path]
M	glob(_:)	[Path]
M	read()	Data
M	read(_:)	String
M	string	String
M	url	URL
M	lastComponent	String
M	lastComponentWithoutExtension	String
M	extension	String?
M	components	[String]
M	exists	Bool
E	Path.read()	file-io-in-async	disk			0.2	25.0	never				compiled
E	Path.read(_:)	file-io-in-async	disk			0.2	25.0	never				compiled
E	Path.write(_:)	file-io-in-async	disk			0.2	25.0	never				compiled
E	Path.write(_:encoding:)	file-io-in-async	disk			0.2	25.0	never				compiled
E	Path.children()	file-io-in-async	disk			1.0	200.0					compiled
E	Path.recursiveChildren()	file-io-in-async	disk			1.0	200.0					compiled
E	Path.glob(_:)	file-io-in-async	disk			1.0	200.0	never				compiled
E	Path.copy(_:)	file-io-in-async	disk			0.5	200.0	never				compiled
E	Path.delete()	file-io-in-async	disk			0.5	200.0	never				compiled
E	Path.iterateChildren(options:)	file-io-in-async	disk	options		1.0	200.0	likely				compiled
E	Path.exists	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isDirectory	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isFile	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isSymlink	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isReadable	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isWritable	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isExecutable	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.isDeletable	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.mkdir()	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.mkpath()	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.link(_:)	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.symlink(_:)	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.symlinkDestination()	file-metadata-in-async	disk			0.01	2.0	never				compiled
E	Path.move(_:)	file-metadata-in-async	disk			0.01	8.0	never				compiled
E	Path.uniqueTemporary()	file-metadata-in-async	disk			0.01	2.0					compiled
E	Path.processUniqueTemporary()	file-metadata-in-async	disk			0.01	2.0					compiled
C	Path.chdir(closure:)		closure	in-place
"""#
}
