"""How long a click on a decision takes on a board of 400 wishes, against the yardstick of the same run."""

import http.client
import time
from statistics import median
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from annualcycle.models import Cycle, Wish
from competence.models import Employee, Role, RoleAssignment, Unit
from config.bench import municipality
from config.bench.measure import YARDSTICK, cookie_of, server
from config.bench.outcome import Outcome

CLICKS, WARM = 60, 8
MOST = 10.0
# Any 32 letters will do for both halves of the double-submitted token.
TOKEN = "bench" * 6 + "ok"


def outcome() -> Outcome:
    """One leader clicks through the board, one wish after the other, and takes all of it back."""
    manager, cycle = _scene()
    wishes = list(
        Wish.objects.filter(cycle=cycle, decision=None)
        .on_the_board()
        .exclude(employee=manager)
        .order_by("pk")
        .values_list("pk", flat=True)[: CLICKS + WARM]
    )
    on_board = Wish.objects.filter(cycle=cycle).on_the_board().count()
    with server() as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        clicks, yardsticks = _clicked(connection, cookie_of(manager), cycle, wishes)
        connection.close()
    ratio = median(clicks) / median(yardsticks)
    text = (
        f"a click on a decision, board of {on_board} wishes: median {1000 * median(clicks):.0f} ms, slowest "
        f"{1000 * max(clicks):.0f} ms; yardstick {1000 * median(yardsticks):.1f} ms: {ratio:.1f} × "
        f"(at most {MOST:.0f} ×)"
    )
    return Outcome(text, [f"a click takes {ratio:.1f} × the yardstick"] if ratio > MOST else [])


def _scene() -> tuple[Employee, Cycle]:
    """The first manager and undecided year of the largest generated municipality with full centres."""
    sizes = (10_000, 1_000, municipality.CENTRE_SIZE)
    found = Unit.objects.filter(code__in=[municipality.code_of(size) for size in sizes])
    root = max(found, key=lambda one: len(one.code), default=None)
    root = root or municipality.generate(employees=sizes[-1], years=1, today=timezone.localdate())
    role = RoleAssignment.objects.filter(role=Role.MANAGER, unit__path__startswith=root.path).order_by("pk")[0]
    return role.employee, Cycle.objects.filter(unit=role.unit_id, released_at=None).latest("year")


def _clicked(
    connection: http.client.HTTPConnection, cookie: str, cycle: Cycle, wishes: list[int]
) -> tuple[list[float], list[float]]:
    """Seconds of each click and of the yardstick beside it, without the first ones, which load templates."""
    clicks, yardsticks = [], []
    try:
        for wish in wishes:
            yardsticks.append(_asked(connection, "GET", YARDSTICK, cookie))
            clicks.append(_decided(connection, cookie, cycle, wish, "decide"))
    finally:
        for wish in wishes:
            _decided(connection, cookie, cycle, wish, "undo_decision")
    return clicks[WARM:], yardsticks[WARM:]


def _decided(connection: http.client.HTTPConnection, cookie: str, cycle: Cycle, wish: int, name: str) -> float:
    # The number is later than every change, so that the answer is the row itself with money and counts.
    form = {"outcome": "sharing", "since": "99999999999"}
    return _asked(connection, "POST", reverse(f"year:{name}", args=[cycle.pk, wish]), cookie, urlencode(form))


def _asked(connection: http.client.HTTPConnection, method: str, url: str, cookie: str, body: str = "") -> float:
    headers = {"Cookie": f"{cookie}; csrftoken={TOKEN}", "Accept-Encoding": "gzip"}
    if body:
        headers |= {"HX-Request": "true", "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
    begun = time.perf_counter()
    connection.request(method, url, body or None, headers)
    response = connection.getresponse()
    response.read()
    seconds = time.perf_counter() - begun
    if response.status != 200:
        raise RuntimeError(f"{url} answered {response.status}")
    return seconds
