from django.urls import URLPattern, path

from annualcycle.views import documents, exports

urlpatterns: list[URLPattern] = [
    path("<int:pk>/files/", exports.downloads, name="downloads"),
    path("<int:pk>/files/pdf/", documents.year_pdfs, name="year_pdfs"),
    path("<int:pk>/talks.xlsx", exports.talks_excel, name="talks_excel"),
    path("<int:pk>/progress.xlsx", exports.progress_excel, name="progress_excel"),
    path("<int:pk>/wishes.xlsx", exports.wishes_excel, name="wishes_excel"),
    path("<int:pk>/december.xlsx", exports.board_excel, name="board_excel"),
    path("<int:pk>/answers.xlsx", exports.answers_excel, name="answers_excel"),
    path("<int:pk>/during-the-year.xlsx", exports.ad_hoc_excel, name="ad_hoc_excel"),
    path("<int:pk>/orientation.xlsx", exports.orientation_excel, name="orientation_excel"),
    path("<int:pk>/themes.xlsx", exports.themes_excel, name="themes_excel"),
    path("<int:pk>/evaluation.xlsx", exports.evaluation_excel, name="evaluation_excel"),
    path("centres/<int:unit>/fairness.xlsx", exports.fairness_excel, name="fairness_excel"),
    path("plans/<int:pk>/pdf/", documents.plan_pdf, name="plan_pdf"),
]
