from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CompetenceConfig(AppConfig):
    name = "competence"

    def ready(self) -> None:
        from post_office.signals import email_queued  # noqa: PLC0415 - needs the models

        from competence import checks, emails  # noqa: F401, PLC0415 - registers the checks once models are loaded
        from competence.domain import mailings  # noqa: PLC0415

        autodiscover_modules("retention", "history")
        mailings.KINDS.update(emails.KINDS)
        # What libraries send, as a forgotten password, leaves as soon as our own mail.
        email_queued.connect(mailings.stored_elsewhere)
