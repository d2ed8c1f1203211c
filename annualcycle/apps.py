from django.apps import AppConfig


class AnnualCycleConfig(AppConfig):
    name = "annualcycle"

    def ready(self) -> None:
        from annualcycle import emails, strategy_year  # noqa: PLC0415 - need the models
        from competence.domain import mailings  # noqa: PLC0415
        from strategy import pdf  # noqa: PLC0415

        mailings.KINDS.update(emails.KINDS)
        pdf.YEARS.append(strategy_year.year_of)
