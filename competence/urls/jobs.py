from django.urls import URLPattern, path

from competence.views import exports, jobs

urlpatterns: list[URLPattern] = [
    path("jobs/", jobs.jobs, name="jobs"),
    path("jobs/<int:pk>/", jobs.job, name="job"),
    path("jobs/<int:pk>/file/", jobs.job_file, name="job_file"),
    path("people.xlsx", exports.people_excel, name="people_excel"),
    path("units.xlsx", exports.units_excel, name="units_excel"),
    path("roles.xlsx", exports.roles_excel, name="roles_excel"),
    path("learning.xlsx", exports.learning_excel, name="learning_excel"),
    path("mails.xlsx", exports.mails_excel, name="mails_excel"),
    path("imports.xlsx", exports.imports_excel, name="imports_excel"),
]
