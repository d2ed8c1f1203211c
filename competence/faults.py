"""What is wrong with a file, in the reader's language."""

from django.utils.text import Truncator
from django.utils.translation import gettext

from competence.strict import Malformed

LONGEST = 300


def told(fault: Malformed) -> str:
    """The place as it stands in the file, and the rule; keys of the file can be long, and no text at all."""
    said = fault.said(gettext(fault.rule)).encode(errors="replace").decode()
    return Truncator(said.replace("\x00", "?")).chars(LONGEST)
