"""A proposal as the pages show it: beside each wish, beside the money, in the wish's panel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annualcycle.domain import checker
from annualcycle.domain.entries import wish_key, wish_of
from annualcycle.models import Cycle, ProposalRun
from annualcycle.models.decisions import Outcome
from annualcycle.queries.board import BoardRow
from annualcycle.queries.proposals import granted_ids

SETTLED = ("refused", "ineligible")


@dataclass(frozen=True)
class Chip:
    """What the proposal says of one wish: in or out, and the points that granting it would cost."""

    granted: bool
    differs: bool
    loss: int | None


def chip_of(line: Mapping[str, Any], outcome: str) -> Chip | None:
    """None where the proposal leaves the wish to people, or says what they have decided."""
    if line["reason"] in SETTLED:
        return None
    differs = line["granted"] != (outcome == Outcome.GRANTED)
    loss = None if line["granted"] else line["loss"]
    if not differs and outcome != "undecided" and not loss:
        return None
    return Chip(line["granted"], differs or outcome == "undecided", loss)


def chips_for(run: ProposalRun | None, rows: Iterable[BoardRow]) -> dict[int, Chip]:
    """Wish → its chip, for the rows that have one."""
    if run is None:
        return {}
    lines = {line["id"]: line for line in run.answer["wishes"]}
    found = ((row.pk, lines.get(row_key), row.outcome) for row in rows for row_key in [wish_key(row.pk)])
    chips = ((pk, chip_of(line, outcome)) for pk, line, outcome in found if line)
    return {pk: chip for pk, chip in chips if chip}


@dataclass(frozen=True)
class Beside:
    """The proposal beside today's decisions: points it gives more, and the wishes it places otherwise."""

    run: ProposalRun
    more: int
    moved: int


def beside(run: ProposalRun | None, cycle: Cycle) -> Beside | None:
    """Counted by the checker from the stored inputs; None without an answer to compare with."""
    if run is None or run.answer["status"] == "infeasible":
        return None
    today = {wish_key(one) for one in granted_ids(cycle)}
    found = checker.check(run.problem, {"format": checker.DECISIONS, "granted": sorted(today)})
    return Beside(run, run.answer["value"] - found.value, len(moved_by(run, today)))


def moved_by(run: ProposalRun, granted: Iterable[str]) -> list[int]:
    """The wishes that the proposal grants and people have not, or the other way round, in the order of its lines."""
    inside = set(granted)
    lines = (line for line in run.answer["wishes"] if line["reason"] not in SETTLED)
    return [wish_of(line["id"]) for line in lines if line["granted"] != (line["id"] in inside)]


@dataclass(frozen=True)
class Part:
    """One part of a wish's points: `score` × `weight`."""

    name: str
    score: int
    weight: int

    @property
    def points(self) -> int:
        return self.score * self.weight


@dataclass(frozen=True)
class Panel:
    """All that the proposal says of one wish. `displaced` are the ids of wishes that would leave."""

    run: ProposalRun
    line: Mapping[str, Any]
    parts: list[Part]
    history: int
    first_grant: int
    needs: int
    is_settled: bool
    displaced: list[int] = field(default_factory=list)


def panel_for(run: ProposalRun | None, wish: int, names: Mapping[str, str]) -> Panel | None:
    """None for a wish that came after the proposal; `names` are those of the criteria by key."""
    line = _with_id(run.answer["wishes"], wish) if run else None
    facts = _with_id(run.problem["wishes"], wish) if run else None
    if run is None or line is None or facts is None:
        return None
    problem = run.problem
    parts = [
        Part(names.get(one["id"], one["id"]), facts["scores"][one["id"]], one["weight"]) for one in problem["criteria"]
    ]
    return Panel(
        run=run,
        line=line,
        parts=parts,
        history=facts["history_years"] * problem["history_points"],
        first_grant=problem["first_grant_bonus"],
        needs=len(set(facts["builds"]) & set(problem["needed"])),
        is_settled=line["reason"] in SETTLED,
        displaced=[wish_of(one) for one in line["displaces"] or ()],
    )


def _with_id(rows: Iterable[Mapping[str, Any]], wish: int) -> Mapping[str, Any] | None:
    return next((row for row in rows if row["id"] == wish_key(wish)), None)
