"""What the strategies of a year cost as documents: against WeasyPrint itself, by one and two workers, in memory.

Others use the machine too. So a worker's time is the clock's less what the kernel says it waited for a free core: what
it would have taken with a core of its own. Waiting for anything else, as the database or each other, counts.
"""

import multiprocessing
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier

import pikepdf
from django.db import connections
from django.utils import translation
from weasyprint import HTML

from competence import pdf
from competence.domain import units
from competence.models import Unit
from config.bench.outcome import Outcome
from strategy import documents
from strategy.domain import editing, versions
from strategy.models import Strategy

MOST_OF_WEASYPRINT = 1.25
LEAST_OF_TWO = 1.7
MOST_GROWN = 0.10
UNITS, NEEDS = 60, 90
# So many documents are made in one turn, and so many by WeasyPrint alone.
TURN, BARE = 20, 20
Make = Callable[[str], bytes]
WRITTEN = date(2025, 11, 1)
CODE = "BENCHPDF"
# Seconds until a worker that never came is given up.
PATIENCE = 300


@dataclass(frozen=True)
class Figures:
    """`plain` and `ours` in seconds of the processor; `one` and `two` in those of a worker with a core of its own, the
    slower of two; `bare` is how many times faster two processes of WeasyPrint alone are than one; memory in MB."""

    documents: int
    pages: int
    plain: float
    ours: float
    one: float
    two: float
    bare: float
    before: int
    after: int

    @property
    def faults(self) -> list[str]:
        found = []
        if self.ours > MOST_OF_WEASYPRINT * self.plain:
            found.append(f"strategies: {self.ours / self.plain:.2f} × WeasyPrint, at most {MOST_OF_WEASYPRINT}")
        if self.one < LEAST_OF_TWO * self.two:
            found.append(f"strategies: two workers {self.one / self.two:.2f} × one, at least {LEAST_OF_TWO}")
        if self.after > (1 + MOST_GROWN) * self.before:
            found.append(f"strategies: a worker grows from {self.before} to {self.after} MB")
        return found

    def __str__(self) -> str:
        return (
            f"{self.documents} strategies of {self.pages} pages: {self.ours:.1f} s of the processor, WeasyPrint itself "
            f"{self.plain:.1f} s ({self.ours / self.plain:.2f}); one worker {self.one:.1f} s, two {self.two:.1f} s "
            f"({self.one / self.two:.2f} ×, WeasyPrint alone {self.bare:.2f} ×); "
            f"memory {self.before} → {self.after} MB"
        )


def strategies(root: Unit, number: int) -> list[str]:
    """Keys of `number` documents of about twelve pages, made on the first run."""
    found = list(Strategy.objects.filter(unit__municipality=root).order_by("pk").values_list("pk", flat=True))
    if not found:
        for place in range(number):
            unit = Unit.objects.create(
                municipality=root, parent=root, code=f"{CODE}-{place}", name=f"Enhed {place}", kind=Unit.Kind.CENTRE
            )
            found.append(_strategy(unit).pk)
    return [f"strategy:{pk}" for pk in found[:number]]


def _strategy(unit: Unit) -> Strategy:
    drafted = versions.draft(
        unit=unit, title="Strategi for kompetencer", starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31)
    )
    for chapter in range(1, 10):
        text = "Vi lærer sammen, prøver af i praksis og deler det, der virker, med hinanden. " * 22
        section = editing.add_section(
            strategy=drafted, number=str(chapter), title=f"Afsnit {chapter}", text=text, on=WRITTEN
        )
        for need in range(NEEDS // 9):
            facts = editing.NeedFacts(f"Behov {need} om at kunne mere", delivery_note="Eget forløb")
            editing.add_need(section=section, facts=facts, on=WRITTEN)
    return versions.adopt(strategy=drafted, committee="MED", on=WRITTEN)


def measure(root: Unit, *, number: int = UNITS, long: int = 500) -> Figures:
    """All documents by WeasyPrint itself, by us, and by two processes; then `long` of them in one process."""
    keys = strategies(root, number)
    pdf.cut_fonts()
    documents.make(keys[0])
    pages = _pages(documents.make(keys[0]))
    plain = sum(_plain(key) for key in keys)
    ours = _timed(keys)
    one, two = _abreast(keys, documents.make)
    bare_one, bare_two = _abreast(keys[:BARE], _bare)
    before, after = _memory(keys, long)
    return Figures(len(keys), pages, plain, ours, one, two, bare_one / bare_two, before, after)


def _pages(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as file:
        return len(file.pages)


@contextmanager
def _html() -> Iterator[list[str]]:
    """The texts that documents are drawn from, caught on their way."""
    caught: list[str] = []
    draw = pdf.draw

    def catch(text: str, **options: tuple[str, ...]) -> bytes:
        caught.append(text)
        return draw(text, **options)

    pdf.draw = catch
    try:
        yield caught
    finally:
        pdf.draw = draw


def _plain(key: str) -> float:
    """Seconds that WeasyPrint itself takes for the same HTML, style sheets and fonts."""
    text = _text(key)
    begun = time.process_time()
    _written(text)
    return time.process_time() - begun


@cache
def _text(key: str) -> str:
    with _html() as caught:
        documents.make(key)
    return caught[0]


def _written(text: str) -> bytes:
    fonts, style = pdf._letters()
    content: bytes = HTML(string=text, url_fetcher=pdf.ClosedFetcher()).write_pdf(
        stylesheets=[style, pdf._style("strategy.css")], font_config=fonts, pdf_variant="pdf/a-3a"
    )
    return content


def _bare(key: str) -> bytes:
    """By WeasyPrint alone: no database, no archive."""
    return _written(_text(key))


def _timed(keys: list[str]) -> float:
    begun = time.process_time()
    for key in keys:
        documents.make(key)
    return time.process_time() - begun


def _abreast(keys: list[str], make: Make) -> tuple[float, float]:
    """Seconds for all by one worker, and by two, in turns, so that a busy minute hits both."""
    one = two = 0.0
    for first in range(0, len(keys), TURN):
        turn = keys[first : first + TURN]
        one += _by(1, turn, make)
        two += _by(2, turn, make)
    return one, two


def _by(number: int, keys: list[str], make: Make) -> float:
    """Seconds of the slowest of `number` processes that share the documents, once all are warm."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    ready, spent = context.Barrier(number), context.SimpleQueue()
    workers = [context.Process(target=_work, args=(keys[share::number], make, ready, spent)) for share in range(number)]
    for worker in workers:
        worker.start()
    found: list[float] = [spent.get() for _worker in workers]
    for worker in workers:
        worker.join()
    return max(found)


def _work(keys: list[str], make: Make, ready: Barrier, spent: "SimpleQueue[float]") -> None:
    with translation.override("da"):
        make(keys[0])
        ready.wait(PATIENCE)
        begun, waited = time.perf_counter(), _waited_for_a_core()
        for key in keys:
            make(key)
        spent.put(time.perf_counter() - begun - (_waited_for_a_core() - waited))


def _waited_for_a_core() -> float:
    """Seconds in which this process could have run and no core was free."""
    with open("/proc/self/schedstat") as file:
        return int(file.read().split()[1]) / 1e9


def _memory(keys: list[str], long: int) -> tuple[int, int]:
    """Resident memory in MB of this process after a tenth and after all of `long` documents."""
    before = 0
    for number in range(long):
        documents.make(keys[number % len(keys)])
        if number == long // 10:
            before = resident()
    return before, resident()


def resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() // 1024 // 1024


def outcome() -> Outcome:
    """The measure `papers` of the bench."""
    root = Unit.objects.filter(code=CODE, parent=None).first()
    if root is None:
        root = units.found_municipality(code=CODE, name="Målekommune, dokumenter")
    with translation.override("da"):
        figures = measure(root)
    return Outcome(str(figures), figures.faults)
