from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "strategy"

    def ready(self) -> None:
        from competence.queries import law  # noqa: PLC0415 - needs the models
        from strategy import radar  # noqa: PLC0415

        law.FINDERS.extend([radar.needs, radar.brush_ups])
