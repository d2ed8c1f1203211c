"""The words a municipality may replace with its own (source: X04).

Whatever shows one of them reads it here: labels of choices by `own`, sentences by `word`, templates by
`{% term "mus" %}`. A request speaks its reader's words, a mail or a job those of whom it is for.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.functional import Promise, lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# key → (the product's own word, what it stands for)
WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "mus": (pgettext_lazy("talk", "employee talk"), _("The yearly talk between an employee and their leader")),
    "lus": (pgettext_lazy("talk", "leader talk"), _("The yearly talk between a leader and their own leader")),
    "grus": (pgettext_lazy("talk", "group talk"), _("A talk held with a group")),
    "tus": (pgettext_lazy("talk", "team talk"), _("A talk held with a team")),
    "plan": (pgettext_lazy("word", "development plan"), _("What both agreed on in the talk")),
    "strategy": (pgettext_lazy("word", "strategy"), _("What the unit needs to be able to do")),
    "team_leader": (pgettext_lazy("role", "team leader"), _("Leads a team")),
    "manager": (pgettext_lazy("role", "manager"), _("Leads a centre")),
    "leadership_group": (pgettext_lazy("role", "leadership group"), _("Decides the wishes together")),
    "the_leadership_group": (
        pgettext_lazy("word", "the leadership group"),
        _("The same in a sentence: “… decides the wishes together”"),
    ),
    "the_complaints_office": (
        pgettext_lazy("word", "the HR department"),
        _("Where one complains about a formal decision, as in “Write to …”"),
    ),
    "trainers": (pgettext_lazy("word", "trainers"), _("Those who train colleagues, in the plural")),
}

_NONE: Mapping[str, str] = {}
_spoken: ContextVar[Mapping[str, str]] = ContextVar("words", default=_NONE)


@contextmanager
def speaking(words: Mapping[str, str]) -> Iterator[None]:
    """Inside, `words` stand for the product's own; what `speak` chose in between ends here too."""
    token = _spoken.set(words)
    try:
        yield
    finally:
        _spoken.reset(token)


def speak(words: Mapping[str, str]) -> None:
    """`words` from now on, until the `speaking` around it ends."""
    _spoken.set(words)


def word(key: str) -> str:
    """The word spoken for `key`, else the product's own. KeyError for a key that is not among `WORDS`."""
    return _spoken.get().get(key) or str(WORDS[key][0])


def heading(key: str) -> str:
    """`word` as it begins a heading or a sentence."""
    return capfirst(word(key))


def sentence(text: str | Promise, **values: object) -> str:
    """`text` with the words it names in braces, as `{the_leadership_group}`, and with `values`; a capital first."""
    return capfirst(str(text).format(**{key: word(key) for key in WORDS}, **values))


# As `gettext_lazy`: read when they are shown.
own = lazy(word, str)
own_heading = lazy(heading, str)
own_sentence = lazy(sentence, str)
