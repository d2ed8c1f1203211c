from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CompetenceConfig(AppConfig):
    name = "competence"

    def ready(self) -> None:
        from post_office.signals import email_queued

        from competence import checks, emails  # noqa: F401 - registers the checks once models are loaded
        from competence.domain import mailings

        autodiscover_modules("retention", "history")
        mailings.KINDS.update(emails.KINDS)
        # What libraries send, as a forgotten password, leaves as soon as our own mail.
        email_queued.connect(mailings.stored_elsewhere)
