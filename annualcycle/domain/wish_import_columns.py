"""The columns of a file of wishes and the words allowed in them."""

from annualcycle.models.decisions import Outcome
from competence.domain.imports.columns import Column
from competence.domain.imports.values import long_text, money, number_between, one_of, up_to, whole

_OUTCOMES = {
    **dict.fromkeys(("bevilget", "beviljat", "beviljad", "granted"), Outcome.GRANTED),
    **dict.fromkeys(("relevant, ikke bevilget", "relevant, inte beviljat", "relevant, not granted"), Outcome.NOT_MET),
    **dict.fromkeys(("uden for strategien", "utanför strategin", "outside the strategy"), Outcome.OUTSIDE),
    **dict.fromkeys(("videndeling", "kunskapsdelning", "knowledge sharing"), Outcome.SHARING),
}
_WORDS = "Bevilget; Relevant, ikke bevilget; Uden for strategien; Videndeling"
SCORES = ("need", "motivation", "retention")
COLUMNS = (
    Column("year", ("År", "Year"), whole(2000, 2100), required=True, filled=True),
    Column(
        "number",
        ("Medarbejdernr.", "Medarbejdernummer", "Anställningsnr.", "Anställningsnummer", "Employee no."),
        up_to(32),
        required=True,
        filled=True,
    ),
    Column("name", ("Navn", "Namn", "Name"), up_to(200)),
    Column("unit", ("Enhedskode", "Enhed", "Enhetskod", "Unit code", "Unit"), up_to(32), required=True, filled=True),
    Column("code", ("Kursuskode", "Kurskod", "Course code"), up_to(32)),
    Column("title", ("Ønske", "Önskemål", "Önskan", "Wish"), up_to(200), required=True, filled=True),
    Column("fee", ("Pris (kr.)", "Pris", "Pris (kr)", "Price"), money, is_number=True),
    Column("days", ("Dage", "Dagar", "Days"), number_between(0, 400, places=1), is_number=True),
    Column("section", ("Strategiafsnit", "Strategiavsnitt", "Strategy section"), up_to(20)),
    Column(
        "why",
        ("Medarbejderens begrundelse", "Begrundelse", "Medarbetarens motivering", "Motivering", "Motivation"),
        long_text,
    ),
    Column("need", ("Behov (1-5)", "Behov", "Need (1-5)", "Need"), whole(0, 5)),
    Column("motivation", ("Motivation (1-5)",), whole(0, 5)),
    Column(
        "retention",
        ("Fastholdelse (1-5)", "Fastholdelse", "Behålla (1-5)", "Retention (1-5)", "Retention"),
        whole(0, 5),
    ),
    Column("outcome", ("Afgørelse", "Beslut", "Decision"), one_of(_OUTCOMES, _WORDS), filled=True),
    Column("remark", ("Bemærkning", "Anmärkning", "Remark"), long_text),
)
