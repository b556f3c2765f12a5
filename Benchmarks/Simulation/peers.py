"""The programs of the simulation benchmark on other simulators: one figure per line, seconds of CPU for each event or schedule.

    peers.py events-simpy|events-asyncio TASKS SLEEPS
    peers.py schedules-yields|schedules-locks RUNS
"""
import asyncio
import selectors
import sys
import time


def delay(task, turn):
    """In milliseconds; our side uses the same."""
    return 1 + (task * 7 + turn * 3) % 13


def events_simpy(tasks, sleeps):
    import simpy

    environment = simpy.Environment()

    def sleeper(task):
        for turn in range(sleeps):
            yield environment.timeout(delay(task, turn))

    for task in range(tasks):
        environment.process(sleeper(task))
    environment.run()


class VirtualSelector(selectors.SelectSelector):
    """Lets time pass instead of waiting for it."""

    now = 0.0

    def select(self, timeout=None):
        self.now += timeout or 0
        return []


def events_asyncio(tasks, sleeps):
    selector = VirtualSelector()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now

    async def sleeper(task):
        for turn in range(sleeps):
            await asyncio.sleep(delay(task, turn) / 1000)

    async def main():
        await asyncio.gather(*(sleeper(task) for task in range(tasks)))

    loop.run_until_complete(main())


def explore(program, runs):
    import detangle

    for seed in range(runs):
        detangle.execute(program, strategy=detangle.RandomWalk(seed))


def schedules_yields(runs):
    async def yielder():
        for _ in range(3):
            await asyncio.sleep(0)

    async def main():
        await asyncio.gather(yielder(), yielder(), yielder())

    explore(main, runs)


def schedules_locks(runs):
    async def taker(first, second):
        await asyncio.sleep(0)
        async with first:
            await asyncio.sleep(0)
            async with second:
                pass

    async def main():
        a, b = asyncio.Lock(), asyncio.Lock()
        await asyncio.gather(taker(a, b), taker(b, a))

    explore(main, runs)


def main():
    name, *numbers = sys.argv[1:]
    numbers = [int(number) for number in numbers]
    program = {
        "events-simpy": events_simpy,
        "events-asyncio": events_asyncio,
        "schedules-yields": schedules_yields,
        "schedules-locks": schedules_locks,
    }[name]
    start = time.process_time()
    program(*numbers)
    count = numbers[0] * numbers[1] if len(numbers) == 2 else numbers[0]
    print((time.process_time() - start) / count)


main()
