"""A strategy in a real browser: written by two at once, heard, before MED, in force, the next (sources: S01–S03)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from competence.models import ExportLog
from strategy import pdf
from strategy.models import Section, Strategy
from tests import cast as cast_module
from tests.browser.contexts import PHONE, open_context
from tests.browser.window import Window
from tests.cast import Cast
from tests.processes import eventually
from tests.services import Inbox

COMMENT = "Får vi tid til at øve os?"
ANSWER = "Ja, en time om måneden."
PROBLEM, HELP = "Børn kommer for sent til orde", "Lære at tale med små børn"
MINE, THEIRS = "Annas linje om at lytte.", "Toves linje om at forklare."


@dataclass(frozen=True)
class Windows:
    """Two who write at the same time, one of them on a phone."""

    desktop: Window
    phone: Window


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.fixture
def at(live_server: LiveServer, page: Page, chromium: Browser) -> Iterator[Windows]:
    context = open_context(chromium, viewport=PHONE, has_touch=True)
    yield Windows(Window(page, live_server.url), Window(context.new_page(), live_server.url))
    context.close()


def test_the_way_of_a_strategy(at: Windows, worker: object, inbox: Inbox) -> None:
    with time_machine.travel(noon(2026, 10, 15)) as clock:
        cast = cast_module.build()
        the_manager_begins_from_the_example(at.desktop, cast)
        the_working_group_is_named(at.desktop)
        two_write_at_once(at, cast)
        what_would_help_becomes_a_need(at.desktop, cast)
        the_hearing_opens(at.desktop, cast, inbox)
        a_colleague_comments(at.phone, cast)
        clock.move_to(noon(2026, 11, 2))
        the_group_answers(at.phone, cast)
        it_comes_before_med(at.desktop, cast)
        clock.move_to(noon(2026, 11, 20))
        med_approves(at.desktop, cast)
        clock.move_to(noon(2027, 1, 4))
        an_employee_reads_what_is_for_them(at.phone, cast)
        the_next_version_differs(at.desktop, cast)
        hr_takes_it_out(at.desktop, cast)


def the_manager_begins_from_the_example(window: Window, cast: Cast) -> None:
    window.open_as(cast.mads)
    window.goes_to("Strategi", "Begynd en version")
    window.does("Begynd fra eksemplet", sees="Et udkast. Kun du, arbejdsgruppen og HR kan se det.")
    window.sees("Der er ingen leder i arbejdsgruppen.", "3.10", "TR, AMR og arbejdsmiljøgruppen")


def the_working_group_is_named(window: Window) -> None:
    window.goes_to("Ret: Arbejdsgruppe")
    for name, part in (("Tove", "Leder"), ("Anna", "Medarbejder")):
        window.fills({"Find en person": name})
        window.page.get_by_role("radio", name=part).check()
        window.page.get_by_role("button", name=name).filter(has_text="Tilføj").click()
        expect(window.page.get_by_role("button", name=f"Fjern {name}")).to_be_visible()
    window.check()


def two_write_at_once(at: Windows, cast: Cast) -> None:
    """Each saves as one types; the second sees that the first did, and both texts are kept."""
    section = Section.objects.get(number="3.2")
    for window, person in ((at.desktop, cast.tove), (at.phone, cast.anna)):
        window.open_as(person)
        window.page.goto(f"{window.base}/strategy/sections/{section.pk}/")
        window.sees("Samtaler")
    at.phone.field("Tekst").fill(MINE)
    at.phone.sees("Gemt kl.")
    expect(at.desktop.page.get_by_text("Anna Ærø skriver også i dette afsnit.")).to_be_visible()
    at.desktop.field("Tekst").fill(THEIRS)
    at.desktop.sees("En anden gemte, mens du skrev. Din tekst er gemt. Se begge")
    at.desktop.press("En anden gemte, mens du skrev. Din tekst er gemt. Se begge")
    at.desktop.sees("To tekster, ét afsnit", MINE, THEIRS)
    at.desktop.field("Eller én tekst af begge").fill(f"{MINE}\n\n- {THEIRS}")
    at.desktop.does("Gem teksten af begge", sees="Afsnittet er gemt. Den anden tekst ligger i historikken.")
    at.desktop.goes_to("Tidligere tekster")
    at.desktop.sees("lagt til side, afklaret")
    section.refresh_from_db()
    assert section.text == f"{MINE}\n\n- {THEIRS}"


def what_would_help_becomes_a_need(window: Window, cast: Cast) -> None:
    window.open_as(cast.tove)
    window.goes_to("Strategi", "Løsningstræer", "Begynd med et problem")
    window.fills(
        {"Hvad er problemet?": PROBLEM, "Hvad vil I nå?": "Alle er hørt.", "Hvordan arbejder I": "Vi spørger."}
    )
    window.does("Fortsæt til årsagerne", sees=PROBLEM)
    window.goes_to("Tilføj en årsag")
    window.fills({"Hvorfor er det sådan?": "Få har lært det"})
    window.does("Gem", sees="Få har lært det")
    window.goes_to("Hvad hjælper?: Få har lært det")
    window.fills({"Hvad ville hjælpe?": HELP})
    window.does("Gem", sees=HELP)
    window.goes_to(f"Gør det til et behov: {HELP}")
    window.chooses("Skriv det som et behov", among="Hvordan?")
    window.field("I hvilket afsnit?").select_option(label="Børn og Unge 3.2 Samtaler")
    window.goes_to("Fortsæt")
    window.does("Gem behovet", sees="Træet fører nu til behovet, og behovet til træet.")


def the_hearing_opens(window: Window, cast: Cast, inbox: Inbox) -> None:
    window.open_as(cast.mads)
    window.goes_to("Skriv videre: Skriv strategien for Børn og Unge", "Send i høring")
    window.fills({"Medarbejderne kommenterer fra": "2026-10-15", "Til": "2026-10-30"})
    window.does("Åbn høringen", sees="Høringen er åben. Alle i enheden får en mail.")
    assert eventually(lambda: bool(inbox.to("bo@nordby.example")), 60), "the worker sends by SMTP"
    assert "strategi" in str(inbox.to("bo@nordby.example")[0]["Subject"])


def a_colleague_comments(window: Window, cast: Cast) -> None:
    window.open_as(cast.bo)
    window.goes_to("Læs og kommentér: Sig, hvad du mener om strategien")
    window.page.get_by_text("Kommentér 3.2").click()
    window.fills({"Hvad mener du om dette afsnit?": COMMENT})
    window.does("Send kommentaren", sees="Din kommentar er hos arbejdsgruppen.")


def the_group_answers(window: Window, cast: Cast) -> None:
    window.open_as(cast.anna)
    window.goes_to("Svar: Svar på kommentarerne til strategien for Børn og Unge")
    window.sees(COMMENT)
    window.fills({"Svar til Bo Bang": ANSWER})
    window.does("Send svaret", sees="Alle er besvaret.")


def it_comes_before_med(window: Window, cast: Cast) -> None:
    window.open_as(cast.mads)
    window.goes_to("Sæt den på dagsordenen: Sæt strategien for Børn og Unge på i MED")
    window.fills({"Hvilket udvalg?": "Center-MED", "Hvornår mødes det?": "2026-11-18", "Punkt": "Punkt 4"})
    window.does("Sæt den på dagsordenen", sees="Strategien er sat på i MED.")


def med_approves(window: Window, cast: Cast) -> None:
    window.open_as(cast.mette)
    window.goes_to("Skriv det: Skriv, hvad MED sagde om strategien for Børn og Unge")
    window.chooses("Godkendt", among="Hvad sagde MED?")
    window.fills({"Hvor i referatet?": "Referat 18. november, punkt 4"})
    window.does("Skriv det", sees="Strategien er godkendt og låst. Alle kan læse den.")
    strategy = Strategy.objects.get()
    assert (strategy.state, strategy.approved_on) == ("approved", date(2026, 11, 18))


def an_employee_reads_what_is_for_them(window: Window, cast: Cast) -> None:
    window.open_as(cast.anna)
    window.goes_to("Strategi")
    window.goes_to("Børn og Unge")
    window.sees("Hvad betyder den for dig?", "gælder dig", MINE, HELP)
    window.goes_to(f"Fra træet “{PROBLEM}”")
    window.sees("version 1 (godkendt)", "Ønsker, der kommer fra træet")


def the_next_version_differs(window: Window, cast: Cast) -> None:
    window.open_as(cast.mads)
    window.goes_to("Strategi", "Begynd en version")
    window.does("Kopiér den", sees="Et udkast.")
    window.goes_to("Samtaler")
    window.field("Tekst").fill(f"{MINE} Spørg også.")
    window.does("Gem og luk", sees="Mads Madsen")
    window.goes_to("Ændringer siden sidste version")
    expect(window.page.locator("ins").first).to_contain_text("Spørg også.")
    expect(window.page.locator("del").first).to_contain_text("Toves linje")
    window.sees("1 afsnit er ændret.")


def hr_takes_it_out(window: Window, cast: Cast) -> None:
    """The real worker makes the document; the one in force is taken, not the next draft."""
    window.open_as(cast.hanne)
    window.goes_to("Strategi", "Hent ud")
    window.sees("Børn og Unge")
    window.does("Lav dokumenterne", sees="1 dokument er samlet i én fil.")
    with window.page.expect_download() as fetched:
        window.press("Hent filen")
    with ZipFile(fetched.value.path()) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    in_force = Strategy.objects.select_related("unit__municipality").get(version=1)
    assert content == {"boern-og-unge-bu-version-1.pdf": pdf.strategy(in_force, language="da")}
    log = ExportLog.objects.get()
    assert (log.what, log.rows, log.made_by) == ("Strategier 2027", 1, cast.hanne)
