"""Folding of names for sorting and searching, the same in Python and in SQL.

The embedded PostgreSQL has no ICU, so the order of Danish and Swedish letters
is kept in generated columns that sort bytewise.
"""

from collections.abc import Sequence

from django.db.models import Case, F, Func, IntegerField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Length, Lower, Replace
from django.db.models.lookups import Exact

_ACCENTS = str.maketrans("éèêëáàâãíìîïóòôõúùûüýñç", "eeeeaaaaiiiioooouuuuync")
_FOLDED = "ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇéèêëáàâãíìîïóòôõúùûüýñç"
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


class _Bytes(Func):
    function = "OCTET_LENGTH"
    output_field = IntegerField()


def folded(*fields: str) -> Case:
    """The SQL twin of `fold` over `fields`, joined by blanks; immutable, for generated columns."""
    text = _joined(fields)
    return _unless_ascii(text, Lower(text), _folded(text))


def danish_order(*fields: str) -> Case:
    """The SQL twin of `danish_key`."""
    text = _joined(fields)
    full = _Translate(Replace(_folded(text), Value("aa"), Value("å")), Value("æäøöå"), Value("{{||}"))
    return _unless_ascii(text, Replace(Lower(text), Value("aa"), Value(danish_key("å"))), full)


def swedish_order(*fields: str) -> Case:
    """The SQL twin of `swedish_key`."""
    text = _joined(fields)
    return _unless_ascii(text, Lower(text), _Translate(_folded(text), Value("åäæöø"), Value("{||}}")))


def _joined(fields: Sequence[str]) -> Combinable:
    parts: list[Combinable] = [F(fields[0])]
    for field in fields[1:]:
        parts += [Value(" "), F(field)]
    return Concat(*parts) if len(parts) > 1 else parts[0]


def _unless_ascii(text: Combinable, plain: Func, full: Func) -> Case:
    """`full`, or `plain` where there is no letter to translate: TRANSLATE would take longer than the insert itself."""
    return Case(When(Exact(_Bytes(text), Length(text)), then=plain), default=full)


def _folded(text: Combinable) -> Func:
    # LOWER leaves non-ASCII letters alone under the C locale, so they are translated by hand.
    return _Translate(Lower(text), Value(_FOLDED), Value(fold(_FOLDED)))


def typed(text: str) -> str:
    """A text as it is kept: without what no database holds, lines ended as everywhere, no blanks around."""
    return text.replace("\x00", "").replace("\r\n", "\n").strip()
