"""How the measurements take the time."""
import time

REPETITIONS = 5


async def cheapest(count, operations):
    """The share of one in the cheapest of five runs of `operations`, which is COUNT of them; a list of one.

    It is CPU time, which does not depend on what else the machine does.
    """
    times = []
    for _ in range(REPETITIONS):
        start = time.process_time()
        await operations()
        times.append(time.process_time() - start)
    return [min(times) / count]


def fastest(count, operations):
    """The same by the time on the wall, for what is spread over threads and processes."""
    times = []
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        operations()
        times.append(time.perf_counter() - start)
    return [min(times) / count]
