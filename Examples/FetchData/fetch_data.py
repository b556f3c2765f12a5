"""An asynchronous function and a `main` that awaits it."""
import asyncio


async def fetch_data():
    await asyncio.sleep(1)
    return {"data": 1}


async def main():
    print("fetching")
    data = await fetch_data()
    print(f"fetched {data}")


asyncio.run(main())
