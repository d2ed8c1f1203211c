"""What a strategy means for one reader: the needs for their profession, and their wishes among them."""

from dataclasses import dataclass
from datetime import date

from annualcycle.models import Wish
from competence.models import Employee, Employment
from competence.text import fold
from strategy.models import Need, Strategy
from strategy.queries import line_of, needs_of


@dataclass(frozen=True)
class Meaning:
    """`post` is None for somebody the strategy is not about; `sections` hold needs of the reader's target group."""

    post: Employment | None
    sections: list[str]
    wishes: list[Wish]


def meaning_for(employee: Employee, strategy: Strategy, on: date) -> Meaning:
    """By the job and profession of the post under the strategy's unit on `on`."""
    posts = Employment.objects.valid_on(on).filter(employee=employee).select_related("unit")
    post = next((post for post in posts if strategy.unit_id in line_of(post.unit)), None)
    wishes = Wish.objects.filter(employee=employee, need__section__strategy=strategy)
    wishes = wishes.exclude(state=Wish.State.WITHDRAWN).select_related("need__section")
    numbers = [need.section.number for need in needs_of(strategy) if post and _is_for(need, post)]
    return Meaning(post, list(dict.fromkeys(numbers)), list(wishes.order_by("-cycle__year", "pk")))


def _is_for(need: Need, post: Employment) -> bool:
    """Whether the need's target group names the job, the profession or everybody: `Sagsbehandlere` is for a
    `Sagsbehandler`."""
    group = fold(need.target_group)
    if not group or group.split()[0] in ("alle", "alla", "all", "everybody"):
        return True
    names = [fold(name).split(",")[0].strip() for name in (post.job_title, post.profession)]
    return any(name in group for name in names if name)
