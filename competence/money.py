"""Money in words. Amounts are whole øre everywhere."""

from django.utils.formats import number_format
from django.utils.translation import gettext

NO_BREAK = "\u00a0"


def kroner(ore: int) -> str:
    """Whole øre as kroner: 640000 is `6.400 kr.`; øre are shown only when there are some."""
    decimals = 2 if ore % 100 else 0
    amount = number_format(abs(ore) / 100, decimal_pos=decimals, force_grouping=True)
    sign = "\u2212" if ore < 0 else ""
    return sign + (gettext("DKK %(amount)s") % {"amount": amount}).replace(" ", NO_BREAK)
