/// What `rules/effects/images.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let images: StaticString = #"""
L	Core Image, ImageIO, PDFKit and Compression	CoreImage,ImageIO,PDFKit,Compression,CoreGraphics,UIKit,AppKit
E	CIContext.createCGImage(_:from:)	cpu-heavy-in-async	cpu			10.0	200.0	likely		,apple		memory
E	CIContext.render(_:to:)	cpu-heavy-in-async	cpu			10.0	200.0	never		,apple		memory
E	CIContext.jpegRepresentation(of:colorSpace:options:)	cpu-heavy-in-async	cpu	options		10.0	200.0	likely		,apple		memory
E	CIContext.heifRepresentation(of:format:colorSpace:options:)	cpu-heavy-in-async	cpu	options		10.0	200.0	likely		,apple		memory
E	CIContext.pngRepresentation(of:format:colorSpace:options:)	cpu-heavy-in-async	cpu	options		10.0	200.0	likely		,apple		memory
E	CGImageDestinationFinalize(_:)	cpu-heavy-in-async	cpu			20.0	200.0			,apple		memory
E	CGImageSourceCreateThumbnailAtIndex(_:_:_:)	cpu-heavy-in-async	cpu			10.0	200.0			,apple		memory
E	CGImageSourceCreateWithURL(_:_:)	file-io-in-async	disk			0.02	5.0			,apple		memory
E	CGImageSourceCreateImageAtIndex(_:_:_:)	cpu-heavy-in-async	cpu			10.0	200.0		likely	,apple		memory
E	PDFDocument.init(url:)	file-io-in-async	disk			0.2	25.0	never		,apple		memory
E	compression_encode_buffer(_:_:_:_:_:_:)	cpu-heavy-in-async	cpu			10.0	200.0			,apple		memory
E	compression_decode_buffer(_:_:_:_:_:_:)	cpu-heavy-in-async	cpu			10.0	200.0			,apple		memory
"""#
}
