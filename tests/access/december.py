from collections.abc import Callable
from datetime import date
from decimal import Decimal

from annualcycle.domain import decisions, entitlements, forecasts, proposals
from annualcycle.models import Entitlement, ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.queries.forecasts import history_of
from tests.access.row import Row
from tests.annualcycle.board import DECEMBER_DAY, IN_DECEMBER, published_cycle, submitted_wish
from tests.cast import Cast

Setup = Callable[[Cast], tuple[dict[str, object], str]]
TITLE = "Samtaler med børn og unge"
MOTIVATION = "Jeg møder flere børn end før."
# A leader of another centre is refused; somebody of another municipality does not learn that there is anything.
GROUP = "tove finn mads"
READ = {GROUP: "200 sees", "sven": "404"}
WRITE = {GROUP: "302", "sven": "404"}
MANAGER = {"mads": "302", "sven": "404"}


def wish(cast: Cast, **fields: object) -> Wish:
    return submitted_wish(published_cycle(cast), cast.anna, **fields)


def of_cycle(secret: str = TITLE) -> Setup:
    return lambda cast: ({"pk": wish(cast).cycle_id}, secret)


def of_wish(secret: str = MOTIVATION, **fields: object) -> Setup:
    def setup(cast: Cast) -> tuple[dict[str, object], str]:
        made = wish(cast, **fields)
        return {"pk": made.cycle_id, "wish": made.pk}, secret

    return setup


def decided(cast: Cast) -> tuple[dict[str, object], str]:
    made = wish(cast)
    decisions.decide(wish=made, outcome=Outcome.NOT_MET, by=cast.mads, at=IN_DECEMBER, reason="Andre behov først.")
    return {"pk": made.cycle_id, "wish": made.pk}, "Andre behov først."


def changed(cast: Cast) -> tuple[dict[str, object], str]:
    kwargs, _secret = decided(cast)
    return {"pk": kwargs["pk"]}, TITLE


def asked(cast: Cast) -> tuple[dict[str, object], str]:
    made = wish(cast, is_ad_hoc=True, why_now="En ny opgave fra marts.")
    return {"pk": made.cycle_id}, "En ny opgave fra marts."


def proposed(cast: Cast) -> tuple[dict[str, object], str]:
    """A proposal for one wish of Anna's."""
    cycle = wish(cast).cycle
    proposals.make(cycle=cycle, by=cast.mads, at=IN_DECEMBER, choice=proposals.Choice())
    return {"pk": cycle.pk}, TITLE


def run_of(secret: str = "") -> Setup:
    def setup(cast: Cast) -> tuple[dict[str, object], str]:
        kwargs, _title = proposed(cast)
        return kwargs | {"run": ProposalRun.objects.get().pk}, secret

    return setup


def simulated(cast: Cast) -> tuple[dict[str, object], str]:
    """A simulation by Mads."""
    cycle = published_cycle(cast)
    said = forecasts.assumed(cycle=cycle, history=history_of(cycle, DECEMBER_DAY))
    forecasts.make(cycle=cycle, said=said, by=cast.mads, at=IN_DECEMBER, on=DECEMBER_DAY)
    return {"pk": cycle.pk}, "Mads Madsen"


def by_right(cast: Cast) -> Entitlement:
    """Days that Bo has a right to."""
    what = entitlements.Offer(Entitlement.Kind.AGREED, Decimal(2), date(2027, 6, 1), 300_000, "Seniordage")
    return entitlements.offer(cycle=published_cycle(cast), employee=cast.bo, what=what, by=cast.mads, at=IN_DECEMBER)


def of_right(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": by_right(cast).pk}, "Seniordage"


def rights_of(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": by_right(cast).cycle_id}, "Seniordage"


ROWS: list[Row] = [
    Row("year:ahead", READ, setup=simulated),
    Row("year:ahead_run", {GROUP: "200", "sven": "404"}, method="POST", setup=lambda cast: (simulated(cast)[0], "")),
    Row("year:rights", READ, setup=rights_of),
    Row("year:right_offer", {"mads": "302", "sven": "404"}, method="POST", data={"key": "0-basic"}, setup=rights_of),
    Row("year:rights_excel", {GROUP: "200", "sven": "404"}, setup=lambda cast: (rights_of(cast)[0], ""), is_file=True),
    Row("year:right", {f"{GROUP} bo": "200 sees", "sven": "404"}, setup=of_right),
    Row(
        "year:right_pdf",
        {f"{GROUP} bo": "200", "sven": "404"},
        setup=lambda cast: (of_right(cast)[0], ""),
        is_file=True,
    ),
    Row(
        "year:right_answer",
        {"bo": "302", "sven": "404"},
        method="POST",
        data={"answer": "accepted"},
        setup=of_right,
    ),
    # Taken back by Mads, it is nowhere for the manager of another centre.
    Row("year:right_withdraw", {"mads": "302", "sven ylva": "404"}, method="POST", setup=of_right),
    Row("year:right_held", {"mads": "302", "sven": "404"}, method="POST", data={"held": "yes"}, setup=of_right),
    Row("year:proposal", READ, setup=proposed),
    Row("year:proposal_new", WRITE, method="POST", setup=of_cycle()),
    Row("year:proposal_accept", WRITE, method="POST", setup=run_of()),
    Row("year:proposal_problem", READ, setup=run_of('"max_per_person"'), is_file=True),
    Row("year:proposal_answer", READ, setup=run_of('"points_short"'), is_file=True),
    Row("year:board", READ, setup=of_cycle()),
    Row("year:board_changes", READ, setup=changed),
    Row("year:board_wish", READ, setup=of_wish()),
    Row("year:decide", WRITE, method="POST", data={"outcome": "sharing"}, setup=of_wish()),
    Row("year:undo_decision", WRITE, method="POST", setup=of_wish()),
    Row("year:decide_on_page", WRITE, method="POST", data={"outcome": "sharing"}, setup=of_wish()),
    Row("year:release", READ, setup=of_cycle()),
    Row("year:release_now", MANAGER, method="POST", setup=of_cycle()),
    Row("year:answer_text", READ, setup=decided),
    Row("year:confirm_names", MANAGER, method="POST", setup=decided),
    Row("year:ad_hoc", READ, setup=asked),
    Row("year:move_rest", MANAGER, method="POST", setup=of_cycle()),
    Row(
        "year:decide_ad_hoc",
        {"mads": "302", "sven": "404"},
        method="POST",
        data={"outcome": "granted"},
        setup=of_wish(is_ad_hoc=True, why_now="En ny opgave fra marts."),
    ),
    # In October dan deputises for the team's leader; finn leads another team, but is of the leadership group.
    Row("year:assess", {"tove dan mads": "200 sees", "finn": "200", "sven": "404"}, setup=of_cycle(MOTIVATION)),
    Row("year:assess_wish", {f"{GROUP} dan": "200 sees", "sven": "404"}, setup=of_wish()),
]
