"""Locks and queues between tasks of one loop."""
import asyncio

from timing import cheapest


async def free_lock(count):
    lock = asyncio.Lock()

    async def hold():
        for _ in range(count):
            async with lock:
                pass

    return await cheapest(count, hold)


async def busy_lock(count):
    """A hundred tasks yield while they hold a lock."""
    lock = asyncio.Lock()

    async def hold():
        for _ in range(count // 100):
            async with lock:
                await asyncio.sleep(0)

    async def share():
        await asyncio.gather(*(hold() for _ in range(100)))

    return await cheapest(count, share)


async def queue(count):
    queue = asyncio.Queue()

    async def put_and_take():
        for number in range(count):
            await queue.put(number)
            await queue.get()

    return await cheapest(count, put_and_take)


async def queue_trips(count):
    there, back = asyncio.Queue(), asyncio.Queue()

    async def answer():
        for _ in range(count):
            await back.put(await there.get())

    async def ask():
        answers = asyncio.create_task(answer())
        for number in range(count):
            await there.put(number)
            await back.get()
        await answers

    return await cheapest(count, ask)


async def event_trips(count):
    there, back = asyncio.Event(), asyncio.Event()

    async def answer():
        for _ in range(count):
            await there.wait()
            there.clear()
            back.set()

    async def ask():
        answers = asyncio.create_task(answer())
        for _ in range(count):
            there.set()
            await back.wait()
            back.clear()
        await answers

    return await cheapest(count, ask)
