from django.apps import AppConfig


class TrainersConfig(AppConfig):
    name = "trainers"

    def ready(self) -> None:
        from competence import calendar  # noqa: PLC0415
        from competence.domain import mailings  # noqa: PLC0415 - needs the models
        from trainers import emails, emails_pool, emails_team  # noqa: PLC0415
        from trainers.queries import calendar as sessions  # noqa: PLC0415

        mailings.KINDS.update(emails.KINDS | emails_team.KINDS | emails_pool.KINDS)
        calendar.SOURCES.append(sessions.entries_for)
