from datetime import date

import pytest
from django.core.exceptions import ValidationError

from annualcycle.domain import criteria
from annualcycle.domain import cycle as years
from annualcycle.models import Budget, Cycle, Talk
from competence.models import Rule
from tests.annualcycle import autumn
from tests.annualcycle.year import IN_JULY, NOON, draft_year, published_year
from tests.cast import Cast


def test_ensure_takes_the_nearest_rule_in_force(cast: Cast) -> None:
    for unit, value in ((cast.nordby, 700_000), (cast.bu, 600_000), (cast.yd, 100_000)):
        Rule.objects.create(unit=unit, kind=Rule.Kind.THRESHOLD_AMOUNT, value=value, starts_on=date(2020, 1, 1))
    cycle = draft_year(cast)
    assert (cycle.threshold_amount, cycle.seniority_years) == (600_000, 2)
    assert Budget.objects.filter(cycle=cycle).count() == 1


def test_ensure_carries_criteria_and_dates_over_from_the_year_before(cast: Cast) -> None:
    cycle = draft_year(cast)
    criteria.add(cycle=cycle, facts=criteria.CriterionFacts("Overdragelse", 4))
    years.set_dates(cycle=cycle, dates={"decide_on": date(2026, 12, 8)})
    following = years.ensure(unit=cast.bu, year=2027, by=cast.mads, at=NOON)
    assert [(row.name, row.weight) for row in following.criteria.all()][-1] == ("Overdragelse", 4)
    assert following.decide_on == date(2027, 12, 8)


def test_ensure_twice_is_once(cast: Cast) -> None:
    assert draft_year(cast) == draft_year(cast)
    assert Cycle.objects.count() == 1


def test_set_dates_names_the_date_that_is_out_of_order(cast: Cast) -> None:
    with pytest.raises(ValidationError) as fault:
        years.set_dates(cycle=draft_year(cast), dates={"feedback_by": date(2026, 12, 9)})
    assert list(fault.value.message_dict) == ["feedback_by"]
    assert Cycle.objects.get().feedback_by == date(2026, 12, 22)


@pytest.mark.parametrize("lacking", list(years.Blocker))
def test_publish_names_what_is_missing(cast: Cast, lacking: years.Blocker) -> None:
    cycle = draft_year(cast)
    if lacking != years.Blocker.NO_STRATEGY:
        autumn.strategy(cast)
    if lacking == years.Blocker.NO_CRITERIA:
        cycle.criteria.all().delete()
    if lacking == years.Blocker.NO_PROCESS:
        years.set_process(cycle=cycle, process=" ")
    if lacking == years.Blocker.NO_BUDGET:
        Budget.objects.filter(cycle=cycle).delete()
    with pytest.raises(years.NotReady) as fault:
        years.publish(cycle=cycle, by=cast.mads, at=IN_JULY)
    assert fault.value.problems == (lacking,)
    assert (Cycle.objects.get().is_published, Talk.objects.count()) == (False, 0)


def test_publishing_after_the_talks_opened_is_only_a_warning(cast: Cast) -> None:
    autumn.strategy(cast)
    cycle = draft_year(cast)
    found = years.problems_for(cycle, date(2026, 8, 2))
    assert (found.blockers, years.Caution.LATE in found.warnings) == ((), True)
    assert years.Caution.LATE not in years.problems_for(cycle, date(2026, 8, 1)).warnings
    years.publish(cycle=cycle, by=cast.mads, at=NOON)


def test_criteria_and_rules_are_fixed_once_published(cast: Cast) -> None:
    cycle = published_year(cast)
    first = cycle.criteria.earliest("position")
    facts = criteria.CriterionFacts("Noget andet", 9)
    for change in (
        lambda: criteria.add(cycle=cycle, facts=facts),
        lambda: criteria.change(criterion=first, facts=facts),
        lambda: criteria.remove(criterion=first),
        lambda: criteria.move(criterion=first, steps=1),
        lambda: years.set_process(cycle=cycle, process="Andet"),
    ):
        with pytest.raises(criteria.AlreadyPublished):
            change()
    assert [row.weight for row in cycle.criteria.all()] == [3, 2, 1]


def test_publishing_twice_is_refused(cast: Cast) -> None:
    cycle = published_year(cast)
    with pytest.raises(criteria.AlreadyPublished):
        years.publish(cycle=cycle, by=cast.mads, at=NOON)


def test_criteria_move_no_further_than_the_ends(cast: Cast) -> None:
    cycle = draft_year(cast)
    last = cycle.criteria.latest("position")
    criteria.move(criterion=last, steps=-1)
    criteria.move(criterion=last, steps=-5)
    assert [row.key for row in cycle.criteria.order_by("position")] == ["retention", "need", "motivation"]


def test_the_budget_cannot_shrink_below_what_is_granted(cast: Cast) -> None:
    cycle = draft_year(cast)
    years.set_budget(cycle=cycle, total=1_000_000, reserve=200_000)
    Budget.objects.filter(cycle=cycle).update(granted=700_000, ad_hoc=100_000)
    for total, reserve in ((899_999, 200_000), (None, 0), (1_000_000, 99_999)):
        with pytest.raises(years.BudgetSpent):
            years.set_budget(cycle=cycle, total=total, reserve=reserve)
    years.set_budget(cycle=cycle, total=900_000, reserve=200_000)
    assert Budget.objects.get(cycle=cycle).free == 0
