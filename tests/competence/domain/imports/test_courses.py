"""The file of courses fills the catalogue."""

from datetime import date
from decimal import Decimal

import pytest

from competence.models import Offer, Provider
from tests.competence.domain.imports.files import counts, faults, load, ship

pytestmark = pytest.mark.django_db
HEADER = "Kursuskode;Titel;Udbyder;Type;Pris pr. deltager (kr.);Dage;ECTS;Starter;Tilmeldingsfrist\n"


@pytest.fixture(autouse=True)
def _units() -> None:
    ship("units", "enheder.csv")


def test_the_shipped_file_arrives_whole_and_twice_changes_nothing() -> None:
    assert counts(ship("courses", "kurser.csv")) == (24, 24, 0, 0)
    offer = Offer.objects.get(code="JUR-2")
    assert (offer.price, offer.days, offer.kind, offer.provider.is_internal, offer.starts_on) == (
        0,
        Decimal("0.5"),
        Offer.Kind.INTERNAL,
        True,
        date(2027, 2, 26),
    )
    assert Offer.objects.get(code="DIP-SOC").price == 1_450_000
    assert counts(ship("courses", "kurser.csv")) == (24, 0, 0, 24)


def test_changes_are_told_field_by_field() -> None:
    load("courses", HEADER + "A;Et;VIA;Eksternt kursus;1.000,00;1;0;;\n")
    report = load("courses", HEADER + "A;Et;UCN;Temadag;1.200,50;1;0;;\n")
    assert [(d.field, d.before, d.after) for d in report.changed[0].differences] == [
        ("Udbyder", "VIA", "UCN"),
        ("Type", "external course", "theme day"),
        ("Pris pr. deltager (kr.)", "1000.00", "1200.50"),
    ]
    offer = Offer.objects.get()
    assert (offer.provider, offer.price) == (Provider.objects.get(name="UCN"), 120_050)


def test_english_numbers_are_understood() -> None:
    load("courses", 'Code,Title,Provider,Kind,Price,Days\nA,One,VIA,course,"8,900.00",0.5\n')
    assert (Offer.objects.get().price, Offer.objects.get().days) == (890_000, Decimal("0.5"))


def test_faults_name_line_and_column() -> None:
    rows = "A;Et;VIA;Eksternt kursus;-1;1;0;;\nA;;VIA;Rejse;1;1;0;;32-01-2027\n"
    assert faults(load("courses", HEADER + rows)) == [
        (2, "Pris pr. deltager (kr.)"),
        (3, "Kursuskode"),
        (3, "Titel"),
        (3, "Type"),
        (3, "Tilmeldingsfrist"),
    ]
    assert Offer.objects.count() == 0
