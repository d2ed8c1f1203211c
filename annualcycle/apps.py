from django.apps import AppConfig


class AnnualCycleConfig(AppConfig):
    name = "annualcycle"

    def ready(self) -> None:
        from annualcycle import emails, strategy_year  # noqa: PLC0415 - need the models
        from annualcycle.queries import calendar as dates  # noqa: PLC0415
        from competence import calendar  # noqa: PLC0415
        from competence.domain import mailings  # noqa: PLC0415
        from strategy import pdf  # noqa: PLC0415

        mailings.KINDS.update(emails.KINDS)
        calendar.SOURCES.append(dates.entries_for)
        pdf.YEARS.append(strategy_year.year_of)
