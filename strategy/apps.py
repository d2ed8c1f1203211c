from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "strategy"

    def ready(self) -> None:
        from competence.domain import mailings, units
        from competence.queries import law
        from strategy import emails, radar
        from strategy.domain import fund_rules

        mailings.KINDS.update(emails.KINDS)
        units.FOUNDED.append(fund_rules.load_shipped)
        law.FINDERS.extend([radar.needs, radar.brush_ups, radar.introductions])
