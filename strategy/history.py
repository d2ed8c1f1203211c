"""What the history page shows of strategies."""

from django.utils.translation import pgettext_lazy

from competence.history import Tracked, show
from strategy.models import Strategy

show(Tracked(Strategy, pgettext_lazy("history", "Strategy"), "unit"))
