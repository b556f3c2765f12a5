"""The Python side of the runtime benchmarks: measures one thing and prints what it found, one number a line.

usage: python3 Peers NAME ARGUMENT…

NAME is that of a function in one of the modules, with dashes. If it stands behind "asyncio-" or "uvloop-" it is a
coroutine and runs on that loop. Numbers are seconds per operation, or bytes each.
"""
import asyncio
import sys

import coordination
import loops
import memory
import pools
import processes
import streams
import timers

MODULES = [coordination, loops, memory, pools, processes, streams, timers]


def measurement(name):
    for module in MODULES:
        if hasattr(module, name.replace("-", "_")):
            return getattr(module, name.replace("-", "_"))
    sys.exit(f"error: there is no measurement '{name}'")


def measure(name, arguments):
    kind, _, rest = name.partition("-")
    if kind == "asyncio":
        return asyncio.run(measurement(rest)(*arguments))
    if kind == "uvloop":
        import uvloop

        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(measurement(rest)(*arguments))
    return measurement(name)(*arguments)


if __name__ == "__main__":
    for value in measure(sys.argv[1], [int(argument) for argument in sys.argv[2:]]):
        print(f"{value:.12f}")
