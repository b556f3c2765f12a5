/// The platforms that a declaration is compiled for, as the `#if` around it says.
///
/// Code is read for all platforms at once; this keeps code of one from meaning what only another one has.
package struct PlatformSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let macOS = PlatformSet(rawValue: 1)
    /// iOS and the other systems of Apple's devices.
    package static let devices = PlatformSet(rawValue: 2)
    package static let linux = PlatformSet(rawValue: 4)
    package static let android = PlatformSet(rawValue: 8)
    package static let windows = PlatformSet(rawValue: 16)
    /// FreeBSD, OpenBSD.
    package static let bsd = PlatformSet(rawValue: 32)
    package static let wasi = PlatformSet(rawValue: 64)
    /// What is not named here.
    package static let others = PlatformSet(rawValue: 128)

    package static let all = PlatformSet(rawValue: .max)
    package static let apple: PlatformSet = [macOS, devices]

    /// By the names of `os(…)`.
    package static func named(_ name: String) -> PlatformSet {
        switch name {
        case "macOS", "OSX": macOS
        case "iOS", "tvOS", "watchOS", "visionOS": devices
        case "Linux": linux
        case "Android": android
        case "Windows": windows
        case "FreeBSD", "OpenBSD": bsd
        case "WASI": wasi
        default: others
        }
    }

    /// Those on which `canImport(…)` of a module can be true; `nil` for modules that any may have.
    package static func having(module: String) -> PlatformSet? {
        switch module {
        case "Darwin", "ObjectiveC", "os", "Security", "Network", "Combine": apple
        case "AppKit", "Cocoa": macOS
        case "UIKit": devices
        case "Glibc": [linux, bsd]
        case "Musl": linux
        case "Android", "Bionic": android
        case "WinSDK", "ucrt", "CRT": windows
        case "WASILibc": wasi
        default: nil
        }
    }
}
