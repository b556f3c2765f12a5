"""Both together: tasks take turns on the loop while blocking operations run on the executor's threads."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def blocking_operation(seconds):
    time.sleep(seconds)
    return seconds


async def tick():
    for number in range(1, 4):
        await asyncio.sleep(0.25)
        print(f"tick {number}")


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        clock = asyncio.create_task(tick(), name="clock")
        results = await asyncio.gather(
            asyncio.sleep(1, result=0),
            loop.run_in_executor(pool, blocking_operation, 1),
            loop.run_in_executor(pool, blocking_operation, 1),
            loop.run_in_executor(pool, blocking_operation, 1),
        )
        print(f"slept for {sum(results)} s in all")
        await clock


asyncio.run(main())
