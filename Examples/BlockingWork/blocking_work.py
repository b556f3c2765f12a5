"""A blocking operation on a thread of an executor, and a future for its result."""
import time
from concurrent.futures import ThreadPoolExecutor


def blocking_operation(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor() as pool:
    future = pool.submit(blocking_operation, 1)
    print(f"submitted, done: {future.done()}")
    print(f"slept for {future.result()} s")
