from django.apps import AppConfig


class AnnualCycleConfig(AppConfig):
    name = "annualcycle"

    def ready(self) -> None:
        from annualcycle import emails, strategy_year
        from annualcycle.queries import calendar as dates
        from competence import calendar
        from competence.domain import mailings
        from strategy import pdf
        from strategy.domain import versions

        mailings.KINDS.update(emails.KINDS)
        calendar.SOURCES.append(dates.entries_for)
        pdf.YEARS.append(strategy_year.year_of)
        versions.DATES.append(strategy_year.dates_of)
