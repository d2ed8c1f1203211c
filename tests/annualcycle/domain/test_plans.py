import pytest

from annualcycle.domain import plans
from annualcycle.domain.plans import Content, GoalFacts
from annualcycle.models import Plan, PlanVersion
from annualcycle.models.talks import Side
from competence.models import Notice
from tests.annualcycle.year import NOON, plan_of, published_year
from tests.cast import Cast


def confirm(plan: Plan, cast: Cast, *sides: str) -> PlanVersion:
    by = {Side.EMPLOYEE: cast.anna, Side.LEADER: cast.tove}
    for side in sides:
        revision = plans.current(plan).revision
        plans.confirm(plan=plan, side=side, revision=revision, by=by[Side(side)], at=NOON)
    return plans.current(plan)


def test_both_confirm_and_the_other_is_asked_in_between(cast: Cast) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    assert confirm(plan, cast, "employee").is_confirmed is False
    assert Notice.objects.get(kind="plan_to_confirm").recipient == cast.tove
    assert confirm(plan, cast, "leader").is_confirmed is True
    with pytest.raises(plans.IsFrozen):
        confirm(plan, cast, "leader")


def test_a_change_makes_the_next_version_and_keeps_the_confirmed_one(cast: Cast) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    first = confirm(plan, cast, "employee", "leader")
    goal = first.goals.get()
    content = Content("Nyt", [GoalFacts("Sige fra oftere", pk=goal.pk), GoalFacts("Lære bisidning")])
    second = plans.save(plan=plan, content=content, revision=first.revision, by=cast.anna, at=NOON)
    assert (second.number, second.is_confirmed) == (2, False)
    assert [row.title for row in second.goals.all()] == ["Sige fra oftere", "Lære bisidning"]
    assert [row.title for row in first.goals.all()] == ["Sige fra"]


def test_changed_words_need_both_again(cast: Cast) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    version = confirm(plan, cast, "employee")
    changed = plans.save(plan=plan, content=Content("Andet"), revision=version.revision, by=cast.tove, at=NOON)
    assert (changed.number, changed.employee_confirmed_at, changed.goals.count()) == (1, None, 0)


def test_who_saves_last_is_told_that_the_other_saved_first(cast: Cast) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    seen = plans.current(plan).revision
    plans.save(plan=plan, content=Content("Toves"), revision=seen, by=cast.tove, at=NOON)
    with pytest.raises(plans.ChangedMeanwhile) as fault:
        plans.save(plan=plan, content=Content("Annas"), revision=seen, by=cast.anna, at=NOON)
    assert (fault.value.version.summary, fault.value.version.made_by) == ("Toves", cast.tove)
    with pytest.raises(plans.ChangedMeanwhile):
        plans.confirm(plan=plan, side=Side.EMPLOYEE, revision=seen, by=cast.anna, at=NOON)


def test_an_empty_plan_is_not_confirmed(cast: Cast) -> None:
    published_year(cast)
    with pytest.raises(plans.NothingAgreed):
        confirm(plan_of(cast.anna, cast.tove), cast, "employee")


def test_a_confirmation_is_taken_back_until_the_other_has_confirmed(cast: Cast) -> None:
    published_year(cast)
    plan = plan_of(cast.anna, cast.tove, "Sige fra")
    confirm(plan, cast, "employee")
    assert plans.unconfirm(plan=plan, side=Side.EMPLOYEE, by=cast.anna, at=NOON).employee_confirmed_at is None
    confirm(plan, cast, "employee", "leader")
    with pytest.raises(plans.IsFrozen):
        plans.unconfirm(plan=plan, side=Side.EMPLOYEE, by=cast.anna, at=NOON)
