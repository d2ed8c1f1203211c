from django.urls import URLPattern, path

from competence.views import imports as views

urlpatterns: list[URLPattern] = [
    path("imports/", views.imports, name="imports"),
    path("imports/new/", views.import_new, name="import_new"),
    path("imports/<int:pk>/", views.import_run, name="import"),
    path("imports/<int:pk>/confirm/", views.import_confirm, name="import_confirm"),
    path("imports/<int:pk>/give-up/", views.import_give_up, name="import_give_up"),
    path("imports/<int:pk>/faults.csv", views.import_faults, name="import_faults"),
]
