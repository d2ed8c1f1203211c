from django.urls import URLPattern, path

from competence.views import mail

urlpatterns: list[URLPattern] = [
    path("mails/", mail.mails, name="mails"),
    path("mails/<int:pk>/retry/", mail.mail_retry, name="mail_retry"),
]
