"""Documents, law, funding and figures for the committees."""

from tests.access.row import Row
from tests.annualcycle import autumn
from tests.cast import Cast

OUTSIDERS = {"sven": "404"}


def _strategy(cast: Cast) -> tuple[dict[str, object], str]:
    return {"pk": autumn.strategy(cast).pk}, ""


def _strategies(cast: Cast) -> tuple[dict[str, object], str]:
    autumn.strategy(cast)
    return {}, "Børn og Unge</label>"


ROWS = [
    Row("strategy:export", {"hanne": "200 sees", "sven": "200"}, setup=_strategies),
    Row("strategy:export", {"hanne": "200 sees", "sven": "200"}, method="POST", setup=_strategies),
    Row("strategy:strategy_pdf", OUTSIDERS, others="200", setup=_strategy, is_file=True),
]
