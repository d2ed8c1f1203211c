"""Documents, law, funding and figures for the committees."""

from datetime import date

from annualcycle.domain import evaluation
from competence.models import LawReference
from strategy.models import BrushUp, Expert, FundRule, Pool
from tests.access.row import Row
from tests.annualcycle import autumn
from tests.annualcycle.january import IN_JANUARY, answered
from tests.cast import Cast

OUTSIDERS = {"sven": "404"}


def _strategy(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": autumn.strategy(cast).pk}, ""


def _strategies(cast: Cast) -> tuple[dict[str, object], str]:
    autumn.strategy(cast)
    return {}, "Børn og Unge</label>"


def _reference(cast: Cast) -> tuple[dict[str, object], str]:
    row = LawReference.objects.get(municipality=cast.nordby, code="barnets lov § 20")
    return {"pk": row.pk}, "Afløser serviceloven § 50."


def _need(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": autumn.need(cast).pk}, ""


def _brush_up(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": BrushUp.objects.create(unit=cast.mod, topic="Frister efter serviceloven § 50").pk}, ""


def _flagged(cast: Cast) -> tuple[dict[str, object], str]:
    BrushUp.objects.create(unit=cast.mod, topic="Frister efter serviceloven § 50")
    return {}, "Frister efter barnets lov § 20"


def _offer(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": autumn.offer(cast).pk}, ""


# Those who run the year of Børn og Unge; Ydelse's manager only their own.
RUN_THE_YEAR = {"mads hanne": "302", **OUTSIDERS}


def _evaluated(cast: Cast) -> tuple[dict[str, object], str]:
    cycle = answered(cast)
    evaluation.save(cycle=cycle, text="Vi talte mere sammen.", changes="", at=IN_JANUARY)
    evaluation.finish(cycle=cycle, by=cast.mads, at=IN_JANUARY)
    return {"pk": cycle.pk}, "Vi talte mere sammen."


def _pack(cast: Cast) -> tuple[dict[str, object], str]:
    return _evaluated(cast)[0], ""


READ_FIGURES = "tove finn mads hanne mette tess"


def _pool(cast: Cast) -> tuple[dict[str, object], str]:
    found = Pool.objects.create(
        municipality=cast.nordby,
        source="Styrelsen",
        title="Tidlig indsats",
        opens_on=date(2026, 10, 1),
        closes_on=date(2026, 12, 1),
    )
    return {"pk": found.pk}, "Tidlig indsats"


def _register(cast: Cast) -> tuple[dict[str, object], str]:
    return {}, _pool(cast)[1]


def _expert(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": Expert.objects.create(municipality=cast.nordby, organisation="VISO", field="Vold").pk}, "VISO"


def _fund_rules(cast: Cast) -> tuple[dict[str, object], str]:
    return {}, "Højst 30.000\u00a0kr. for en person på 12 måneder."


def _fund_rule(cast: Cast) -> tuple[dict[str, object], str]:
    row = FundRule.objects.get(municipality=cast.nordby, code="kompetencefond-ceiling-2022")
    return {"pk": row.pk}, "Loftet er skiftet gennem årene"


WRITERS = "mads ylva hanne"

ROWS = [
    Row("strategy:funding", {WRITERS: "200 sees", "sven": "200"}, setup=_register),
    Row("strategy:pool_new", {WRITERS: "200", "sven": "200"}),
    Row("strategy:pool", {WRITERS: "200 sees", "sven": "404"}, setup=_pool),
    Row("strategy:expert_new", {WRITERS: "200", "sven": "200"}),
    Row("strategy:expert", {WRITERS: "200 sees", "sven": "404"}, setup=_expert),
    Row("strategy:fund_rules", {}, others="200 sees", setup=_fund_rules),
    Row("strategy:fund_rule_new", {"hanne adam": "200", "sven": "200"}),
    Row("strategy:fund_rule", {"hanne adam": "200 sees", "sven": "404"}, setup=_fund_rule),
    Row("year:med_pack", {READ_FIGURES: "200 sees", **OUTSIDERS}, setup=_evaluated),
    Row("year:med_excel", {"tove finn mads hanne": "200", **OUTSIDERS}, setup=_pack, is_file=True),
    Row("year:med_pdf", {READ_FIGURES: "200", **OUTSIDERS}, setup=_pack, is_file=True),
    Row("year:med_hand_on", {"mads": "302", **OUTSIDERS}, method="POST", setup=_evaluated),
    Row("law", {"hanne adam": "200", "sven": "200"}),
    Row("law_new", {"hanne adam": "200", "sven": "200"}),
    Row("law_edit", {"hanne adam": "200 sees", "sven": "404"}, setup=_reference),
    Row("law_radar", {"sven": "200"}, others="200 sees", setup=_flagged),
    Row("law_renew_offer", {"hanne": "302", **OUTSIDERS}, method="POST", setup=_offer),
    Row("strategy:renew_need", RUN_THE_YEAR, method="POST", setup=_need),
    Row("strategy:renew_brush_up", RUN_THE_YEAR, method="POST", setup=_brush_up),
    Row("strategy:export", {"hanne": "200 sees", "sven": "200"}, setup=_strategies),
    Row("strategy:export", {"hanne": "200 sees", "sven": "200"}, method="POST", setup=_strategies),
    Row("strategy:strategy_pdf", OUTSIDERS, others="200", setup=_strategy, is_file=True),
]
