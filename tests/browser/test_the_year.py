"""The whole year in a real browser, from the files of HR to the theme of a staff meeting (sources: S42–S51)."""

from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from time import monotonic, sleep
from zoneinfo import ZoneInfo

import time_machine
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from competence.domain import people, units
from competence.models import Employee, Role, Unit
from config.example import files
from strategy.domain import editing, versions
from tests.browser.people import let_them_press_the_receipt
from tests.browser.window import Window
from tests.services import Inbox

CENTRE = "Center for Børn og Unge"
COURSE, SMALL = "Samtaler med børn og unge", "Førstehjælp"
SHARED, OWN = "Sådan taler vi med børn i skolen", "Diplom i ledelse, grundmodul"
NEED = "3.2.1 Samtaler med børn"
PASSWORD = "en lang og rolig sætning"


@dataclass(frozen=True)
class Windows:
    """The two a person can sit at."""

    desktop: Window
    phone: Window


def test_the_year_from_files_to_themes(
    live_server: LiveServer, page: Page, phone: Page, worker: object, inbox: Inbox
) -> None:
    at = Windows(Window(page, live_server.url), Window(phone, live_server.url))
    # The worker keeps the real time, so files are imported today and the year is the next one.
    year = timezone.localdate().year + 1
    hr_signs_in(at.desktop, the_municipality())
    for kind, name in (("Enheder og ledere", "enheder"), ("Medarbejdere", "medarbejdere"), ("Kurser", "kurser")):
        hr_imports(at.desktop, kind, f"{name}.csv", year)
    the_strategy_is_approved(year)
    with time_machine.travel(noon(year, 6, 1)) as clock:
        the_manager_opens_the_year(at.desktop)
        clock.move_to(noon(year, 8, 20))
        the_leader_invites(at.desktop, inbox, date(year, 9, 1))
        clock.move_to(noon(year, 8, 28))
        the_employee_prepares(at.phone)
        clock.move_to(noon(year, 9, 1))
        the_talk_is_held(at.desktop)
        the_plan_is_written_and_confirmed(at)
        clock.move_to(noon(year, 11, 20))
        the_employee_wishes(at.phone)
        a_colleague_and_the_leader_wish(at.phone)
        the_small_wish_is_agreed(at.desktop)
        clock.move_to(noon(year, 12, 2))
        the_leader_assesses(at.desktop)
        clock.move_to(noon(year, 12, 10))
        the_leadership_group_decides(at.desktop)
        nobody_decides_their_own(at.desktop)
        the_answers_are_released(at.desktop, inbox)
        clock.move_to(noon(year, 12, 11))
        the_employee_reads_the_answer(at.phone)
        the_manager_sees_who_has_read(at.desktop)
        clock.move_to(noon(year + 1, 1, 12))
        the_department_is_informed(at.desktop, year + 1)
        the_theme_is_placed(at.desktop)
        the_employee_sees_both(at.phone)


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))


def person(name: str) -> Employee:
    first, _space, last = name.rpartition(" ")
    return Employee.objects.get(first_name=first, last_name=last)


def the_municipality() -> Employee:
    """Solbjerg as it is handed over: no units and no staff yet, only Alvin of HR."""
    root = units.found_municipality(code="SOL", name="Solbjerg Kommune")
    email = "alvin.hansen@solbjerg.example"
    alvin = people.register(municipality=root, number="101264", first_name="Alvin", last_name="Hansen", email=email)
    people.assign_role(employee=alvin, role=Role.HR, unit=root, starts_on=timezone.localdate())
    alvin.set_password(PASSWORD)
    alvin.save()
    return alvin


def hr_signs_in(window: Window, alvin: Employee) -> None:
    window.page.goto(window.base)
    window.check()
    window.fills({"E-mail": str(alvin.email), "Adgangskode": PASSWORD})
    window.does("Log ind", sees="Der venter ikke noget på dig")


def hr_imports(window: Window, kind: str, name: str, year: int) -> None:
    window.page.get_by_text("Alvin Hansen").first.click()
    window.goes_to("Indlæsninger")
    window.goes_to("Indlæs en fil")
    window.chooses(kind, among="Hvad er der i filen?")
    file = FilePayload(name=name, mimeType="text/csv", buffer=files.content(name, year))
    window.page.get_by_label("Hvilken fil?").set_input_files(file)
    window.does("Tjek filen", sees="Ser det rigtigt ud?")
    window.does("Indlæs filen", sees="Filen er indlæst")


def the_strategy_is_approved(year: int) -> None:
    unit = Unit.objects.get(code="BU")
    drafted = versions.draft(
        unit=unit, title="Strategi for kompetencer", starts_on=date(year, 1, 1), ends_on=date(year + 2, 12, 31)
    )
    editing.add_section(strategy=drafted, number="3", title="Det skal vi kunne", on=date(year - 1, 12, 1))
    section = editing.add_section(
        strategy=drafted, number="3.2", title="Samtaler", text="Vi lytter og forklarer.", on=date(year - 1, 12, 1)
    )
    editing.add_need(
        section=section, facts=editing.NeedFacts("Samtaler med børn", "case_workers"), on=date(year - 1, 12, 1)
    )
    versions.adopt(strategy=drafted, committee="MED-udvalget", on=date(year - 1, 12, 10))


def the_manager_opens_the_year(window: Window) -> None:
    window.open_as(person("Oskar Mortensen"))
    window.goes_to("Årets gang", f"Åbn året: {CENTRE}")
    window.goes_to("Ret: Datoer")
    window.fills({"Alle har fået svar": f"{timezone.localdate().year}-12-18"})
    window.does("Gem", sees="Datoerne er gemt.")
    window.goes_to("Tilføj et kriterium")
    window.fills({"Kriterium": "Teamets balance", "Hvad betyder det?": "Flere i teamet kan det bagefter.", "Vægt": "1"})
    window.does("Gem", sees="Teamets balance")
    window.goes_to("Ret: Budget")
    window.fills({"Årets budget": "50.000", "Gemt til behov i årets løb": "10.000"})
    window.does("Gem", sees="Budgettet er gemt.")
    window.confirms("Offentliggør året", sees=f"Offentliggjort. Alle i {CENTRE} kan læse det nu.")


def the_leader_invites(window: Window, inbox: Inbox, day: date) -> None:
    window.open_as(person("Odeline Mathiesen"))
    window.goes_to("Årets gang", "Samtaler, du holder", "Invitér Sys Bech")
    window.fills({"Dag": str(day), "Klokkeslæt": "10:00", "Hvor?": "Lokale 2.14"})
    window.does("Send invitationen", sees="Lokale 2.14")
    (mail,) = mails_to(inbox, "sys.bech@solbjerg.example", "Forbered din MUS")
    (invitation,) = mail.iter_attachments()
    assert invitation.get_content_type() == "text/calendar"
    assert f"DTSTART;TZID=Europe/Copenhagen:{day:%Y%m%d}T100000" in str(invitation.get_content())


def mails_to(inbox: Inbox, address: str, subject: str) -> list[EmailMessage]:
    """Those mails, when the worker has sent them."""
    deadline = monotonic() + 60
    while not (found := [mail for mail in inbox.to(address) if subject in str(mail["Subject"])]):
        assert monotonic() < deadline, [str(mail["Subject"]) for mail in inbox.mails]
        sleep(0.2)
    return found


def the_employee_prepares(window: Window) -> None:
    window.open_as(person("Sys Bech"))
    window.goes_to("Årets gang", "Din MUS", "Forbered")
    window.fills({"Hvad går godt?": "De første samtaler.", "Hvad skal læres?": "At tale med de yngste børn."})
    window.does("Giv til din leder", sees="givet videre")


def the_talk_is_held(window: Window) -> None:
    window.open_as(person("Odeline Mathiesen"))
    window.goes_to("Årets gang", "Samtaler, du holder", "Sys Bech")
    window.sees("At tale med de yngste børn.")
    window.goes_to("Markér som holdt")
    window.does("Markér som holdt", sees="Holdt den 1. september")


def the_plan_is_written_and_confirmed(at: Windows) -> None:
    leader, employee = at.desktop, at.phone
    leader.goes_to("Åbn planen", "Skriv planen")
    leader.fills({"Hvad aftalte I?": "Sys tager de yngste børn.", "Mål": "Tale med børn under ti år"})
    leader.field("Behov i strategien").select_option(label=NEED)
    leader.does("Gem planen", sees="Tale med børn under ti år")
    leader.does("Bekræft planen", sees="Du har bekræftet. Den anden mangler.")
    employee.open_as(person("Sys Bech"))
    employee.goes_to("Årets gang", "Din plan", "Ret")
    employee.fills({"Hvordan?": "Et kursus og sidemandsoplæring."})
    employee.does("Gem planen", sees="Et kursus og sidemandsoplæring.")
    employee.does("Bekræft planen", sees="Du har bekræftet. Den anden mangler.")
    leader.page.reload()
    leader.does("Bekræft planen", sees="Bekræftet af jer begge.")


def the_employee_wishes(window: Window) -> None:
    window.open_as(person("Sys Bech"))
    for course, price in ((COURSE, "6.400"), (SMALL, "1.100")):
        window.goes_to("Årets gang", "Dine ønsker", "Nyt ønske")
        window.page.get_by_role("textbox", name="Hvilket kursus?").press_sequentially(course)
        window.page.get_by_role("button", name=course).click()
        expect(window.field("Pris")).to_have_value(price)
        window.page.get_by_text("Peg på et behov i strategien").click()
        window.field("Hvilket behov i strategien?").select_option(label=NEED)
        window.fills({"Hvorfor dig, og hvorfor nu?": "Jeg skal tale med de yngste børn fra marts."})
        window.does("Send ønske", sees="Ønsket er sendt.")


def a_colleague_and_the_leader_wish(window: Window) -> None:
    for name, kind, question, title in (
        ("Karl Andersen", "Videndeling", "Hvad handler det om?", SHARED),
        ("Odeline Mathiesen", "Uddannelse", "Hvilken uddannelse?", OWN),
    ):
        window.open_as(person(name))
        window.goes_to("Årets gang", "Dine ønsker", "Nyt ønske")
        window.chooses(kind, among="Hvad slags?")
        if kind == "Uddannelse":
            window.chooses("Enkelte moduler", among="Hvor meget af uddannelsen?")
        window.page.get_by_role("textbox", name=question).fill(title)
        window.fills({"Hvorfor dig, og hvorfor nu?": "Jeg møder opgaven hver uge."})
        window.does("Send ønske", sees="Ønsket er sendt.")


def the_small_wish_is_agreed(window: Window) -> None:
    window.open_as(person("Odeline Mathiesen"))
    window.goes_to("Årets gang", "Ønsker fra dem, du leder", SMALL)
    window.does("Aftal ønsket", sees="I har aftalt ønsket. Sys Bech kan læse det nu.")


def the_leader_assesses(window: Window) -> None:
    window.open_as(person("Odeline Mathiesen"))
    window.goes_to("Vurdér: Vurdér 2 nye ønsker i dit team")
    for after in ("Vurdér ét ønske", "Alt er vurderet"):
        window.chooses("Ja", among="Flugter ønsket med strategien?")
        window.field("Hvilket behov møder det?").select_option(label=NEED)
        window.chooses("4", among="Teamets balance")
        window.press("Gem vurderingen")
        expect(window.heading).to_have_text(after)
        window.check()


def the_leadership_group_decides(window: Window) -> None:
    window.open_as(person("Sten Larsen"))
    window.goes_to("Årets gang", "Ønskerne i december")
    row = {name: window.page.get_by_role("row").filter(has_text=name) for name in (COURSE, SHARED, OWN)}
    row[COURSE].get_by_role("link", name="Mangler").click()
    window.page.get_by_role("menuitem", name="Bevilges").click()
    expect(row[COURSE].get_by_role("link", name="Bevilges")).to_be_visible()
    row[SHARED].get_by_role("link", name="Mangler").press("v")
    expect(row[SHARED].get_by_role("link", name="Videndeling")).to_be_visible()
    row[OWN].get_by_role("link", name="Mangler").press("r")
    expect(row[OWN].get_by_role("link", name="Relevant, ikke i år")).to_be_visible()
    window.sees("7.500 kr.", "32.500 kr.")


def nobody_decides_their_own(window: Window) -> None:
    window.open_as(person("Odeline Mathiesen"))
    window.goes_to("Årets gang", "Ønskerne i december")
    row = window.page.get_by_role("row").filter(has_text=OWN)
    expect(row).to_contain_text("Dit eget ønske")
    expect(row.get_by_role("link", name="Relevant, ikke i år")).to_have_count(0)
    window.goes_to(OWN)
    window.sees("Ønsket er dit eget, så en anden leder afgør det.")


def the_answers_are_released(window: Window, inbox: Inbox) -> None:
    window.open_as(person("Oskar Mortensen"))
    window.goes_to("Årets gang", "Ønskerne i december", "Frigiv svar")
    window.confirms("Frigiv svar", sees="3 svar er frigivet.")
    for address in ("sys.bech", "karl.andersen", "odeline.mathiesen"):
        (mail,) = mails_to(inbox, f"{address}@solbjerg.example", "Læs svaret på dit ønske")
        assert COURSE not in mail.as_string()


def the_employee_reads_the_answer(window: Window) -> None:
    window.open_as(person("Sys Bech"))
    window.goes_to("Årets gang", "Dine ønsker og svar", COURSE)
    # Who has had the answer open for a while has read it.
    window.sees("Kære Sys", "Læst 11.")
    let_them_press_the_receipt(window.page)
    window.open_as(person("Karl Andersen"))
    window.goes_to("Årets gang", "Dine ønsker og svar", SHARED)
    window.press("Jeg har læst svaret")
    window.sees("Læst 11.")


def the_manager_sees_who_has_read(window: Window) -> None:
    window.open_as(person("Oskar Mortensen"))
    window.goes_to("Årets gang", "Ønskerne i december", "Se svarene")
    for title, read in ((COURSE, "Læst"), (SHARED, "Læst"), (OWN, "Ikke læst")):
        row = window.page.get_by_role("row").filter(has_text=title)
        expect(row.get_by_role("cell").last).to_have_text(read)


def the_department_is_informed(window: Window, year: int) -> None:
    window.open_as(person("Oskar Mortensen"))
    window.goes_to("Årets gang", "Det blev bevilget")
    window.fills({"Indledning": "Tak for gode samtaler."})
    window.does("Gem indledningen", sees="Indledningen er gemt.")
    window.confirms("Offentliggør orienteringen", sees="Orienteringen er offentliggjort.")
    window.sees(f"Det skal vi lære i {year}", COURSE, SMALL)


def the_theme_is_placed(window: Window) -> None:
    window.goes_to("Årets gang", "Temaer")
    window.does("Lav et tema: Samtaler med børn", sees="er nu et tema")
    window.page.get_by_text("Flyt: Samtaler med børn").click()
    window.press("Personalemøde")
    expect(window.page.get_by_role("heading", name="Personalemøde 1")).to_be_visible()
    window.confirms("Offentliggør temaerne", sees="Temaerne er offentliggjort.")


def the_employee_sees_both(window: Window) -> None:
    window.open_as(person("Sys Bech"))
    window.goes_to("Årets gang", "Det blev bevilget")
    window.sees("Tak for gode samtaler.", COURSE, SMALL)
    window.goes_to("Se, hvad vi tager op sammen")
    window.sees("Personalemøde", "Samtaler med børn")
