"""Rows of staff made cheaper: sort keys, indexes, and the triggers an import does without.

A generated column cannot be altered, so each is made anew.
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Concat, Length, Lower, Replace
from django.db.models.lookups import Exact

from competence.text import _Bytes, _Translate

LETTERS = "ÆØÅÄÖÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÜÝÑÇéèêëáàâãíìîïóòôõúùûüýñç"
FOLDED = "æøåäöeeeeaaaaiiiioooouuuuynceeeeaaaaiiiioooouuuuync"


def _unless_ascii(text, plain, full):
    return Case(When(Exact(_Bytes(text), Length(text)), then=plain), default=full)


def _folded(text):
    return _Translate(Lower(text), Value(LETTERS), Value(FOLDED))


def _danish(text):
    full = _Translate(Replace(_folded(text), Value("aa"), Value("å")), Value("æäøöå"), Value("{{||}"))
    return _unless_ascii(text, Replace(Lower(text), Value("aa"), Value("}")), full)


def _swedish(text):
    return _unless_ascii(text, Lower(text), _Translate(_folded(text), Value("åäæöø"), Value("{||}}")))


def _search(text):
    return _unless_ascii(text, Lower(text), _folded(text))


def _anew(model, name, expression, length):
    """The operations that put a generated column in the place of the one it replaces."""
    field = models.GeneratedField(
        db_persist=True, expression=expression, output_field=models.CharField(db_collation="C", max_length=length)
    )
    return [migrations.RemoveField(model, name), migrations.AddField(model, name, field)]


PERSON = Concat(F("first_name"), Value(" "), F("last_name"))
PERSON_AND_NUMBER = Concat(F("first_name"), Value(" "), F("last_name"), Value(" "), F("number"))


class Migration(migrations.Migration):
    dependencies = [
        ("competence", "0009_tries_of_an_import"),
    ]

    operations = [
        migrations.RemoveIndex("employee", "employee_by_name"),
        *_anew("employee", "sort_name", _danish(PERSON), 170),
        *_anew("employee", "sort_name_sv", _swedish(PERSON), 170),
        *_anew("employee", "search", _search(PERSON_AND_NUMBER), 210),
        migrations.AddIndex("employee", models.Index(fields=["municipality", "sort_name"], name="employee_by_name")),
        *_anew("offer", "sort_title", _danish(F("title")), 210),
        *_anew("offer", "search", _search(Concat(F("title"), Value(" "), F("code"))), 240),
        *_anew("unit", "sort_name", _danish(F("name")), 130),
        *_anew("unitevent", "sort_name", _danish(F("name")), 130),
        migrations.AlterField(
            "employee",
            "municipality",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="competence.unit",
            ),
        ),
        migrations.AlterField(
            "employment",
            "employee",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="employments",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "employment",
            "unit",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="employments",
                to="competence.unit",
            ),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="employee",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="employment",
            name="insert_insert",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (current_setting('kompetence.history', true) IS DISTINCT FROM 'written')",
                    func='INSERT INTO "competence_employeeevent" ("email", "first_name", "id", "is_active", "language", "last_name", "municipality_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."language", NEW."last_name", NEW."municipality_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="2cb6e864a898f25d86f8a5ce625e307e1a4eb80a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_efe0f",
                    table="competence_employee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (current_setting('kompetence.history', true) IS DISTINCT FROM 'written')",
                    func='INSERT INTO "competence_employmentevent" ("agreement", "employee_id", "ends_on", "id", "job_title", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profession", "seniority_on", "starts_on", "unit_id", "weekly_hours") VALUES (NEW."agreement", NEW."employee_id", NEW."ends_on", NEW."id", NEW."job_title", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."profession", NEW."seniority_on", NEW."starts_on", NEW."unit_id", NEW."weekly_hours"); RETURN NULL;',
                    hash="1e3dac98287bec9b2fef979172b17863d57cd314",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3644c",
                    table="competence_employment",
                    when="AFTER",
                ),
            ),
        ),
    ]
