"""What a strategy means for one reader: the needs for their work and roles, and their wishes among them."""

from dataclasses import dataclass
from datetime import date

from annualcycle.models import Wish
from competence.access import Actor
from competence.models import Employment, Introduction, Role
from strategy.models import Need, Strategy
from strategy.queries import introductions, needs_of
from strategy.queries.duties import NextSupervision, Topic, next_supervision, topics_for
from strategy.reading import ROLES, Reader, is_for


@dataclass(frozen=True)
class Meaning:
    """`post` is None for somebody the strategy is not about; `sections` hold `needs`, which are for the reader.

    `met` are the needs that the reader's wishes point to; `again` is where needs that come again stand in the
    reader's unit, and `supervision` that of the team.
    """

    post: Employment | None
    sections: list[str]
    needs: list[Need]
    wishes: list[Wish]
    met: list[int]
    is_new: bool
    roles: list["OfRole"]
    introduction: Introduction | None
    supervision: NextSupervision | None
    again: list["Again"]


@dataclass(frozen=True)
class Again:
    """A need that comes again, and when it was and will be taken up (source: S15)."""

    need: Need
    topic: Topic


@dataclass(frozen=True)
class OfRole:
    """A role the reader holds, and the sections with needs for those who hold it (source: S38)."""

    name: str
    sections: list[str]


def meaning_for(actor: Actor, strategy: Strategy, on: date) -> Meaning:
    """By the post under the strategy's unit on `on` and the roles held."""
    employee = actor.employee
    posts = Employment.objects.valid_on(on).filter(employee=employee).select_related("unit")
    post = next((post for post in posts if strategy.unit_id in post.unit.line), None)
    wishes = Wish.objects.filter(employee=employee, need__section__strategy=strategy)
    wishes = wishes.exclude(state=Wish.State.WITHDRAWN).select_related("need__section")
    reader = _reader(actor, post) if post else None
    every = list(needs_of(strategy))
    needs = [need for need in every if reader and is_for(need, reader, on)]
    found = list(wishes.order_by("-cycle__year", "pk"))
    return Meaning(
        post=post,
        sections=list(dict.fromkeys(need.section.number for need in needs)),
        needs=needs,
        wishes=found,
        met=list(dict.fromkeys(wish.need_id for wish in found if wish.need_id)),
        is_new=bool(reader and reader.is_new_on(on)),
        roles=_of_roles(reader, needs) if reader else [],
        introduction=introductions.own(actor, on).order_by("-starts_on").first(),
        supervision=next_supervision(post.unit, on) if post else None,
        again=_again(every, topics_for(post.unit, on)) if post else [],
    )


def _again(needs: list[Need], topics: list[Topic]) -> list[Again]:
    """Needs with their topic: the one that was made of them, or one by the same name."""
    found = {topic.brush_up.need_id or topic.brush_up.topic: topic for topic in reversed(topics)}
    pairs = ((need, found.get(need.pk) or found.get(need.title)) for need in needs)
    return [Again(need, topic) for need, topic in pairs if topic is not None]


def _of_roles(reader: Reader, needs: list[Need]) -> list[OfRole]:
    """The roles for which the strategy has something, in a fixed order."""
    found = []
    for role in Role:
        groups = {str(group) for group, holders in ROLES.items() if role in holders}
        sections = list(dict.fromkeys(need.section.number for need in needs if need.target_group in groups))
        if role in reader.roles and sections:
            found.append(OfRole(str(role.label), sections))
    return found


def _reader(actor: Actor, post: Employment) -> Reader:
    roles = frozenset(grant.role for grant in actor.grants)
    return Reader(post.job_title, post.profession, post.seniority_on, roles)
