"""The database has what the models name, though one operation of ours made it."""

import pytest
from django.apps import apps
from django.db import connection

OURS = ("competence", "strategy", "trainers", "annualcycle")


def _triggers_of_the_database() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        return {(table, name) for table, name in cursor.fetchall()}


def _triggers_of_the_models() -> set[tuple[str, str]]:
    """Those of proxies, too: they watch the tables between two models, and no creation of a table installs them."""
    models = [model for app in OURS for model in apps.get_app_config(app).get_models(include_auto_created=True)]
    return {
        (model._meta.db_table, trigger.get_pgid(model))
        for model in models
        for trigger in getattr(model._meta, "triggers", ())
    }


@pytest.mark.django_db
def test_every_trigger_that_a_model_names_is_installed() -> None:
    wanted = _triggers_of_the_models()
    assert wanted - _triggers_of_the_database() == set()
    assert ("strategy_need_competences", "pgtrigger_frozen_") in {(table, name[:17]) for table, name in wanted}


@pytest.mark.django_db
def test_no_trigger_is_left_that_no_model_names() -> None:
    assert _triggers_of_the_database() - _triggers_of_the_models() == set()
