"""Threads of concurrent.futures."""
import time
from concurrent.futures import ThreadPoolExecutor

from timing import fastest


def identity(number):
    return number


def pool_round_trips(workers, count):
    """The times of COUNT jobs, submitted and awaited one after another."""
    with ThreadPoolExecutor(workers) as pool:
        pool.submit(identity, 0).result()
        for number in range(count):
            start = time.perf_counter()
            pool.submit(identity, number).result()
            yield time.perf_counter() - start


def pool_batch(workers, count):
    """The share of one job when COUNT are submitted and then awaited."""
    with ThreadPoolExecutor(workers) as pool:

        def batch():
            for future in [pool.submit(identity, number) for number in range(count)]:
                future.result()

        return fastest(count, batch)
