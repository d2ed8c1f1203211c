"""Pages of strategies."""

from django.urls import URLPattern, path

from strategy.views import documents, law, strategies

app_name = "strategy"
urlpatterns: list[URLPattern] = [
    path("", strategies.strategies, name="strategies"),
    path("<int:pk>/", strategies.strategy, name="strategy"),
    path("export/", documents.export, name="export"),
    path("needs/<int:pk>/law/", law.renew_need, name="renew_need"),
    path("brush-ups/<int:pk>/law/", law.renew_brush_up, name="renew_brush_up"),
    path("<int:pk>/pdf/", documents.strategy_pdf, name="strategy_pdf"),
]
