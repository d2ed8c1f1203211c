"""What spans all apps: settings, addresses, services, start page."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
