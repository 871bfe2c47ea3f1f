"""What everyone else notices while somebody behaves badly."""

import asyncio
import contextlib
from pathlib import Path
from statistics import median
from time import perf_counter

PACE = 0.22  # seconds from note to note: within what one person may send
MOST_MEMORY = 50_000  # kB that the server may grow by
LONGEST = 5.0  # seconds that an honest write may take, on a machine that others use too


def forget_peak(site) -> int:
    """Let the server's peak begin anew; return the memory that it holds now."""
    Path(f"/proc/{site.child.pid}/clear_refs").write_text("5")
    return site.memory_kb()


def peak_kb(site) -> int:
    """The most memory that the server has held since."""
    status = Path(f"/proc/{site.child.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


async def _write(person, column: str) -> float:
    began = perf_counter()
    await person.write("diagnosis", column, f"Written at {began}.")
    return perf_counter() - began


async def _keep_writing(person, column: str, taken: list[float]) -> None:
    while True:
        taken.append(await _write(person, column))
        await asyncio.sleep(PACE)


@contextlib.asynccontextmanager
async def others_go_on(site, person):
    """While the block lasts `person` writes; every note is taken, and the server stays small.

    Prints how long the writes took, before and during.
    """
    column, taken = site.rooms[0]["column"], []
    calm = []
    for _ in range(5):
        calm.append(await _write(person, column))
        await asyncio.sleep(PACE)
    before = forget_peak(site)
    writing = asyncio.create_task(_keep_writing(person, column, taken))
    try:
        yield
        while len(taken) < 5 and not writing.done():
            await asyncio.sleep(0.05)
        grown = peak_kb(site) - before
        assert not writing.done(), "an honest write was refused"
    finally:
        writing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await writing
    print(
        f"honest acknowledgement p50 {1000 * median(calm):.0f} ms calm, "
        f"{1000 * median(taken):.0f} ms meanwhile, longest {1000 * max(taken):.0f} ms; "
        f"memory {grown:+d} kB at most"
    )
    assert grown < MOST_MEMORY
    assert max(taken) < LONGEST
