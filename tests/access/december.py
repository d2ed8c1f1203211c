from collections.abc import Callable

from annualcycle.domain import decisions, proposals
from annualcycle.models import ProposalRun, Wish
from annualcycle.models.decisions import Outcome
from tests.access.row import Row
from tests.annualcycle.board import IN_DECEMBER, published_cycle, submitted_wish
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


ROWS: list[Row] = [
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
