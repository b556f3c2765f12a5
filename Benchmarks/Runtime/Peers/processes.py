"""Processes of concurrent.futures."""
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from timing import fastest


def square(number):
    return number * number


@contextmanager
def started(workers):
    """A pool whose workers have started."""
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(square, range(100)))
        yield pool


def process_round_trips(workers, count):
    """The times of COUNT jobs, submitted and awaited one after another."""
    with started(workers) as pool:
        for number in range(count):
            start = time.perf_counter()
            pool.submit(square, number).result()
            yield time.perf_counter() - start


def process_batch(workers, count):
    """The share of one job when COUNT are submitted and then awaited."""
    with started(workers) as pool:

        def batch():
            for future in [pool.submit(square, number) for number in range(count)]:
                future.result()

        return fastest(count, batch)


def process_chunks(workers, count):
    """The share of one job when COUNT are mapped in chunks of 100."""
    with started(workers) as pool:
        return fastest(count, lambda: list(pool.map(square, range(count), chunksize=100)))


def process_starts(count):
    """The times of COUNT pools that start afresh, run one job and shut down."""
    for _ in range(count):
        start = time.perf_counter()
        # Not "fork", the default of old versions: it copies a process that has threads.
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            pool.submit(square, 1).result()
        yield time.perf_counter() - start
