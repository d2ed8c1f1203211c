from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "strategy"

    def ready(self) -> None:
        from competence.domain import mailings  # noqa: PLC0415 - needs the models
        from competence.queries import law  # noqa: PLC0415
        from strategy import emails, radar  # noqa: PLC0415

        mailings.KINDS.update(emails.KINDS)
        law.FINDERS.extend([radar.needs, radar.brush_ups, radar.introductions])
