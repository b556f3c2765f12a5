/// What `rules/effects/parsers.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let parsers: StaticString = #"""
L	YAML, TOML, CSV and templates	Yams,TOMLKit,SwiftCSV,Stencil
T	Environment	struct
M	loadTemplate(name:)	Template
T	YAMLDecoder	class
T	CSV	class
T	TOMLTable	class
E	YAMLDecoder.decode(_:from:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			docs
E	YAMLDecoder.decode(_:from:userInfo:)	cpu-heavy-in-async	cpu	_,userInfo		0.05	20.0	never	possible			docs
E	load(yaml:_:_:_:)	cpu-heavy-in-async	cpu	_		0.05	20.0		possible			docs
E	load_all(yaml:_:_:_:)	cpu-heavy-in-async	cpu	_		0.05	20.0		possible			docs
E	compose(yaml:_:_:_:)	cpu-heavy-in-async	cpu	_		0.05	20.0		possible			docs
E	TOMLTable.init(string:)	cpu-heavy-in-async	cpu			0.05	20.0	never	possible			docs
E	CSV.init(url:encoding:loadColumns:)	file-io-in-async	disk	encoding,loadColumns		0.2	25.0	never				docs
E	CSV.init(url:delimiter:encoding:loadColumns:)	file-io-in-async	disk	encoding,loadColumns		0.2	25.0	never				docs
E	CSV.init(name:extension:bundle:delimiter:encoding:loadColumns:)	file-io-in-async	disk	extension,bundle,encoding,loadColumns		0.1	2.0	never				docs
E	Environment.renderTemplate(name:context:)	file-io-in-async	disk	context		0.2	25.0	likely				docs
E	Environment.loadTemplate(name:)	file-io-in-async	disk			0.2	25.0					docs
E	Environment.loadTemplate(names:)	file-io-in-async	disk			0.2	25.0					docs
E	Environment.renderTemplate(string:context:)	cpu-heavy-in-async	cpu	context		0.05	20.0	never	possible			docs
E	Template.render(_:)	cpu-heavy-in-async	cpu	_		0.05	20.0	never	possible			docs
"""#
}
