"""The file of courses: the catalogue, and who provides what."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from competence.domain.imports.columns import Column, Sheet
from competence.domain.imports.plans import Difference, Kind, Plan, Setting, difference
from competence.domain.imports.values import day, money, number_between, one_of, up_to
from competence.models import Offer, Provider, Unit

_KINDS = {
    **dict.fromkeys(("eksternt kursus", "kursus", "extern kurs", "kurs", "external course", "course"), "course"),
    **dict.fromkeys(("internt kursus", "intern kurs", "internal course"), "internal"),
    **dict.fromkeys(("diplommodul", "diplom", "diploma module", "diploma"), "diploma"),
    "master": "master",
    **dict.fromkeys(("forløb", "uddannelsesforløb", "program", "programme"), "programme"),
    **dict.fromkeys(("temadag", "theme day"), "theme_day"),
    **dict.fromkeys(("konference", "konferens", "conference"), "conference"),
}
_WORDS = "Eksternt kursus, Internt kursus, Diplommodul, Master, Forløb, Temadag, Konference"
_INTERNAL_NAMES = {"internt", "intern", "internal"}
COLUMNS = (
    Column("code", ("Kursuskode", "Kode", "Kurskod", "Course code", "Code"), up_to(32), required=True, filled=True),
    Column("title", ("Titel", "Kursus", "Kurs", "Title"), up_to(200), required=True, filled=True),
    Column("provider", ("Udbyder", "Leverandør", "Arrangör", "Provider"), up_to(120), required=True, filled=True),
    Column("kind", ("Type", "Typ", "Kind"), one_of(_KINDS, _WORDS), required=True, filled=True),
    Column(
        "price",
        ("Pris pr. deltager (kr.)", "Pris (kr.)", "Pris", "Pris per deltagare (kr)", "Price", "Price per participant"),
        money,
        is_number=True,
    ),
    Column("days", ("Dage", "Dagar", "Days"), number_between(0, 400, places=1), is_number=True),
    Column("ects", ("ECTS", "ECTS-point", "Högskolepoäng"), number_between(0, 240, places=1), is_number=True),
    Column("starts_on", ("Starter", "Startdato", "Startar", "Startdatum", "Starts"), day, is_date=True),
    Column(
        "signup_by",
        ("Tilmeldingsfrist", "Sidste tilmelding", "Anmälan senast", "Sign up by"),
        day,
        is_date=True,
    ),
)
_FIELDS = ("title", "provider", "kind", "price", "days", "ects", "starts_on", "signup_by")
_DEFAULTS: Mapping[str, Any] = {"price": 0, "days": Decimal(0), "ects": Decimal(0)}


@dataclass(frozen=True)
class _Line:
    line: int
    code: str
    fields: Mapping[str, Any]


def plan(sheet: Sheet, setting: Setting) -> Plan:
    """Compare the file with the catalogue. Courses missing from the file stay as they are."""
    root = setting.root
    existing = {offer.code: offer for offer in Offer.objects.of_municipality(root).select_related("provider")}
    lines = _lines(sheet)
    made = Plan()
    new: list[_Line] = []
    changed: list[tuple[Offer, _Line]] = []
    for line in lines:
        offer = existing.get(line.code)
        if offer is None:
            made.create(line.line, f"{line.code} {line.fields['title']}")
            new.append(line)
            continue
        found = _differences(sheet, offer, line)
        made.count(line.line, f"{line.code} {offer.title}", found)
        if found:
            changed.append((offer, line))
    made.write = lambda: _write(root, new, changed)
    return made


def _lines(sheet: Sheet) -> list[_Line]:
    first: dict[str, int] = {}
    lines = []
    for index, (line, code) in enumerate(zip(sheet.lines, sheet.values["code"], strict=True)):
        if code and code in first:
            sheet.fault(index, "code", _("Line %(line)s has the same course code.") % {"line": first[code]})
        first.setdefault(code or "", line)
        told = {key: sheet.values[key][index] for key in _FIELDS if sheet.has(key)}
        lines.append(_Line(line, code or "", {**told, **_empty_numbers(told)}))
    return lines


def _empty_numbers(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in _DEFAULTS.items() if key in told and told[key] is None}


def _differences(sheet: Sheet, offer: Offer, line: _Line) -> list[Difference]:
    found: list[Difference] = []
    for key, after in line.fields.items():
        before: Any = offer.provider.name if key == "provider" else getattr(offer, key)
        if key == "kind" and before != after and after:
            found.append(Difference(sheet.headings[key], offer.get_kind_display(), str(Offer.Kind(after).label)))
        elif key == "price" and before != after:
            found.append(Difference(sheet.headings[key], f"{before / 100:.2f}", f"{after / 100:.2f}"))
        elif key != "kind":
            found += difference(sheet.headings[key], before, after)
    return found


def _write(root: Unit, new: list[_Line], changed: list[tuple[Offer, _Line]]) -> None:
    names = {line.fields["provider"] for line in new} | {line.fields["provider"] for _offer, line in changed}
    providers = _providers(root, names)
    Offer.objects.bulk_create(
        Offer(
            municipality=root,
            code=line.code,
            **{**_DEFAULTS, **line.fields, "provider": providers[line.fields["provider"]]},
        )
        for line in new
    )
    for offer, line in changed:
        for key, value in line.fields.items():
            setattr(offer, key, providers[value] if key == "provider" else value)
    Offer.objects.bulk_update([offer for offer, _line in changed], _FIELDS)


def _providers(root: Unit, names: set[str]) -> dict[str, Provider]:
    there = {provider.name: provider for provider in Provider.objects.filter(municipality=root, name__in=names)}
    made = Provider.objects.bulk_create(
        Provider(municipality=root, name=name, is_internal=name.casefold() in _INTERNAL_NAMES)
        for name in sorted(names - there.keys())
    )
    return there | {provider.name: provider for provider in made}


COURSES = Kind(COLUMNS, plan)
