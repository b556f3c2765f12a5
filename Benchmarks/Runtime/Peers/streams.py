"""A client and a server that talk over TCP, both on one loop."""
import asyncio
import time

BLOCK = 64 << 10


async def talk(serve, client):
    served = asyncio.Event()

    async def serve_once(reader, writer):
        await serve(reader, writer)
        writer.close()
        served.set()

    server = await asyncio.start_server(serve_once, "127.0.0.1", 0, limit=BLOCK)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=BLOCK)
    values = await client(reader, writer)
    writer.close()
    await served.wait()
    server.close()
    return values


async def echoes(count):
    """The times of COUNT messages of 64 bytes, there and back."""

    async def serve(reader, writer):
        while data := await reader.read(BLOCK):
            writer.write(data)
            await writer.drain()

    async def client(reader, writer):
        message = bytes([7]) * 64
        times = []
        for _ in range(count):
            start = time.perf_counter()
            writer.write(message)
            await writer.drain()
            await reader.readexactly(len(message))
            times.append(time.perf_counter() - start)
        return times

    return await talk(serve, client)


async def throughput(megabytes):
    """The time of a megabyte when so many are sent in blocks of 64 KiB."""

    async def serve(reader, writer):
        count = 0
        while data := await reader.read(BLOCK):
            count += len(data)
        writer.write(f"{count}\n".encode())

    async def client(reader, writer):
        block = bytes([7]) * BLOCK
        start = time.perf_counter()
        for _ in range(megabytes * 16):
            writer.write(block)
            await writer.drain()
        writer.write_eof()
        count = int(await reader.readline())
        assert count == megabytes << 20
        return [(time.perf_counter() - start) / megabytes]

    return await talk(serve, client)
