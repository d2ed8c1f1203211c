from django.apps import AppConfig


class AnnualCycleConfig(AppConfig):
    name = "annualcycle"

    def ready(self) -> None:
        from annualcycle import emails  # noqa: PLC0415 - needs the models
        from competence.domain import mailings  # noqa: PLC0415

        mailings.KINDS.update(emails.KINDS)
