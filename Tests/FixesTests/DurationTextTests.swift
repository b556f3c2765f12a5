import Testing

@testable import Fixes

/// Amounts of time are written as a person would write them, and are never another amount.
struct DurationTextTests {
    @Test(arguments: [
        ("250_000", "microseconds", ".milliseconds(250)"), ("1_000_000", "microseconds", ".seconds(1)"),
        ("1500", "milliseconds", ".milliseconds(1500)"), ("3000", "milliseconds", ".seconds(3)"),
        ("0.25", "seconds", ".milliseconds(250)"), ("1.5", "seconds", ".milliseconds(1500)"),
        ("2.0", "seconds", ".seconds(2)"), ("0.000_000_5", "seconds", ".nanoseconds(500)"),
        ("0", "seconds", ".seconds(0)"), ("500 * 1000", "microseconds", ".milliseconds(500)"),
        ("60 * 5", "seconds", ".seconds(300)"), ("1", "microseconds", ".microseconds(1)"),
    ])
    func literalsTakeTheLargestUnit(amount: String, unit: String, expected: String) {
        #expect(DurationText.text(amount, unit) == expected)
    }

    @Test(arguments: [
        ("delay", "seconds", ".seconds(delay)"), ("useconds_t(ms)", "microseconds", ".microseconds(useconds_t(ms))"),
        ("ms * 1000", "microseconds", ".milliseconds(ms)"), ("1_000 * ms", "microseconds", ".milliseconds(ms)"),
        ("retry.delay * 1_000_000", "microseconds", ".seconds(retry.delay)"),
        ("delay * 2", "seconds", ".seconds(delay * 2)"), ("a * b", "microseconds", ".microseconds(a * b)"),
        ("f(1000)", "microseconds", ".microseconds(f(1000))"),
    ])
    func variablesStayAndThousandsMoveIntoTheUnit(amount: String, unit: String, expected: String) {
        #expect(DurationText.text(amount, unit) == expected)
    }

    @Test(arguments: ["0.0000000001", "99999999999999999999", "1e3", "0x10", "-1", "1..2", ""])
    func whatIsNoWholeNumberOfNanosecondsStaysAsItIsWritten(amount: String) {
        #expect(DurationText.text(amount, "seconds") == ".seconds(\(amount))")
    }
}
