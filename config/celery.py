"""The Celery app and everything that happens by the clock.

Queues: `default`, `mail`, and `pdf`, whose worker is recycled because documents take much memory.
Beat's work is idempotent: it may run twice or late.
"""

import os
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

BEAT: dict[str, dict[str, Any]] = {
    "heartbeat": {"task": "config.tasks.heartbeat", "schedule": 60.0, "options": {"expires": 50}},
    # Every commit that stores a mail wakes a sender; this one finds what was missed, and what is to be tried again.
    "send mail": {"task": "competence.tasks.send_mail", "schedule": 60.0, "options": {"expires": 50}},
    # At seven once more, should the worker have died at six.
    "send reminders": {"task": "annualcycle.tasks.send_reminders", "schedule": crontab(hour="6,7", minute=0)},
    "supersede strategies": {"task": "strategy.tasks.supersede_strategies", "schedule": crontab(hour=0, minute=20)},
    "remind of strategies": {"task": "strategy.tasks.remind_of_strategies", "schedule": crontab(hour="6,7", minute=10)},
    "remind of trainers": {"task": "trainers.tasks.remind_of_trainers", "schedule": crontab(hour="6,7", minute=15)},
    "take up imports": {"task": "competence.tasks.take_up_imports", "schedule": 60.0, "options": {"expires": 50}},
    "take up jobs": {"task": "competence.tasks.take_up_jobs", "schedule": 60.0, "options": {"expires": 50}},
    "forget job files": {"task": "competence.tasks.forget_job_files", "schedule": crontab(hour=3, minute=20)},
    "forget imported files": {"task": "competence.tasks.forget_imported_files", "schedule": crontab(hour=3, minute=10)},
    "tell what is due to go": {
        "task": "competence.tasks.tell_what_is_due",
        "schedule": crontab(day_of_month=1, hour="6,7", minute=20),
    },
    "erase what is due": {
        "task": "competence.tasks.erase_what_is_due",
        "schedule": crontab(day_of_month=15, hour=2, minute=30),
    },
    "add newcomers": {"task": "annualcycle.tasks.add_newcomers", "schedule": crontab(hour=4, minute=40)},
    "stop undecided selections": {"task": "trainers.tasks.stop_undecided", "schedule": crontab(hour=4, minute=45)},
    "end mandates": {"task": "trainers.tasks.end_mandates", "schedule": crontab(hour=4, minute=50)},
    "prove budgets": {"task": "annualcycle.tasks.prove_budgets", "schedule": crontab(hour=3, minute=10)},
}

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = BEAT
app.autodiscover_tasks()


@worker_ready.connect
def first_heartbeat(**_: object) -> None:
    """A worker that just started is known to be there before beat's first minute is over."""
    app.send_task("config.tasks.heartbeat")
