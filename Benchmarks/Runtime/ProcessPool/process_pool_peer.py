"""The Python side of the process pool's benchmark: measures one thing and prints seconds per job.

usage: process_pool_peer.py (round-trip|batch|map|start) WORKERS COUNT
"""
import multiprocessing
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


def round_trip(pool, count):
    """The median of COUNT jobs, submitted and awaited one after another."""
    times = []
    for number in range(count):
        start = time.perf_counter()
        pool.submit(square, number).result()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def batch(pool, count):
    """The share of one job when COUNT are submitted and then awaited."""
    start = time.perf_counter()
    futures = [pool.submit(square, number) for number in range(count)]
    for future in futures:
        future.result()
    return (time.perf_counter() - start) / count


def map_chunks(pool, count):
    """The share of one job when COUNT are mapped in chunks of 100."""
    start = time.perf_counter()
    list(pool.map(square, range(count), chunksize=100))
    return (time.perf_counter() - start) / count


def start_and_stop(workers, count):
    """The median of COUNT pools that start afresh, run one job and shut down."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        # Not "fork", the default of old versions: it copies a process that has threads.
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            pool.submit(square, 1).result()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def in_pool(measure, workers, count):
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(square, range(100)))
        return measure(pool, count)


if __name__ == "__main__":
    name, workers, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if name == "start":
        print(f"{start_and_stop(workers, count):.9f}")
    else:
        measure = {"round-trip": round_trip, "batch": batch, "map": map_chunks}[name]
        print(f"{in_pool(measure, workers, count):.9f}")
