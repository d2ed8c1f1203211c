from django.urls import URLPattern, path

from annualcycle.views import documents, evaluation, fairness, med, orientation, themes

urlpatterns: list[URLPattern] = [
    path("<int:pk>/orientation/", orientation.orientation, name="orientation"),
    path("<int:pk>/orientation/write/", orientation.orientation_write, name="orientation_write"),
    path("<int:pk>/orientation/publish/", orientation.orientation_publish, name="orientation_publish"),
    path("<int:pk>/orientation/pdf/", documents.orientation_pdf, name="orientation_pdf"),
    path("<int:pk>/themes/", themes.themes, name="themes"),
    path("<int:pk>/themes/new/", themes.theme_new, name="theme_new"),
    path("<int:pk>/themes/from/", themes.theme_from, name="theme_from"),
    path("<int:pk>/themes/publish/", themes.themes_publish, name="themes_publish"),
    path("themes/<int:pk>/", themes.theme, name="theme"),
    path("themes/<int:pk>/place/", themes.theme_place, name="theme_place"),
    path("themes/<int:pk>/remove/", themes.theme_remove, name="theme_remove"),
    path("<int:pk>/evaluation/", evaluation.evaluation, name="evaluation"),
    path("<int:pk>/evaluation/write/", evaluation.evaluation_write, name="evaluation_write"),
    path("<int:pk>/evaluation/finish/", evaluation.evaluation_finish, name="evaluation_finish"),
    path("<int:pk>/med/", med.med_pack, name="med_pack"),
    path("<int:pk>/med/pdf/", med.med_pdf, name="med_pdf"),
    path("<int:pk>/med/shares.xlsx", med.med_excel, name="med_excel"),
    path("<int:pk>/med/strategy/", med.med_hand_on, name="med_hand_on"),
    path("centres/<int:unit>/fairness/", fairness.fairness, name="fairness"),
    path("centres/<int:unit>/alike/", fairness.monitor, name="monitor"),
    path("centres/<int:unit>/fairness/<int:pk>/", fairness.fairness_person, name="fairness_person"),
]
