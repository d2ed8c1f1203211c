from django.apps import AppConfig


class TrainersConfig(AppConfig):
    name = "trainers"

    def ready(self) -> None:
        from competence.domain import mailings  # noqa: PLC0415 - needs the models
        from trainers import emails, emails_team  # noqa: PLC0415

        mailings.KINDS.update(emails.KINDS | emails_team.KINDS)
