"""What somebody types into the middle of a file, one character at a time, and takes back."""
import math
import time


class Edits:
    """Times of each kind of edit, in milliseconds."""

    def __init__(self, document):
        self.document = document
        self.times = {"body": [], "paused": [], "signature": [], "finding": []}

    def _apply(self, kind, offset, removed, inserted):
        seconds, findings = self.document.edit(offset, removed, inserted)
        self.times[kind].append(seconds * 1000)
        return findings

    def _type(self, kind, offset, text, limit):
        """Types a text and deletes it again; stops in the middle when `limit` edits are made."""
        count = 0
        for position, character in enumerate(text):
            if count >= limit:
                break
            self._apply(kind, offset + position, 0, character)
            count += 1
        typed = count
        while typed > 0:
            typed -= 1
            self._apply(kind, offset + typed, 1, "")
            count += 1
        return count

    def type_in_bodies(self, count):
        """A statement with a call and a closure, in one function after another, from the middle of the file."""
        statement = "let sum = values.map { $0 + total() }.count\n        "
        made, place = 0, len(self.document.text) // 2
        while made < count:
            place = self._next("return weights", place)
            made += self._type("body", place, statement, (count - made + 1) // 2)

    def type_with_pauses(self, count):
        """As people type: the server uses the time between two keys for what it has put off."""
        place = self._next("return weights", len(self.document.text) // 4)
        for number in range(count):
            time.sleep(0.05 + 0.3 * (number % 4) / 4)
            self._apply("paused", place, number % 2, "" if number % 2 else "x")

    def change_signatures(self, count):
        """A parameter more and one less: every caller is asked anew."""
        place = len(self.document.text) // 3
        for _ in range(count // 2):
            place = self._next(") async throws -> Int {", place)
            self._apply("signature", place, 0, ", unless isOld: Bool = false")
            self._apply("signature", place, len(", unless isOld: Bool = false"), "")

    def bring_findings(self, count):
        """A blocking call comes and goes; its finding must come and go with it."""
        call = "Thread.sleep(forTimeInterval: 2)\n        "
        place = len(self.document.text) // 2
        for _ in range(count // 2):
            place = self._next("return values[index]", place)
            more = self._apply("finding", place, 0, call)
            less = self._apply("finding", place, len(call), "")
            if more != less + 1:
                raise RuntimeError(f"{more} findings with one blocking call more, {less} without")

    def _next(self, text, place):
        found = self.document.text.find(text, place + 1)
        return found if found >= 0 else self.document.text.index(text)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
