from datetime import UTC, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from annualcycle.models import Cycle
from annualcycle.models.decisions import Outcome
from annualcycle.queries import fairness
from competence.models import Employee
from tests.annualcycle.board import published_cycle
from tests.annualcycle.january import release
from tests.annualcycle.years import answered_wish, past_year
from tests.cast import Cast

GRANTED, NOT_MET = Outcome.GRANTED, Outcome.NOT_MET


def years(cast: Cast) -> list[Cycle]:
    """Anna has waited since 2024, Bo got something in 2025, Eva in 2024 and then nothing."""
    made = [past_year(cast.bu, year) for year in (2023, 2024, 2025)]
    answered_wish(made[0], cast.anna, GRANTED)
    for cycle in made[1:]:
        answered_wish(cycle, cast.anna, NOT_MET, title="Supervision")
    answered_wish(made[2], cast.bo, GRANTED, fee=800_000)
    answered_wish(made[1], cast.eva, GRANTED, fee=600_000)
    answered_wish(made[2], cast.eva, NOT_MET)
    answered_wish(made[2], cast.mette, NOT_MET)
    return made


def line(ledger: fairness.Ledger, employee: Employee) -> fairness.Line:
    return next(one for one in ledger.people if one.pk == employee.pk)


def test_the_ledger_says_who_has_waited_since_when(cast: Cast) -> None:
    ledger = fairness.ledger_of(cast.bu, years(cast))
    found = {one.name: one.without and (one.without.since, one.without.years) for one in ledger.people}
    assert found == {"Anna Ærø": (2024, 2), "Bo Bang": None, "Eva Eriksen": (2025, 1), "Mette Møller": (2025, 1)}


def test_each_year_has_its_longest_time_and_its_share_without_anything(cast: Cast) -> None:
    ledger = fairness.ledger_of(cast.bu, years(cast))
    found = [(one.year, one.longest, one.nothing, one.wished) for one in ledger.standings]
    assert found == [(2023, 0, 0, 1), (2024, 1, 0, 2), (2025, 2, 1, 4)]


def test_teams_are_compared_by_wishes_and_by_kroner_of_all_their_people(cast: Cast) -> None:
    ledger = fairness.ledger_of(cast.bu, years(cast))
    fam, mod = ledger.shares
    assert fam.share is not None
    assert mod.share is not None
    assert (fam.name, round(fam.share.value), mod.name, round(mod.share.value)) == ("Familie", 33, "Modtagelse", 50)
    # Familie: Eva, Mette, Dan and Finn in three years each have 6.000 kr. together.
    assert fam.per_head == 600_000 / 12
    assert 0 == fam.low < 50_000 < fam.high


def test_what_earlier_years_count_follows_the_published_rule_of_the_newest_year(cast: Cast) -> None:
    made = years(cast)
    assert [one.weight for one in fairness.ledger_of(cast.bu, made).people] == [0, 0, 0, 0]
    Cycle.objects.filter(pk=published_cycle(cast).pk).update(history_points=3, history_years=1)
    ledger = fairness.ledger_of(cast.bu, made)
    assert (line(ledger, cast.anna).weight, line(ledger, cast.bo).weight) == (3, 0)
    Cycle.objects.filter(year=2026).update(history_years=2)
    assert line(fairness.ledger_of(cast.bu, made), cast.anna).weight == 6


def test_once_a_year_is_answered_the_next_weighing_is_the_year_after(cast: Cast) -> None:
    made = years(cast)
    Cycle.objects.filter(pk=published_cycle(cast).pk).update(history_points=3, history_years=1)
    running = Cycle.objects.get(year=2026)
    answered_wish(running, cast.bo, NOT_MET, title="Supervision")
    release(cast, running)
    ledger = fairness.ledger_of(cast.bu, [*made, running])
    assert (line(ledger, cast.anna).weight, line(ledger, cast.bo).weight) == (0, 3)


def test_a_year_whose_answers_are_pending_is_not_in_the_ledger(cast: Cast) -> None:
    made = years(cast)
    answered_wish(published_cycle(cast), cast.anna, GRANTED)
    assert fairness.years_of(cast.bu) == made


def test_the_spread_leaves_out_teams_with_few_wishes(cast: Cast) -> None:
    cycle = past_year(cast.bu, 2025)
    for number in range(6):
        answered_wish(cycle, cast.anna, GRANTED if number < 4 else NOT_MET, title=f"Kursus {number}")
        answered_wish(cycle, cast.eva, GRANTED if number < 1 else NOT_MET, title=f"Kursus {number}")
    answered_wish(cycle, cast.mads, NOT_MET)
    [spread] = fairness.spreads(fairness.ledger_of(cast.bu, [cycle]).teams)
    assert spread is not None
    assert (round(spread.highest), round(spread.lowest)) == (67, 17)


def test_reading_the_ledger_takes_the_same_queries_for_one_and_many(cast: Cast) -> None:
    cycle = past_year(cast.bu, 2025)
    counts = []
    for employees in ([cast.anna], [cast.bo, cast.eva, cast.mette]):
        for employee in employees:
            answered_wish(cycle, employee, NOT_MET)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            fairness.ledger_of(cast.bu, [cycle])
        counts.append(len(captured))
    assert counts == [3, 3]


def test_only_evaluated_years_and_years_from_files_are_told_to_readers_of_figures(cast: Cast) -> None:
    past, running = past_year(cast.bu, 2025), published_cycle(cast)
    assert fairness.read_years([past, running]) == [past]
    running.evaluated_at = datetime(2027, 6, 1, tzinfo=UTC)
    assert fairness.read_years([past, running]) == [past, running]
