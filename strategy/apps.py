from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "strategy"

    def ready(self) -> None:
        from competence.domain import mailings
        from competence.queries import law
        from strategy import emails, radar

        mailings.KINDS.update(emails.KINDS)
        law.FINDERS.extend([radar.needs, radar.brush_ups, radar.introductions])
