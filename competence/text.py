"""Folding of names for sorting and searching, the same in Python and in SQL.

The embedded PostgreSQL has no ICU, so the order of Danish and Swedish letters
is kept in generated columns that sort bytewise.
"""

from django.db.models import F, Func, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Lower, Replace

_ACCENTS = str.maketrans("éèêëáàâãíìîïóòôõúùûüýñç", "eeeeaaaaiiiioooouuuuync")
_UPPER = "ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇ"
_DANISH = str.maketrans("æäøöå", "{{||}")
_SWEDISH = str.maketrans("åäæöø", "{||}}")


def fold(text: str) -> str:
    """`text` in lower case without accents; æ, ø, å, ä and ö stay."""
    return text.lower().translate(_ACCENTS)


def danish_key(text: str) -> str:
    """A key that sorts bytewise in Danish order: … z æ ø å, and aa as å."""
    return fold(text).replace("aa", "å").translate(_DANISH)


def swedish_key(text: str) -> str:
    """A key that sorts bytewise in Swedish order: … z å ä ö."""
    return fold(text).translate(_SWEDISH)


class _Translate(Func):
    function = "TRANSLATE"


def folded(*fields: str) -> Func:
    """The SQL twin of `fold` over `fields`, joined by blanks; immutable, for generated columns."""
    parts: list[Combinable] = [F(fields[0])]
    for field in fields[1:]:
        parts += [Value(" "), F(field)]
    joined = Concat(*parts) if len(parts) > 1 else parts[0]
    # LOWER leaves non-ASCII letters alone under the C locale, so they are translated by hand.
    return _Translate(
        _Translate(Lower(joined), Value(_UPPER), Value(_UPPER.lower())),
        Value("".join(map(chr, _ACCENTS))),
        Value("".join(chr(int(code)) for code in _ACCENTS.values())),
    )


def danish_order(*fields: str) -> Func:
    """The SQL twin of `danish_key`."""
    return _Translate(Replace(folded(*fields), Value("aa"), Value("å")), Value("æäøöå"), Value("{{||}"))


def swedish_order(*fields: str) -> Func:
    """The SQL twin of `swedish_key`."""
    return _Translate(folded(*fields), Value("åäæöø"), Value("{||}}"))
