"""Pages of strategies."""

from django.urls import URLPattern, path

from strategy.views import documents, strategies

app_name = "strategy"
urlpatterns: list[URLPattern] = [
    path("", strategies.strategies, name="strategies"),
    path("<int:pk>/", strategies.strategy, name="strategy"),
    path("export/", documents.export, name="export"),
    path("<int:pk>/pdf/", documents.strategy_pdf, name="strategy_pdf"),
]
