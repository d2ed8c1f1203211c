"""A file imported in the browser: checked, confirmed, written once, and forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from competence.domain.imports import runs
from competence.domain.imports.running import File
from competence.models import BirthYear, Employment, ImportRun, Offer
from tests.cast import Cast

NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
HEADER = "Kursuskode;Titel;Udbyder;Type\n"
CHECKED, QUEUED, DONE = ImportRun.State.CHECKED, ImportRun.State.QUEUED, ImportRun.State.DONE


def check(cast: Cast, rows: str = "A;Et;VIA;Temadag\n") -> ImportRun:
    file = File("courses", "kurser.csv", (HEADER + rows).encode())
    return runs.check(municipality=cast.nordby, file=file, by=cast.hanne, at=NOW)


def test_a_checked_file_is_kept_and_writes_nothing(cast: Cast) -> None:
    made = check(cast)
    assert (made.state, made.report["created"], Offer.objects.count()) == (CHECKED, 1, 0)
    assert made.content == (HEADER + "A;Et;VIA;Temadag\n").encode()


def test_a_faulty_file_is_not_kept_and_cannot_be_confirmed(cast: Cast) -> None:
    made = check(cast, "A;Et;VIA;Rejse\n")
    assert made.content is None
    with pytest.raises(runs.NotReady):
        runs.confirm(import_run=made, end_missing=False)


def test_a_confirmed_file_is_written_once_and_forgotten(cast: Cast) -> None:
    made = check(cast)
    runs.confirm(import_run=made, end_missing=False)
    done = runs.write(run_id=made.pk, at=NOW)
    assert done is not None
    assert (done.state, done.content, done.report["written"], runs.progress(done)) == (DONE, None, True, 100)
    assert Offer.objects.get().municipality == cast.nordby
    assert runs.write(run_id=made.pk, at=NOW) is None
    with pytest.raises(runs.NotReady):
        runs.confirm(import_run=made, end_missing=False)


def test_a_confirmed_import_waits_until_a_worker_takes_it_up(cast: Cast) -> None:
    made, _only_checked = check(cast), check(cast)
    runs.confirm(import_run=made, end_missing=False)
    assert runs.waiting() == [made.pk]
    runs.write(run_id=made.pk, at=NOW)
    assert runs.waiting() == []


def test_what_was_not_confirmed_is_not_written(cast: Cast) -> None:
    made = check(cast)
    assert runs.write(run_id=made.pk, at=NOW) is None
    assert (ImportRun.objects.get().state, Offer.objects.count()) == (CHECKED, 0)


def test_a_change_since_the_look_asks_for_another_look(cast: Cast) -> None:
    first, second = check(cast), check(cast, "A;To;VIA;Temadag\n")
    for made in (first, second):
        runs.confirm(import_run=made, end_missing=False)
    runs.write(run_id=first.pk, at=NOW)
    again = runs.write(run_id=second.pk, at=NOW)
    assert again is not None
    assert (again.state, again.report["changed_since"], again.report["updated"]) == (CHECKED, True, 1)
    assert Offer.objects.get().title == "Et"
    runs.confirm(import_run=again, end_missing=False)
    runs.write(run_id=second.pk, at=NOW)
    assert Offer.objects.get().title == "To"


def test_an_import_a_dead_worker_left_is_taken_up_again(cast: Cast) -> None:
    made = check(cast)
    runs.confirm(import_run=made, end_missing=False)
    ImportRun.objects.update(state=ImportRun.State.RUNNING)
    assert runs.waiting() == [made.pk]
    done = runs.write(run_id=made.pk, at=NOW)
    assert (done and done.state, Offer.objects.count()) == (DONE, 1)


def test_an_import_that_takes_its_workers_down_is_given_up_and_nothing_is_written(cast: Cast) -> None:
    made = check(cast)
    runs.confirm(import_run=made, end_missing=False)
    ImportRun.objects.update(state=ImportRun.State.RUNNING, tries=runs.MOST_TRIES)
    assert runs.write(run_id=made.pk, at=NOW) is None
    made.refresh_from_db()
    assert (made.state, made.content, Offer.objects.count()) == (ImportRun.State.FAILED, None, 0)
    assert runs.waiting() == []


def test_who_is_missing_is_ended_only_when_that_is_ticked(cast: Cast) -> None:
    line = f"{cast.anna.number};Anna;Ærø;MOD;01-03-2019\n"
    file = File("staff", "folk.csv", f"Medarbejdernr.;Fornavn;Efternavn;Enhedskode;Ansat fra\n{line}".encode())
    made = runs.check(municipality=cast.nordby, file=file, by=cast.hanne, at=NOW)
    still_there = set(Employment.objects.valid_on(NOW.date()).values_list("employee", flat=True))
    runs.confirm(import_run=made, end_missing=True)
    done = runs.write(run_id=made.pk, at=NOW)
    assert done is not None
    assert done.report["ended"] == len(made.report["missing"]) == len(still_there) - 2
    left = set(Employment.objects.valid_on(NOW.date()).values_list("employee", flat=True))
    assert left == {cast.anna.pk, cast.sven.pk}


def test_a_file_given_up_is_gone(cast: Cast) -> None:
    made = check(cast)
    runs.give_up(import_run=made)
    assert ImportRun.objects.count() == 0


def test_files_never_confirmed_are_forgotten_after_seven_days(cast: Cast) -> None:
    check(cast)
    assert runs.forget_contents(at=NOW + timedelta(days=7)) == 0
    assert runs.forget_contents(at=NOW + timedelta(days=7, seconds=1)) == 1
    assert ImportRun.objects.get().content is None


def with_a_year_of_birth(cast: Cast) -> ImportRun:
    """A staff file that was looked at and tells one year of birth, 1957."""
    line = f"{cast.anna.number};Anna;Ærø;MOD;01-03-2019;1957\n"
    header = "Medarbejdernr.;Fornavn;Efternavn;Enhedskode;Ansat fra;Fødselsår\n"
    return runs.check(
        municipality=cast.nordby, file=File("staff", "folk.csv", (header + line).encode()), by=cast.hanne, at=NOW
    )


def traces_of_1957() -> set[str]:
    """Where the year stands in what is kept of imports and of their history."""
    kept = [("run", row) for row in ImportRun.objects.values()]
    kept += [("history", row) for row in ImportRun.pgh_event_model.objects.values()]  # type: ignore[attr-defined]  # set by pghistory
    texts = [
        (of, key, bytes(value) if isinstance(value, memoryview) else str(value).encode())
        for of, row in kept
        for key, value in row.items()
        if value
    ]
    return {f"{of}.{key}" for of, key, text in texts if b"1957" in text}


def test_years_of_birth_in_a_file_never_confirmed_are_gone_after_seven_days(cast: Cast) -> None:
    with_a_year_of_birth(cast)
    assert traces_of_1957() == {"run.content"}
    runs.forget_contents(at=NOW + timedelta(days=7, seconds=1))
    assert (traces_of_1957(), BirthYear.objects.count()) == (set(), 0)


def test_years_of_birth_are_gone_from_the_file_once_it_is_written_or_given_up(cast: Cast) -> None:
    made = with_a_year_of_birth(cast)
    runs.confirm(import_run=made, end_missing=False)
    runs.write(run_id=made.pk, at=NOW)
    assert (traces_of_1957(), BirthYear.objects.get().year) == (set(), 1957)
    runs.give_up(import_run=with_a_year_of_birth(cast))
    assert traces_of_1957() == set()


def test_years_of_birth_are_gone_from_a_file_that_no_worker_could_write(cast: Cast) -> None:
    made = with_a_year_of_birth(cast)
    runs.confirm(import_run=made, end_missing=False)
    runs.fail(run_id=made.pk, at=NOW)
    assert traces_of_1957() == set()
