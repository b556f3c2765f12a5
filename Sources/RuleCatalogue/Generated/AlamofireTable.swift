/// What `rules/effects/alamofire.yaml` says.
// Written by `swift run unblock-generate` from `rules/`; do not edit.
// swift-format-ignore-file
extension GeneratedTables {
    static let alamofire: StaticString = #"""
L	Alamofire	Alamofire
T	Session	class
M	default	Session
M	request(_:)	DataRequest
M	download(_:)	DownloadRequest
T	DataRequest	class
T	DownloadRequest	class
C	DataRequest.response(queue:completionHandler:)	queue	completionHandler	elsewhere
C	DataRequest.responseDecodable(of:queue:dataPreprocessor:decoder:emptyResponseCodes:emptyRequestMethods:completionHandler:)	of,queue,dataPreprocessor,decoder,emptyResponseCodes,emptyRequestMethods	completionHandler	elsewhere
C	DataRequest.responseData(queue:dataPreprocessor:emptyResponseCodes:emptyRequestMethods:completionHandler:)	queue,dataPreprocessor,emptyResponseCodes,emptyRequestMethods	completionHandler	elsewhere
C	DataRequest.responseString(queue:dataPreprocessor:encoding:emptyResponseCodes:emptyRequestMethods:completionHandler:)	queue,dataPreprocessor,encoding,emptyResponseCodes,emptyRequestMethods	completionHandler	elsewhere
"""#
}
