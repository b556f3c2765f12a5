"""Resident memory of what waits."""
import asyncio
import resource
import threading
from concurrent.futures import ThreadPoolExecutor


def resident_memory():
    with open("/proc/self/statm") as file:
        return int(file.readline().split()[1]) * resource.getpagesize()


async def idle_tasks(count):
    """The bytes of a task that waits for an event."""
    event = asyncio.Event()
    before = resident_memory()
    tasks = [asyncio.create_task(event.wait()) for _ in range(count)]
    await asyncio.sleep(0)
    growth = resident_memory() - before
    event.set()
    await asyncio.gather(*tasks)
    return [growth / count]


async def pending_futures(count):
    """The bytes of a future that nobody has fulfilled."""
    loop = asyncio.get_running_loop()
    before = resident_memory()
    futures = [loop.create_future() for _ in range(count)]
    return [(resident_memory() - before) / len(futures)]


def queued_jobs(count):
    """The bytes of a job in the queue of a pool, with its future."""
    gate = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(gate.wait)
        before = resident_memory()
        futures = [pool.submit(int, number) for number in range(count)]
        growth = resident_memory() - before
        gate.set()
        return [growth / len(futures)]
