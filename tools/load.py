"""A load of readers: kept connections that ask one page after another, and note how long it took.

Loopback only, bounded in requests and in time.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice

HOST = "127.0.0.1"
_PERCENT = 99


@dataclass(frozen=True)
class Load:
    """What came of a load: answers a second, the 99th percentile in ms, and every failure."""

    requests: int
    per_second: float
    p99_ms: float
    failures: tuple[str, ...]


def load(port: int, paths: list[str], *, requests: int, readers: int) -> Load:
    """Ask the pages in turn, by several readers at once, and wait for all answers."""
    return asyncio.run(_load(port, paths, requests, readers))


async def _load(port: int, paths: list[str], requests: int, readers: int) -> Load:
    queue = iter(list(islice(cycle(paths), requests)))
    times: list[float] = []
    failures: list[str] = []
    started = time.monotonic()
    await asyncio.gather(*(_read(port, queue, times, failures) for _ in range(readers)))
    spent = time.monotonic() - started
    slow = sorted(times)[max(len(times) * _PERCENT // 100 - 1, 0)] if times else 0.0
    return Load(len(times), len(times) / spent, slow * 1000, tuple(failures))


async def _read(port: int, queue: Iterator[str], times: list[float], failures: list[str]) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    for path in queue:
        asked = time.monotonic()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        status = await _answer(reader)
        times.append(time.monotonic() - asked)
        if status != "200":
            failures.append(f"{path}: {status}")
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> str:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *rest = head.split("\r\n")
    lengths = [line.partition(":")[2] for line in rest if line.lower().startswith("content-length")]
    if lengths:
        await reader.readexactly(int(lengths[0]))
    else:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return first.split()[1]
