"""A whole selection of trainers by five people, desktop and phone, real services (sources: K03, K14–K23, K33, K44)."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from competence.models import Employee, Municipality, Notice
from tests.browser.window import Window
from tests.cast import Cast
from tests.services import Inbox
from tests.trainers.selecting import give_roles, published_profile
from trainers.domain import limits
from trainers.models import Candidate, PeerAnswer, Round, Selection, UnitLimit

CRITERIA = ("Faglig", "Undervisning", "Dialog")


@dataclass(frozen=True)
class Windows:
    """The two a person can sit at."""

    desktop: Window
    phone: Window


@pytest.mark.django_db(transaction=True)
def test_a_selection_from_the_first_nomination_to_the_letters(
    cast: Cast, live_server: LiveServer, page: Page, phone: Page, worker: object, inbox: Inbox
) -> None:
    at = Windows(Window(page, live_server.url), Window(phone, live_server.url))
    published_profile(cast)
    give_roles(cast)
    limits.set_limit(unit=cast.mod, max_members=2, max_hours=8)
    Municipality.objects.filter(pk=cast.nordby.pk).update(smallest_cell=3)
    the_project_leader_opens_it(at.desktop, cast)
    a_colleague_nominates(at.phone, cast)
    the_candidate_says_yes(at.phone, cast.anna)
    the_leader_releases_time(at.phone, cast)
    the_project_leader_asks_the_colleagues(at.desktop, cast)
    a_colleague_answers_unknown(at.phone, cast)
    an_assessor_hands_in(at.phone, cast.mette, "4")
    the_project_leader_sees_nothing_before_the_own_sheet(at.desktop, cast)
    an_assessor_hands_in(at.desktop, cast.eva, "3")
    the_project_leader_compares_and_moves(at.desktop)
    the_project_leader_decides(at.desktop)
    the_candidate_reads_the_letter(at.phone, cast.anna)
    row = UnitLimit.objects.get(unit=cast.mod)
    assert (row.members, row.hours) == (1, 5)
    kinds = sorted(Notice.objects.filter(kind__startswith="trainer").values_list("kind", flat=True))
    assert kinds == ["trainer_answer", "trainer_nominated", *["trainer_peers"] * 3, "trainer_release"]


def the_project_leader_opens_it(window: Window, cast: Cast) -> None:
    window.open_as(cast.eva)
    window.goes_to("Trænere", "Begynd en udvælgelse")
    window.fills({"Hvad hedder udvælgelsen?": "Trænere til Nord"})
    window.field("Hvor?").select_option(label="Børn og Unge")
    dates = ("Indstil senest", "Kandidater og ledere svarer senest", "Vurdér senest", "Beslut den")
    window.fills(dict(zip(dates, ("2026-10-20", "2026-10-25", "2026-11-05", "2026-11-10"), strict=True)))
    window.fills({"Færrest i teamet": "1", "Flest i teamet": "2", "Timer om ugen": "5"})
    window.does("Videre", sees="Hvor mange brugere har hver enhed?")
    window.fills({"Modtagelse": "6"})
    window.page.get_by_label("Mette Møller").check()
    window.does("Gem", sees="Ingen er indstillet endnu")


def a_colleague_nominates(window: Window, cast: Cast) -> None:
    window.open_as(cast.bo)
    window.goes_to("Trænere", "Indstil: Trænere til Nord")
    window.fills({"Find en kollega": "anna"})
    window.page.get_by_role("radio", name="Anna Ærø").check()
    window.fills({"Hvorfor?": "Jeg spørger altid her først."})
    window.does("Indstil", sees="Anna Ærø bliver spurgt og bestemmer selv.")


def the_candidate_says_yes(window: Window, anna: Employee) -> None:
    window.open_as(anna)
    window.goes_to("Svar: Vil du være træner i Nord?")
    window.sees("Bo Bang indstillede dig", "Jeg spørger altid her først.")
    window.press("Giv mit svar")
    window.sees("Vælg et svar.")
    window.chooses("Ja, det vil jeg gerne", among="Vil du være træner?")
    window.fills({"Hvor mange timer om ugen passer dig?": "5"})
    window.does("Giv mit svar", sees="Dit svar er gemt.")


def the_leader_releases_time(window: Window, cast: Cast) -> None:
    window.open_as(cast.tove)
    window.goes_to("Svar: Kan Anna Ærø få tid til at være træner?")
    window.sees("Anna vil gerne og ønsker 5 timer om ugen.")
    window.chooses("Ja, disse timer", among="Kan du frigive tid?")
    window.fills({"Før": "2", "Under": "5", "Efter": "1"})
    window.does("Giv mit svar", sees="Dit svar er gemt.")


def the_project_leader_asks_the_colleagues(window: Window, cast: Cast) -> None:
    window.open_as(cast.eva)
    window.goes_to("Trænere", "Åbn Trænere til Nord", "Anna Ærø", "Spørg kollegerne")
    window.sees("3 kolleger i Modtagelse", "Jeg går til Anna, når noget i arbejdet er svært")
    window.does("Spørg dem", sees="3 kolleger er spurgt.")


def a_colleague_answers_unknown(window: Window, cast: Cast) -> None:
    window.open_as(cast.vik)
    window.goes_to("Svar: Hvad siger du om Anna Ærø?")
    window.press("Giv mit svar")
    window.sees("Vælg et tal.")
    for statement, step in (("Jeg går til Anna", "4"), ("Jeg har tillid", "5")):
        window.page.get_by_role("group", name=statement).get_by_role("radio", name=step).check()
    window.does("Giv mit svar", sees="Ingen kan se, at svaret er dit.")
    assert list(PeerAnswer.objects.values_list("turned_to", "trusted")) == [(4, 5)]


def an_assessor_hands_in(window: Window, assessor: Employee, level: str) -> None:
    window.open_as(assessor)
    window.goes_to("Vurdér: Vurdér én kandidat", "Vurdér Anna Ærø")
    window.press("Aflevér")
    window.sees("Noget mangler.", "Vælg et niveau.")
    for name in CRITERIA:
        window.page.get_by_role("group", name=name).get_by_role("radio", name=level).check()
        window.fills({f"Hvad har du set? {name}": f"{assessor.first_name} så en rolig forklaring."})
    window.does("Aflevér", sees="Anna Ærø")


def the_project_leader_sees_nothing_before_the_own_sheet(window: Window, cast: Cast) -> None:
    window.open_as(cast.eva)
    window.goes_to("Trænere", "Åbn Trænere til Nord")
    candidate, round_ = Candidate.objects.get(), Round.objects.get()
    for path in (f"candidates/{candidate.pk}/", f"rounds/{round_.pk}/compare/", f"rounds/{round_.pk}/team/"):
        window.page.goto(f"{window.base}/trainers/{path}")
        window.check()
        assert "Mette så" not in window.page.content()
        assert "heat-4" not in window.page.content()


def the_project_leader_compares_and_moves(window: Window) -> None:
    window.goes_to("Sammenlign personer")
    window.sees("3,5", "Anna Ærø")
    window.page.go_back()
    window.goes_to("Kan og vil")
    window.goes_to("Flyt Anna Ærø")
    window.chooses("Vil ikke endnu", among="Vil")
    window.fills({"Hvorfor ser du det anderledes?": "Har meget at se til."})
    window.does("Flyt", sees="flyttet af Eva Eriksen: Har meget at se til.")


def the_project_leader_decides(window: Window) -> None:
    window.page.goto(f"{window.base}/trainers/rounds/{Round.objects.get().pk}/team/")
    window.does("Sammensæt teams", sees="Anbefalet")
    window.sees("5 af højst 8")
    window.goes_to("Vælg dette team: Anbefalet")
    window.fills({"Hvorfor dette team?": "Anna dækker det hele."})
    window.confirms("Beslut og svar", sees="Besluttet af Eva Eriksen")


def the_candidate_reads_the_letter(window: Window, anna: Employee) -> None:
    window.open_as(anna)
    window.goes_to("Læs: Læs svaret om at være træner i Nord")
    window.sees("Du er træner i Nord", "Du giver teamet: Faglig, Undervisning, Dialog.")
    window.does("Jeg har læst svaret", sees="Læst")
    assert Selection.objects.get().read_at is not None
    window.goes_to("Det er gemt om dig")
    window.sees("Vurdering fra Mette Møller", "Har meget at se til.")
