"""The phases of a year with what one person can do in each."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from annualcycle.models import Cycle
from annualcycle.phases import Phase, spans
from annualcycle.queries.cycle import COLOURS
from annualcycle.queries.talks import led_by
from annualcycle.queries.wishes import led_wishes
from competence.access import Actor, Permission
from competence.words import sentence


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class Step:
    """A phase of the year. `state` is done, now or next."""

    label: str
    text: str
    starts: date
    ends: date
    colour: str
    state: str
    links: tuple[Link, ...]


def steps_for(actor: Actor, cycle: Cycle, on: date) -> list[Step]:
    """The phases of `cycle` in order; links only where there is something for `actor` to open."""
    links = _links(actor, cycle, on) if cycle.is_published else {}
    return [
        Step(
            label=str(span.phase.label),
            text=_text(span.phase),
            starts=span.starts,
            ends=span.ends,
            colour=COLOURS[span.phase],
            state="done" if span.ends < on else "now" if span.starts <= on else "next",
            links=tuple(link for link in links.get(span.phase, []) if link) if span.starts <= on else (),
        )
        for span in spans(cycle)
    ]


def _text(phase: Phase) -> str:
    texts = {
        Phase.TALKS: _("Everybody talks with their leader, writes a plan and sends their wishes."),
        Phase.PRIORITISATION: sentence(_("{the_leadership_group} weighs all wishes by the published criteria.")),
        Phase.ANSWERS: _("Everybody gets a personal answer with a reason."),
        Phase.ORIENTATION: _("The department hears what was granted, and what is taken up together."),
        Phase.LEARNING: _("Courses are taken, used and shared. The year is evaluated."),
    }
    return texts[phase]


def _links(actor: Actor, cycle: Cycle, on: date) -> dict[Phase, list[Link | None]]:
    employed = cycle.unit_id in actor.centres
    own = cycle.talks.filter(employee=actor.employee).only("kind").first() if employed else None
    mine = own and own.pk
    leads = actor.may(Permission.LEAD_TALKS) and cycle.talks.filter(led_by(actor, on)).exists()
    follows = actor.may(Permission.SEE_PROGRESS)
    reads = actor.may(Permission.SEE_WISHES) and led_wishes(actor, cycle).exists()
    board = actor.may(Permission.SEE_BOARD, cycle.unit)
    return {
        Phase.TALKS: [
            _link(own, sentence(_("Your {talk}"), talk=own.get_kind_display() if own else ""), "year:talk", mine),
            _link(mine, _("Your plan"), "year:my_plan", cycle.pk),
            _link(employed, _("Your wishes"), "year:my_wishes"),
            _link(leads, _("Talks you hold"), "year:talks"),
            _link(reads, _wishes_read(actor), "year:team_wishes", cycle.pk),
            _link(follows, _("How far the talks are"), "year:progress", cycle.pk),
        ],
        Phase.PRIORITISATION: [
            _link(board, _("The December board"), "year:board", cycle.pk),
            _link(employed, _("Your wishes"), "year:my_wishes"),
        ],
        Phase.ANSWERS: [_link(employed, _("Your wishes and answers"), "year:my_wishes")],
        Phase.ORIENTATION: [
            _link(True, _("What was granted"), "year:orientation", cycle.pk),
            _link(True, _("Themes"), "year:themes", cycle.pk),
        ],
        Phase.LEARNING: [
            _link(actor.may(Permission.SEE_FIGURES, cycle.unit), _("The evaluation"), "year:evaluation", cycle.pk)
        ],
    }


def _wishes_read(actor: Actor) -> str:
    return _("Wishes of those you lead") if actor.may(Permission.LEAD_TALKS) else _("The wishes of the centre")


def _link(there: object, label: str, name: str, *args: object) -> Link | None:
    """None where there is nothing to open for this person."""
    return Link(label, reverse(name, args=args)) if there else None
