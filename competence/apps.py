from django.apps import AppConfig


class CompetenceConfig(AppConfig):
    name = "competence"

    def ready(self) -> None:
        from competence import checks  # noqa: F401, PLC0415 - registers the checks once models are loaded
