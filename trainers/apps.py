from django.apps import AppConfig


class TrainersConfig(AppConfig):
    name = "trainers"

    def ready(self) -> None:
        from competence import calendar
        from competence.domain import mailings
        from trainers import emails, emails_pool, emails_team
        from trainers.queries import calendar as sessions

        mailings.KINDS.update(emails.KINDS | emails_team.KINDS | emails_pool.KINDS)
        calendar.SOURCES.append(sessions.entries_for)
