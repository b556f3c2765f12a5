"""Callbacks, tasks and futures of one event loop."""
import asyncio
import time

from timing import cheapest


class Countdown:
    """Fulfils a future at the last of so many steps."""

    def __init__(self, count):
        self.left = count
        self.loop = asyncio.get_running_loop()
        self.done = self.loop.create_future()

    def step(self):
        self.left -= 1
        if not self.left:
            self.done.set_result(None)

    def step_and_queue_the_next(self):
        self.step()
        if self.left:
            self.loop.call_soon(self.step_and_queue_the_next)


async def callback_chain(count):
    async def chain():
        countdown = Countdown(count)
        countdown.loop.call_soon(countdown.step_and_queue_the_next)
        await countdown.done

    return await cheapest(count, chain)


async def callback_bursts(count):
    async def bursts():
        for _ in range(count // 1000):
            countdown = Countdown(1000)
            for _ in range(1000):
                countdown.loop.call_soon(countdown.step)
            await countdown.done

    return await cheapest(count, bursts)


async def task_switches(count, tasks):
    async def switch(times):
        for _ in range(times):
            await asyncio.sleep(0)

    async def share():
        if tasks == 1:
            return await switch(count)
        await asyncio.gather(*(switch(count // tasks) for _ in range(tasks)))

    return await cheapest(count, share)


async def nothing():
    pass


async def spawns(count):
    async def spawn():
        for _ in range(count):
            await asyncio.create_task(nothing())

    return await cheapest(count, spawn)


async def gathers(count):
    """The share of one coroutine when a hundred are gathered."""

    async def gather():
        for _ in range(count // 100):
            await asyncio.gather(*(nothing() for _ in range(100)))

    return await cheapest(count, gather)


async def futures(count):
    loop = asyncio.get_running_loop()

    async def fulfil():
        for number in range(count):
            future = loop.create_future()
            loop.call_soon(future.set_result, number)
            await future

    return await cheapest(count, fulfil)


async def thread_trips(count):
    """The times of COUNT calls in a thread, one after another."""
    loop = asyncio.get_running_loop()
    times = []
    for _ in range(count):
        start = time.perf_counter()
        await loop.run_in_executor(None, int)
        times.append(time.perf_counter() - start)
    return times
