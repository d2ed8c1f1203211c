"""Pages of strategies."""

from django.urls import URLPattern, path

from strategy.views import strategies

app_name = "strategy"
urlpatterns: list[URLPattern] = [
    path("", strategies.strategies, name="strategies"),
    path("<int:pk>/", strategies.strategy, name="strategy"),
]
