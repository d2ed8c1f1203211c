from decimal import Decimal

from competence.domain import learning, settings
from competence.models import Role, Rule
from tests import cast as cast_module
from tests.access.row import Row
from tests.cast import Cast

Found = tuple[dict[str, object], str]


def mod(cast: Cast) -> Found:
    return {"pk": cast.mod.pk}, ""


def mod_with_staff(cast: Cast) -> Found:
    return {"pk": cast.mod.pk}, cast.anna.name


def anna(cast: Cast) -> Found:
    return {"pk": cast.anna.pk}, ""


def anna_with_address(cast: Cast) -> Found:
    return {"pk": cast.anna.pk}, "anna@nordby.example"


def leif_who_left(cast: Cast) -> Found:
    return {"pk": cast.leif.pk}, "leif@nordby.example"


def post_of_anna(cast: Cast) -> Found:
    return {"pk": cast.anna.employments.get().pk}, cast.anna.name


def leave_of_orla(cast: Cast) -> Found:
    return {"pk": cast.orla.employments.get().leaves.get().pk}, cast.orla.name


def role_of_tove(cast: Cast) -> Found:
    return {"pk": cast.tove.role_assignments.get(role=Role.TEAM_LEADER).pk}, "Toft"


def deputy_of_tove(cast: Cast) -> Found:
    return {"pk": cast.dan.role_assignments.get().pk}, "Dam"


def rule_of_bu(cast: Cast) -> Found:
    settings.set_rule(
        unit=cast.bu, kind=Rule.Kind.SENIORITY_YEARS, value=3, starts_on=cast_module.START, reason="agreed in MED"
    )
    return {}, "Børn og Unge"


def course_itself(cast: Cast) -> Found:
    facts = learning.OfferFacts("SAM-1", "Samtaler med børn", "Komponent", "course", 640_000, Decimal(2))
    return {"pk": learning.add_offer(municipality=cast.nordby, facts=facts).pk}, facts.title


def course_of_nordby(cast: Cast) -> Found:
    return {}, course_itself(cast)[1]


ROWS: list[Row] = [
    Row("start", {}, others="200"),
    Row("set_language", {"anonymous": "302"}, others="302", method="POST", data={"language": "sv"}),
    Row("units", {"sven": "200"}, others="200 sees", setup=lambda cast: ({}, "Modtagelse")),
    Row("unit", {"sven": "404"}, others="200 sees", setup=mod_with_staff),
    Row("unit_add", {"hanne adam": "200", "sven": "404"}, setup=mod),
    Row("unit_edit", {"hanne adam": "200", "sven": "404"}, setup=mod),
    Row("unit_move", {"hanne adam": "200", "sven": "404"}, setup=mod),
    Row("unit_close", {"hanne adam": "200", "sven": "404"}, setup=mod),
    Row(
        "people",
        {"tove dan finn mads hanne adam": "200 sees", "ylva sven": "200"},
        setup=lambda cast: ({}, cast.anna.name),
    ),
    Row("person_new", {"hanne sven": "200"}),
    Row(
        "person",
        {"anna": "302", "tove dan finn mads hanne adam": "200 sees", "sven": "404"},
        others="200",
        setup=anna_with_address,
    ),
    Row("person", {"hanne adam": "200 sees", "sven": "404"}, setup=leif_who_left),
    Row("person_edit", {"hanne": "200 sees", "sven": "404"}, setup=anna_with_address),
    Row("employment_new", {"hanne": "200", "sven": "404"}, setup=anna),
    Row("employment_end", {"hanne": "200 sees", "sven": "404"}, setup=post_of_anna),
    Row("leave_new", {"hanne": "200 sees", "sven": "404"}, setup=post_of_anna),
    Row("leave_end", {"hanne": "200 sees", "sven": "404"}, setup=leave_of_orla),
    Row("roles", {"hanne adam": "200 sees", "sven": "200"}, setup=lambda cast: ({}, "Tove Toft")),
    Row("role_new", {"hanne adam": "200", "sven": "404"}, setup=anna),
    Row("role_end", {"tove dan hanne adam": "200 sees", "sven": "404"}, setup=deputy_of_tove),
    Row("role_end", {"hanne adam": "200 sees", "sven": "404"}, setup=role_of_tove),
    Row("deputy_new", {"tove hanne adam": "200 sees", "sven": "404"}, setup=role_of_tove),
    Row("me", {}, others="200"),
    Row("my_data", {"tove": "200 sees"}, others="200", setup=lambda cast: ({}, "tove@nordby.example"), is_file=True),
    Row("organisation", {"tove dan finn mads ylva hanne adam sven": "200"}),
    Row("settings", {"hanne adam sven": "200"}),
    Row("words", {"hanne adam sven": "200"}),
    Row("rules", {"hanne adam": "200 sees", "sven": "200"}, setup=rule_of_bu),
    Row("rule_new", {"hanne adam sven": "200"}),
    Row("retention", {"hanne adam sven": "200"}),
    Row("retention_choose", {"hanne adam sven": "302"}, method="POST", data={"by_itself": "yes"}),
    Row("retention_erase", {"hanne adam sven": "302"}, method="POST"),
    Row("accent", {"anonymous": "200"}, others="200", setup=lambda cast: ({"colour": 0x6B1C4A}, ""), shared_cache=True),
    Row("history", {"hanne adam": "200 sees", "sven": "200"}, setup=lambda cast: ({}, cast.anna.name)),
    Row("search", {}, others="200"),
    Row("learning", {"sven": "200"}, others="200 sees", setup=course_of_nordby),
    Row("offer", {"sven": "404"}, others="200 sees", setup=course_itself),
    Row("offer_new", {"hanne sven": "200"}),
    Row("offer_edit", {"hanne": "200 sees", "sven": "404"}, setup=course_itself),
    Row("accessibility", {"anonymous": "200"}, others="200"),
    Row("privacy", {"anonymous": "200"}, others="200"),
]
