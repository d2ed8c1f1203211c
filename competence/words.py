"""The words a municipality may replace with its own (source: X04)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.models import Municipality

# key → (the product's own word, what it stands for)
WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "mus": (pgettext_lazy("word", "MUS"), _("The yearly talk between an employee and their leader")),
    "lus": (pgettext_lazy("word", "LUS"), _("The yearly talk between a leader and their own leader")),
    "grus": (pgettext_lazy("word", "GRUS"), _("A talk held with a group")),
    "tus": (pgettext_lazy("word", "TUS"), _("A talk held with a team")),
    "plan": (pgettext_lazy("word", "development plan"), _("What both agreed on in the talk")),
    "wish": (pgettext_lazy("word", "wish"), _("Something an employee wants to learn")),
    "strategy": (pgettext_lazy("word", "competence strategy"), _("What the unit needs to be able to do")),
    "team_leader": (pgettext_lazy("word", "team leader"), _("Leads a team")),
    "manager": (pgettext_lazy("word", "manager"), _("Leads a centre")),
    "leadership_group": (pgettext_lazy("word", "leadership group"), _("Decides the wishes together")),
    "theme": (pgettext_lazy("word", "theme"), _("A subject taken up together")),
}


def own_words(settings: Municipality | None) -> dict[str, str]:
    """The municipality's own words by key; asked for once for each settings row that was loaded."""
    if settings is None:
        return {}
    known: dict[str, str] | None = settings.__dict__.get("_own_words")
    if known is None:
        known = settings.__dict__["_own_words"] = dict(settings.terms.values_list("key", "text"))
    return known


def word(key: str, settings: Municipality | None) -> str:
    """The municipality's word for `key`, else the product's own. KeyError for a key that is not among `WORDS`."""
    return own_words(settings).get(key) or str(WORDS[key][0])
