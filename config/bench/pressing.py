"""Two members of the leadership group decide, solve and accept at once, and the manager releases, on real transactions.

Every answer that a person would get is kept, and afterwards held against what the database has: nothing spent that is
not there, no decision lost, every conflict told.
"""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random
from threading import Lock, Thread

from django.db import close_old_connections, connection
from django.db.models import Max, Sum

from annualcycle.domain import decisions, entitlements, proposals
from annualcycle.domain.entries import wish_of
from annualcycle.domain.optimiser.solver import TimeRanOut
from annualcycle.models import Budget, Cycle, Decision, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.december import DecisionEvent, differences
from competence.models import Employee

# What a person is told when somebody else was there first, or the money was not.
TOLD = (*decisions.REFUSALS, decisions.ExceptionNeeded, decisions.NotDecided, decisions.FormalReasonMissing, TimeRanOut)
TOLD_TOO = (proposals.NothingProposed, entitlements.AlreadyOffered)
OUTCOMES = (Outcome.GRANTED, Outcome.GRANTED, Outcome.NOT_MET, Outcome.SHARING)
# A decision is seldom taken by hand faster than this, but many more press here than two people could.
PAUSE = 0.002


@dataclass
class Log:
    """What everybody was answered: acts that were kept, and conflicts that were told, by name."""

    kept: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    untold: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def note(self, act: str, answer: str | None, fault: str = "") -> None:
        """`answer` is the refusal's name, None when the act was kept."""
        with self._lock:
            if fault:
                self.untold.append(fault)
            elif answer is None:
                self.kept[act] += 1
            else:
                self.told[answer] += 1


@dataclass(frozen=True)
class Proof:
    """What the database says afterwards. All of it must be empty, or equal."""

    overspent: int
    counters_wrong: int
    revisions: int
    written: int
    undecided: int

    def faults(self, log: Log) -> list[str]:
        """What did not hold, in words."""
        kept = sum(log.kept[act] for act in ("decide", "accept"))
        found = [] if self.overspent <= 0 else [f"{self.overspent} øre spent that are not there"]
        found += [f"{self.counters_wrong} counters are not the sum of the decisions"] if self.counters_wrong else []
        found += [f"{kept} decisions told as kept, {self.written} in the database"] if kept != self.written else []
        found += [f"{self.revisions} wishes whose revisions have a gap"] if self.revisions else []
        found += [f"released with {self.undecided} wishes undecided"] if self.undecided else []
        return found + [f"not told: {one}" for one in log.untold[:5]]


def press(cycle: Cycle, people: list[Employee], manager: Employee, at: datetime, *, seconds: float, seed: int) -> Log:
    """Everybody of `people` from two windows each for `seconds`; then the rest is decided and released at once."""
    log, until = Log(), time.monotonic() + seconds
    wishes = list(Wish.objects.filter(cycle=cycle).on_the_board().values_list("pk", flat=True))
    windows = [
        Thread(target=_window, args=(cycle.pk, person, wishes, at, until, Random(f"{seed}/{n}/{person.pk}"), log))
        for person in people
        for n in range(2)
    ]
    releasing = Thread(target=_try_to_release, args=(cycle.pk, manager, at, until, log))
    _run([*windows, releasing])
    _run([Thread(target=_finish, args=(cycle.pk, person, at, log)) for person in people])
    _run([Thread(target=_release, args=(cycle.pk, person, at, log)) for person in (manager, manager)])
    return log


def _run(threads: list[Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _window(
    cycle: int, person: Employee, wishes: list[int], at: datetime, until: float, random: Random, log: Log
) -> None:
    """One window of one person: mostly decisions, now and then a proposal and its lines."""
    while time.monotonic() < until:
        dice = random.random()
        if dice < 0.02:
            _noted(log, "solve", lambda: _solve(cycle, person, at))
        elif dice < 0.12:
            _noted(log, "accept", lambda: _accept(cycle, random, person, at))
        elif dice < 0.25:
            _noted(log, "undo", lambda: _undo(random.choice(wishes), person))
        else:
            _noted(log, "decide", lambda: _decide(random.choice(wishes), random.choice(OUTCOMES), person, at))
        time.sleep(PAUSE)
    connection.close()


def _noted(log: Log, act: str, what: Callable[[], bool]) -> None:
    """Do `what`, which answers whether anything was kept."""
    close_old_connections()
    try:
        if what():
            log.note(act, None)
    except (*TOLD, *TOLD_TOO) as refusal:
        log.note(act, type(refusal).__name__)
    except Exception as fault:  # Whatever else comes would be a page that says nothing: that is what is looked for.
        log.note(act, None, f"{act}: {fault!r}")


def _decide(wish: int, outcome: str, person: Employee, at: datetime) -> bool:
    """As the board does it: the revision is the one that was seen a moment before."""
    found = Wish.objects.select_related("cycle", "decision").get(pk=wish)
    seen = decisions.decision_of(found)
    reason = "Opgaven kræver det."
    decisions.decide(
        wish=found, outcome=outcome, by=person, at=at, revision=seen.revision if seen else 0, exception_reason=reason
    )
    return True


def _undo(wish: int, person: Employee) -> bool:
    found = Wish.objects.select_related("cycle", "decision").get(pk=wish)
    seen = decisions.decision_of(found)
    decisions.undo(wish=found, by=person, revision=seen.revision if seen else 0)
    return seen is not None


def _solve(cycle: int, person: Employee, at: datetime) -> bool:
    found = Cycle.objects.select_related("unit").get(pk=cycle)
    proposals.make(cycle=found, by=person, at=at, choice=proposals.Choice(keeps_decisions=True))
    return True


def _accept(cycle: int, random: Random, person: Employee, at: datetime) -> bool:
    run = ProposalRun.objects.filter(cycle=cycle, is_ad_hoc=False).select_related("cycle").first()
    if run is None:
        return False
    line = random.choice(run.answer["wishes"])
    wish = Wish.objects.select_related("cycle", "decision").get(pk=wish_of(line["id"]))
    seen = decisions.decision_of(wish)
    proposals.accept(run=run, wish=wish, by=person, at=at, revision=seen.revision if seen else 0)
    return True


def _try_to_release(cycle: int, manager: Employee, at: datetime, until: float, log: Log) -> None:
    """Too early again and again: it is told, and nothing is released by half."""
    while time.monotonic() < until - 1:
        _noted(log, "release", lambda: _release_once(cycle, manager, at))
        time.sleep(0.5)
    connection.close()


def _release_once(cycle: int, manager: Employee, at: datetime) -> bool:
    decisions.release(cycle=Cycle.objects.select_related("unit").get(pk=cycle), by=manager, at=at)
    return True


def _finish(cycle: int, person: Employee, at: datetime, log: Log) -> None:
    """What is left is decided by all at once, so that it can be released."""
    open_wishes = Wish.objects.filter(cycle=cycle, decision__isnull=True).on_the_board()
    for wish in open_wishes.order_by("pk").values_list("pk", flat=True):
        _noted(log, "decide", partial(_decide_open, wish, person, at))
    connection.close()


def _decide_open(wish: int, person: Employee, at: datetime) -> bool:
    found = Wish.objects.select_related("cycle").get(pk=wish)
    decisions.decide(wish=found, outcome=Outcome.NOT_MET, by=person, at=at, revision=0, reason="Andre behov først.")
    return True


def _release(cycle: int, manager: Employee, at: datetime, log: Log) -> None:
    _noted(log, "release", lambda: _release_once(cycle, manager, at))
    connection.close()


def proof(cycle: Cycle, before: int) -> Proof:
    """`before` is how many times anything had been decided in the year when the pressing began."""
    money = Budget.objects.get(cycle=cycle)
    granted = Decision.objects.filter(wish__cycle=cycle, outcome=Outcome.GRANTED)
    spent = granted.exclude(route="ad_hoc").aggregate(sum=Sum("amount", default=0))["sum"]
    over = spent + money.placed - (money.total or 0) + money.reserve
    return Proof(
        overspent=max(over, money.ad_hoc - money.reserve),
        counters_wrong=sum(one.cycle.pk == cycle.pk for one in differences()),
        revisions=_gaps(cycle),
        written=written(cycle) - before,
        undecided=Wish.objects.filter(cycle=cycle, decision=None).on_the_board().count(),
    )


def written(cycle: Cycle) -> int:
    """How many times a wish of the year was decided: the history keeps one row for each revision."""
    rows = DecisionEvent.objects.filter(wish__cycle=cycle).exclude(pgh_label="delete")
    return int(rows.order_by().values("wish", "revision").distinct().count())


def _gaps(cycle: Cycle) -> int:
    """Wishes whose highest revision is not the number of their revisions: one was lost or made twice."""
    rows = DecisionEvent.objects.filter(wish__cycle=cycle).order_by()
    seen = Counter(wish for wish, _revision in rows.values_list("wish", "revision").distinct())
    highest = dict(rows.values_list("wish").annotate(Max("revision")))
    return sum(seen[wish] != top for wish, top in highest.items())
