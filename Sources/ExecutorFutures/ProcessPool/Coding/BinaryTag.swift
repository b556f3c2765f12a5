/// The first byte of each encoded value, which says what follows.
///
/// The format is for two ends that are one program, so it has no version of its own. A value is a tag and:
///
/// | tag | what follows |
/// |---|---|
/// | `null`, `false`, `true` | nothing |
/// | `signed` | the zigzag of a 64-bit integer, as a variable-length number |
/// | `unsigned` | a variable-length number |
/// | `wideSigned`, `wideUnsigned` | a 128-bit integer, 16 bytes |
/// | `float`, `double` | the bit pattern, so the payload of a NaN survives |
/// | `string` | the number of bytes, UTF-8 |
/// | `packed` | the element's type, the number of bytes, and an array's numbers as they lie in memory |
/// | `list` | the number of values, the values |
/// | `map` | the number of entries, each entry a key (number of bytes, UTF-8) and a value |
///
/// Numbers of fixed width are little-endian. A variable-length number has seven bits to the byte, lowest first;
/// the top bit says that more follow.
enum BinaryTag: UInt8 {
    case null, `false`, `true`, signed, unsigned, wideSigned, wideUnsigned, float, double, string, packed, list, map
}

/// How deep values may lie inside values. `Codable` takes stack for each level, a kilobyte or two of it in a debug build,
/// and what nests deeper is most likely a cycle.
let maximumCodingDepth = 512
