"""The Python side of the runtime benchmarks: measures one thing and prints seconds per operation, a line each.

usage: peers.py (pool-round-trip|pool-batch) WORKERS COUNT
"""
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def identity(number):
    return number


def pool_round_trip(workers, count):
    """One line for each of COUNT jobs, submitted and awaited one after another."""
    with ThreadPoolExecutor(workers) as pool:
        pool.submit(identity, 0).result()
        for number in range(count):
            start = time.perf_counter()
            pool.submit(identity, number).result()
            yield time.perf_counter() - start


def pool_batch(workers, count):
    """One line: the share of one job when COUNT are submitted and then awaited."""
    with ThreadPoolExecutor(workers) as pool:
        pool.submit(identity, 0).result()
        start = time.perf_counter()
        futures = [pool.submit(identity, number) for number in range(count)]
        for future in futures:
            future.result()
        yield (time.perf_counter() - start) / count


MEASUREMENTS = {"pool-round-trip": pool_round_trip, "pool-batch": pool_batch}

if __name__ == "__main__":
    name, workers, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for seconds in MEASUREMENTS[name](workers, count):
        print(f"{seconds:.9f}")
