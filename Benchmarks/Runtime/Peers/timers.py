"""Timers, very many at a time."""
import asyncio
import selectors
import time


def delay(number):
    """In seconds: all differ, and they come in no order. Our side uses the same."""
    return (1_000_000 + number * 7_919 % 1_000_003) / 1000


async def timers_cancelled(count):
    loop = asyncio.get_running_loop()
    start = time.process_time()
    timers = [loop.call_later(delay(number), int) for number in range(count)]
    for timer in timers:
        timer.cancel()
    # A cancelled timer leaves when the loop next looks.
    await asyncio.sleep(0)
    return [(time.process_time() - start) / count]


class VirtualSelector(selectors.SelectSelector):
    """Lets time pass instead of waiting for it."""

    now = 0.0

    def select(self, timeout=None):
        self.now += timeout or 0
        return []


def timers_fired(count):
    """Every timer gets a look of its own at the clock, since no two are due at once."""
    selector = VirtualSelector()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now

    async def fire():
        done = loop.create_future()
        left = count

        def step():
            nonlocal left
            left -= 1
            if not left:
                done.set_result(None)

        start = time.process_time()
        for number in range(count):
            loop.call_later(delay(number), step)
        await done
        return [(time.process_time() - start) / count]

    return loop.run_until_complete(fire())
