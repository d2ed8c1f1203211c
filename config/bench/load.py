"""A bounded load on one page of a server on this machine, and what it answered."""

import http.client
import threading
import time
from dataclasses import dataclass
from statistics import median, quantiles

CONNECTIONS = 4


@dataclass(frozen=True)
class Figures:
    """Requests a second, and milliseconds."""

    rate: float
    median: float
    p95: float


class Unexpected(Exception):
    """A page answered something else than 200."""


def press(port: int, path: str, cookie: str, seconds: float) -> Figures:
    """Ask for `path` on 127.0.0.1 over four kept connections for `seconds`. Raises Unexpected."""
    times: list[float] = []
    faults: list[str] = []
    until = time.perf_counter() + seconds
    threads = [
        threading.Thread(target=_ask, args=(port, path, cookie, until, times, faults)) for _ in range(CONNECTIONS)
    ]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise Unexpected(faults[0])
    spent = time.perf_counter() - begun
    return Figures(len(times) / spent, 1000 * median(times), 1000 * quantiles(times, n=20)[-1])


def _ask(port: int, path: str, cookie: str, until: float, times: list[float], faults: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Cookie": cookie, "Accept-Encoding": "gzip"}
    while not faults and time.perf_counter() < until:
        begun = time.perf_counter()
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.read()
        times.append(time.perf_counter() - begun)
        if response.status != 200:
            faults.append(f"{path} answered {response.status}")
    connection.close()
