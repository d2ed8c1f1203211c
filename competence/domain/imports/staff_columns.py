"""The columns of the staff file and the words allowed in them."""

from competence.domain.imports.columns import Column
from competence.domain.imports.values import day, email, one_of, several_of, up_to, weekly_hours, year_of_birth
from competence.models import Employment, Role

_KINDS = {
    **dict.fromkeys(("fast", "tillsvidare", "permanent"), Employment.Kind.PERMANENT),
    **dict.fromkeys(("vikar", "vikariat", "substitute"), Employment.Kind.SUBSTITUTE),
    **dict.fromkeys(
        ("tidsbegrænset", "tidsbegränsad", "visstid", "fixed term", "fixed-term"), Employment.Kind.FIXED_TERM
    ),
}
_STATES = {
    **dict.fromkeys(("aktiv", "active"), "active"),
    **dict.fromkeys(("orlov", "tjänstledig", "tjänstledighet", "leave", "on leave"), "leave"),
}
_TRUSTS = {
    **dict.fromkeys(("tr", "tillidsrepræsentant", "facklig representant", "union representative"), "TR"),
    **dict.fromkeys(("amr", "arbejdsmiljørepræsentant", "skyddsombud", "safety representative"), "AMR"),
    **dict.fromkeys(("amg", "arbejdsmiljøgruppe", "skyddsgrupp", "safety group"), "AMG"),
    **dict.fromkeys(("superbruger", "superanvändare", "super-user", "super user"), "Superbruger"),
}
ROLE_OF_TRUST = {
    "TR": Role.UNION_REPRESENTATIVE,
    "AMR": Role.SAFETY_REPRESENTATIVE,
    "AMG": Role.SAFETY_GROUP,
    "Superbruger": Role.SUPER_USER,
}
TRUST_OF_ROLE: dict[str, str] = {role: trust for trust, role in ROLE_OF_TRUST.items()}
COLUMNS = (
    Column(
        "number",
        ("Medarbejdernr.", "Medarbejdernummer", "Anställningsnr.", "Anställningsnummer", "Employee no.", "Number"),
        up_to(32),
        required=True,
        filled=True,
    ),
    Column("first_name", ("Fornavn", "Förnamn", "First name"), up_to(80), required=True, filled=True),
    Column("last_name", ("Efternavn", "Efternamn", "Last name"), up_to(80), required=True, filled=True),
    Column("email", ("E-mail", "Email", "Mail", "E-post", "E-postadress"), email),
    Column("unit", ("Enhedskode", "Enhed", "Enhetskod", "Unit code", "Unit"), up_to(32), required=True, filled=True),
    Column("job_title", ("Stilling", "Stillingsbetegnelse", "Befattning", "Job title"), up_to(120)),
    Column("profession", ("Faggruppe", "Yrkesgrupp", "Profession"), up_to(120)),
    Column("agreement", ("Overenskomst", "Avtal", "Kollektivavtal", "Agreement"), up_to(120)),
    Column(
        "kind",
        ("Ansættelsesform", "Anställningsform", "Kind of employment"),
        one_of(_KINDS, "Fast, Vikar, Tidsbegrænset"),
    ),
    Column(
        "weekly_hours",
        ("Timer pr. uge", "Ugentlige timer", "Timmar per vecka", "Hours a week", "Weekly hours"),
        weekly_hours,
        filled=True,
        is_number=True,
    ),
    Column("starts_on", ("Ansat fra", "Anställd från", "Employed from"), day, required=True, filled=True, is_date=True),
    Column("ends_on", ("Ansat til", "Anställd till", "Employed until"), day, is_date=True),
    Column("seniority_on", ("Anciennitetsdato", "Anciennitetsdatum", "Seniority from"), day, is_date=True),
    Column("state", ("Status",), one_of(_STATES, "Aktiv, Orlov")),
    Column("birth_year", ("Fødselsår", "Födelseår", "Year of birth"), year_of_birth, is_private=True),
    Column("trusts", ("Hverv", "Uppdrag", "Trusts"), several_of(_TRUSTS, "TR, AMR, AMG, Superbruger")),
)
