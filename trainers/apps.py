from django.apps import AppConfig


class TrainersConfig(AppConfig):
    name = "trainers"

    def ready(self) -> None:
        from competence import calendar
        from competence.domain import commitments, mailings
        from trainers import emails, emails_pool, emails_team
        from trainers.domain import load
        from trainers.queries import calendar as sessions

        mailings.KINDS.update(emails.KINDS | emails_team.KINDS | emails_pool.KINDS)
        calendar.SOURCES.append(sessions.entries_for)
        commitments.GUARDS.append(load.Guard())
