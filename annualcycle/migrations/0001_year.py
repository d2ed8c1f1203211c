from decimal import Decimal

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import competence.migrating


class Migration(migrations.Migration):
    replaces = [
        ("annualcycle", "0001_initial"),
        ("annualcycle", "0002_leader_view"),
        ("annualcycle", "0003_proposals"),
        ("annualcycle", "0004_follow_up"),
    ]

    initial = True

    dependencies = [
        ("competence", "0002_core"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("strategy", "0001_strategies"),
    ]

    operations = [
        competence.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Cycle",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="cycles", to="competence.unit"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("talks_open_on", models.DateField(verbose_name="talks open")),
                        ("talks_close_on", models.DateField(verbose_name="talks close")),
                        ("wishes_due_on", models.DateField(verbose_name="wishes due")),
                        ("decide_on", models.DateField(verbose_name="decision meeting")),
                        ("feedback_by", models.DateField(verbose_name="answers given by")),
                        ("orientation_on", models.DateField(verbose_name="department informed")),
                        ("evaluate_on", models.DateField(verbose_name="evaluation")),
                        ("process", models.TextField(blank=True, verbose_name="how wishes are decided")),
                        (
                            "threshold_amount",
                            models.PositiveIntegerField(default=500000, verbose_name="decided in December from"),
                        ),
                        (
                            "threshold_days",
                            models.DecimalField(
                                decimal_places=1, default=3, max_digits=4, verbose_name="or from this many days"
                            ),
                        ),
                        (
                            "seniority_years",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="years of service before formal education"
                            ),
                        ),
                        (
                            "substitute_months",
                            models.PositiveSmallIntegerField(
                                default=12, verbose_name="months before external courses, substitutes"
                            ),
                        ),
                        (
                            "grants_per_person",
                            models.PositiveSmallIntegerField(
                                blank=True, default=2, null=True, verbose_name="grants for one person"
                            ),
                        ),
                        (
                            "is_history",
                            models.BooleanField(
                                default=False, help_text="Made from a file of an earlier year's decisions."
                            ),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "released_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("themes_published_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "themes_published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("evaluated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "evaluated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coverage_bonus",
                            models.PositiveSmallIntegerField(default=0, verbose_name="points for each need covered"),
                        ),
                        (
                            "first_grant_bonus",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="points for a person’s first grant"
                            ),
                        ),
                        (
                            "history_points",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="points for each year a wish was not met"
                            ),
                        ),
                        (
                            "history_years",
                            models.PositiveSmallIntegerField(default=3, verbose_name="years that such a wish counts"),
                        ),
                        (
                            "team_amount",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="amount for one team at most"
                            ),
                        ),
                        (
                            "team_grants",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="grants that each team has at least"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "year",
                        "ordering": ["-year", "unit"],
                        "constraints": [
                            models.UniqueConstraint(fields=("unit", "year"), name="one_cycle_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("talks_open_on__lt", models.F("talks_close_on")),
                                    ("talks_close_on__lte", models.F("wishes_due_on")),
                                    ("wishes_due_on__lt", models.F("decide_on")),
                                    ("decide_on__lte", models.F("feedback_by")),
                                    ("feedback_by__lt", models.F("orientation_on")),
                                    ("orientation_on__lt", models.F("evaluate_on")),
                                ),
                                name="cycle_dates_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at__isnull", True), ("published_by__isnull", True)),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        models.Q(
                                            ("published_by__isnull", False), ("is_history", True), _connector="OR"
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="cycle_published_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("released_at__isnull", True), ("released_by__isnull", True)),
                                    models.Q(
                                        ("released_at__isnull", False),
                                        models.Q(("released_by__isnull", False), ("is_history", True), _connector="OR"),
                                    ),
                                    _connector="OR",
                                ),
                                name="cycle_released_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("themes_published_at__isnull", True), ("themes_published_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("themes_published_at__isnull", False),
                                        models.Q(
                                            ("themes_published_by__isnull", False),
                                            ("is_history", True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="cycle_themes_published_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("evaluated_at__isnull", True), ("evaluated_by__isnull", True)),
                                    models.Q(
                                        ("evaluated_at__isnull", False),
                                        models.Q(
                                            ("evaluated_by__isnull", False), ("is_history", True), _connector="OR"
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="cycle_evaluated_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("released_at__isnull", True), ("published_at__isnull", False), _connector="OR"
                                ),
                                name="release_after_publication",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("evaluated_at__isnull", True), ("released_at__isnull", False), _connector="OR"
                                ),
                                name="evaluation_after_release",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_cycleevent" ("coverage_bonus", "decide_on", "evaluate_on", "evaluated_at", "evaluated_by_id", "feedback_by", "first_grant_bonus", "grants_per_person", "history_points", "history_years", "id", "is_history", "orientation_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process", "published_at", "published_by_id", "released_at", "released_by_id", "seniority_years", "substitute_months", "talks_close_on", "talks_open_on", "team_amount", "team_grants", "themes_published_at", "themes_published_by_id", "threshold_amount", "threshold_days", "unit_id", "wishes_due_on", "year") VALUES (NEW."coverage_bonus", NEW."decide_on", NEW."evaluate_on", NEW."evaluated_at", NEW."evaluated_by_id", NEW."feedback_by", NEW."first_grant_bonus", NEW."grants_per_person", NEW."history_points", NEW."history_years", NEW."id", NEW."is_history", NEW."orientation_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."process", NEW."published_at", NEW."published_by_id", NEW."released_at", NEW."released_by_id", NEW."seniority_years", NEW."substitute_months", NEW."talks_close_on", NEW."talks_open_on", NEW."team_amount", NEW."team_grants", NEW."themes_published_at", NEW."themes_published_by_id", NEW."threshold_amount", NEW."threshold_days", NEW."unit_id", NEW."wishes_due_on", NEW."year"); RETURN NULL;',
                                    hash="93245e92aa22d9d90a20dd1b5db06a4626ed0cfa",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9618c",
                                    table="annualcycle_cycle",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_cycleevent" ("coverage_bonus", "decide_on", "evaluate_on", "evaluated_at", "evaluated_by_id", "feedback_by", "first_grant_bonus", "grants_per_person", "history_points", "history_years", "id", "is_history", "orientation_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process", "published_at", "published_by_id", "released_at", "released_by_id", "seniority_years", "substitute_months", "talks_close_on", "talks_open_on", "team_amount", "team_grants", "themes_published_at", "themes_published_by_id", "threshold_amount", "threshold_days", "unit_id", "wishes_due_on", "year") VALUES (NEW."coverage_bonus", NEW."decide_on", NEW."evaluate_on", NEW."evaluated_at", NEW."evaluated_by_id", NEW."feedback_by", NEW."first_grant_bonus", NEW."grants_per_person", NEW."history_points", NEW."history_years", NEW."id", NEW."is_history", NEW."orientation_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."process", NEW."published_at", NEW."published_by_id", NEW."released_at", NEW."released_by_id", NEW."seniority_years", NEW."substitute_months", NEW."talks_close_on", NEW."talks_open_on", NEW."team_amount", NEW."team_grants", NEW."themes_published_at", NEW."themes_published_by_id", NEW."threshold_amount", NEW."threshold_days", NEW."unit_id", NEW."wishes_due_on", NEW."year"); RETURN NULL;',
                                    hash="971ba6504e281172b0fea06e3e305bd6d6aa170f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_419a7",
                                    table="annualcycle_cycle",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_cycleevent" ("coverage_bonus", "decide_on", "evaluate_on", "evaluated_at", "evaluated_by_id", "feedback_by", "first_grant_bonus", "grants_per_person", "history_points", "history_years", "id", "is_history", "orientation_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process", "published_at", "published_by_id", "released_at", "released_by_id", "seniority_years", "substitute_months", "talks_close_on", "talks_open_on", "team_amount", "team_grants", "themes_published_at", "themes_published_by_id", "threshold_amount", "threshold_days", "unit_id", "wishes_due_on", "year") VALUES (OLD."coverage_bonus", OLD."decide_on", OLD."evaluate_on", OLD."evaluated_at", OLD."evaluated_by_id", OLD."feedback_by", OLD."first_grant_bonus", OLD."grants_per_person", OLD."history_points", OLD."history_years", OLD."id", OLD."is_history", OLD."orientation_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."process", OLD."published_at", OLD."published_by_id", OLD."released_at", OLD."released_by_id", OLD."seniority_years", OLD."substitute_months", OLD."talks_close_on", OLD."talks_open_on", OLD."team_amount", OLD."team_grants", OLD."themes_published_at", OLD."themes_published_by_id", OLD."threshold_amount", OLD."threshold_days", OLD."unit_id", OLD."wishes_due_on", OLD."year"); RETURN NULL;',
                                    hash="18a111ad8451e17198ea98c236554f5c33497390",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9520c",
                                    table="annualcycle_cycle",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("key", models.SlugField(max_length=32)),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("description", models.TextField(blank=True, verbose_name="what it means")),
                        ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="weight")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "is_confidential",
                            models.BooleanField(default=False, verbose_name="scores seen by the leadership group only"),
                        ),
                    ],
                    options={
                        "verbose_name": "criterion",
                        "ordering": ["cycle", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("cycle", "key"), name="criterion_once"),
                            models.CheckConstraint(
                                condition=models.Q(("weight__gte", 1), ("weight__lte", 10)),
                                name="criterion_weight_1_to_10",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_criterionevent" ("cycle_id", "description", "id", "is_confidential", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."cycle_id", NEW."description", NEW."id", NEW."is_confidential", NEW."key", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;',
                                    hash="2dbb0e2703ba369646a44b7f094c46aacb43fdfa",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_654e2",
                                    table="annualcycle_criterion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_criterionevent" ("cycle_id", "description", "id", "is_confidential", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (NEW."cycle_id", NEW."description", NEW."id", NEW."is_confidential", NEW."key", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."weight"); RETURN NULL;',
                                    hash="0aebc598d20d2c8da5c37c2702cee9ca456f4f91",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ce09b",
                                    table="annualcycle_criterion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_criterionevent" ("cycle_id", "description", "id", "is_confidential", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "weight") VALUES (OLD."cycle_id", OLD."description", OLD."id", OLD."is_confidential", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."weight"); RETURN NULL;',
                                    hash="b202957e5bf506a515aa8e612cd20fa711158eb7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6b508",
                                    table="annualcycle_criterion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Wish",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wishes",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="wishes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="wishes", to="competence.unit"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("submitted", "submitted"), ("withdrawn", "withdrawn")],
                                default="draft",
                                max_length=9,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "course"),
                                    ("formal_education", "formal education"),
                                    ("knowledge_sharing", "knowledge sharing"),
                                    ("network", "network"),
                                    ("supervision", "supervision"),
                                    ("practice_visit", "practice visit"),
                                    ("self_study", "self-study"),
                                ],
                                default="course",
                                max_length=18,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                        (
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="wishes",
                                to="competence.offer",
                            ),
                        ),
                        ("provider", models.CharField(blank=True, max_length=120, verbose_name="provider")),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="wishes",
                                to="strategy.need",
                            ),
                        ),
                        ("section_text", models.CharField(blank=True, max_length=20, verbose_name="section")),
                        (
                            "target",
                            models.CharField(
                                choices=[("person", "me"), ("team", "my team"), ("group", "a group")],
                                default="person",
                                max_length=6,
                                verbose_name="who it is for",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[("own", "our own organisation"), ("authority", "another authority")],
                                max_length=9,
                                verbose_name="knowledge from",
                            ),
                        ),
                        ("fee", models.PositiveIntegerField(default=0, verbose_name="fee")),
                        ("travel", models.PositiveIntegerField(default=0, verbose_name="travel")),
                        ("books", models.PositiveIntegerField(default=0, verbose_name="books")),
                        ("cover", models.PositiveIntegerField(default=0, verbose_name="cover for absence")),
                        (
                            "cost",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("fee"), "+", models.F("travel")
                                        ),
                                        "+",
                                        models.F("books"),
                                    ),
                                    "+",
                                    models.F("cover"),
                                ),
                                output_field=models.PositiveIntegerField(),
                            ),
                        ),
                        (
                            "days",
                            models.DecimalField(
                                decimal_places=1, default=Decimal("0"), max_digits=5, verbose_name="days"
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "ects",
                            models.DecimalField(
                                decimal_places=1, default=Decimal("0"), max_digits=4, verbose_name="ECTS"
                            ),
                        ),
                        ("is_external", models.BooleanField(default=False, verbose_name="external")),
                        ("motivation", models.TextField(blank=True, verbose_name="why you, and why now")),
                        ("application", models.TextField(blank=True, verbose_name="how you will use it")),
                        ("sharing", models.TextField(blank=True, verbose_name="how you will share it")),
                        ("funding", models.CharField(blank=True, max_length=120, verbose_name="other funding")),
                        (
                            "is_ad_hoc",
                            models.BooleanField(
                                default=False, help_text="Asked for during the year, against the reserve."
                            ),
                        ),
                        ("why_now", models.TextField(blank=True, verbose_name="why it cannot wait for December")),
                        (
                            "decided_in_december",
                            models.BooleanField(default=True, help_text="At or over the threshold when submitted."),
                        ),
                        (
                            "eligibility",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                default=list,
                                help_text="Rules not met.",
                                size=None,
                            ),
                        ),
                        ("is_imported", models.BooleanField(default=False)),
                        ("saved_at", models.DateTimeField()),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="Null: it came with a file.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "agreed_at",
                            models.DateTimeField(
                                blank=True, help_text="Agreed in the talk, below the threshold.", null=True
                            ),
                        ),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "frame",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "not assessed"),
                                    ("within", "within the strategy"),
                                    ("outside", "outside the strategy"),
                                ],
                                default="",
                                max_length=7,
                            ),
                        ),
                        ("frame_reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "frame_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("frame_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leader_view",
                            models.TextField(blank=True, max_length=600, verbose_name="what the nearest leader thinks"),
                        ),
                        ("leader_view_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leader_view_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wish",
                        "ordering": ["cycle", "pk"],
                        "indexes": [
                            models.Index(fields=["cycle", "state"], name="wish_by_cycle"),
                            models.Index(fields=["employee", "cycle"], name="wish_by_employee"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "draft"),
                                    models.Q(models.Q(("title", ""), _negated=True), ("submitted_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_submitted_wish_has_title_and_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_withdrawn_wish_has_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                                    models.Q(
                                        ("agreed_at__isnull", False),
                                        ("agreed_by__isnull", False),
                                        ("decided_in_december", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_small_wishes_agreed_in_talks",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("frame", "outside"), _negated=True),
                                    models.Q(("frame_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="outside_needs_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_ad_hoc", False),
                                    models.Q(("why_now", ""), _negated=True),
                                    ("state", "draft"),
                                    _connector="OR",
                                ),
                                name="ad_hoc_says_why",
                            ),
                            models.CheckConstraint(condition=models.Q(("days__gte", 0)), name="wish_days_not_negative"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="wish_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("leader_view", ""),
                                        ("leader_view_at__isnull", True),
                                        ("leader_view_by__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("leader_view", ""), _negated=True),
                                        ("leader_view_at__isnull", False),
                                        ("leader_view_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_leaders_view_has_who_and_when",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_wishevent" ("agreed_at", "agreed_by_id", "application", "books", "cover", "cycle_id", "days", "decided_in_december", "description", "ects", "eligibility", "employee_id", "ends_on", "fee", "frame", "frame_at", "frame_by_id", "frame_reason", "funding", "id", "is_ad_hoc", "is_external", "is_imported", "kind", "leader_view", "leader_view_at", "leader_view_by_id", "motivation", "need_id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "saved_at", "section_text", "sharing", "source", "starts_on", "state", "submitted_at", "submitted_by_id", "target", "title", "travel", "unit_id", "why_now", "withdrawn_at") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."application", NEW."books", NEW."cover", NEW."cycle_id", NEW."days", NEW."decided_in_december", NEW."description", NEW."ects", NEW."eligibility", NEW."employee_id", NEW."ends_on", NEW."fee", NEW."frame", NEW."frame_at", NEW."frame_by_id", NEW."frame_reason", NEW."funding", NEW."id", NEW."is_ad_hoc", NEW."is_external", NEW."is_imported", NEW."kind", NEW."leader_view", NEW."leader_view_at", NEW."leader_view_by_id", NEW."motivation", NEW."need_id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."provider", NEW."saved_at", NEW."section_text", NEW."sharing", NEW."source", NEW."starts_on", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."target", NEW."title", NEW."travel", NEW."unit_id", NEW."why_now", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="79b0bff3ba02ad5a0d0128cb78bb72b743b1122f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e03f8",
                                    table="annualcycle_wish",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_wishevent" ("agreed_at", "agreed_by_id", "application", "books", "cover", "cycle_id", "days", "decided_in_december", "description", "ects", "eligibility", "employee_id", "ends_on", "fee", "frame", "frame_at", "frame_by_id", "frame_reason", "funding", "id", "is_ad_hoc", "is_external", "is_imported", "kind", "leader_view", "leader_view_at", "leader_view_by_id", "motivation", "need_id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "saved_at", "section_text", "sharing", "source", "starts_on", "state", "submitted_at", "submitted_by_id", "target", "title", "travel", "unit_id", "why_now", "withdrawn_at") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."application", NEW."books", NEW."cover", NEW."cycle_id", NEW."days", NEW."decided_in_december", NEW."description", NEW."ects", NEW."eligibility", NEW."employee_id", NEW."ends_on", NEW."fee", NEW."frame", NEW."frame_at", NEW."frame_by_id", NEW."frame_reason", NEW."funding", NEW."id", NEW."is_ad_hoc", NEW."is_external", NEW."is_imported", NEW."kind", NEW."leader_view", NEW."leader_view_at", NEW."leader_view_by_id", NEW."motivation", NEW."need_id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."provider", NEW."saved_at", NEW."section_text", NEW."sharing", NEW."source", NEW."starts_on", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."target", NEW."title", NEW."travel", NEW."unit_id", NEW."why_now", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="b58191242aa51791a357104147f66976f1fe1b27",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0524e",
                                    table="annualcycle_wish",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_wishevent" ("agreed_at", "agreed_by_id", "application", "books", "cover", "cycle_id", "days", "decided_in_december", "description", "ects", "eligibility", "employee_id", "ends_on", "fee", "frame", "frame_at", "frame_by_id", "frame_reason", "funding", "id", "is_ad_hoc", "is_external", "is_imported", "kind", "leader_view", "leader_view_at", "leader_view_by_id", "motivation", "need_id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "saved_at", "section_text", "sharing", "source", "starts_on", "state", "submitted_at", "submitted_by_id", "target", "title", "travel", "unit_id", "why_now", "withdrawn_at") VALUES (OLD."agreed_at", OLD."agreed_by_id", OLD."application", OLD."books", OLD."cover", OLD."cycle_id", OLD."days", OLD."decided_in_december", OLD."description", OLD."ects", OLD."eligibility", OLD."employee_id", OLD."ends_on", OLD."fee", OLD."frame", OLD."frame_at", OLD."frame_by_id", OLD."frame_reason", OLD."funding", OLD."id", OLD."is_ad_hoc", OLD."is_external", OLD."is_imported", OLD."kind", OLD."leader_view", OLD."leader_view_at", OLD."leader_view_by_id", OLD."motivation", OLD."need_id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."provider", OLD."saved_at", OLD."section_text", OLD."sharing", OLD."source", OLD."starts_on", OLD."state", OLD."submitted_at", OLD."submitted_by_id", OLD."target", OLD."title", OLD."travel", OLD."unit_id", OLD."why_now", OLD."withdrawn_at"); RETURN NULL;',
                                    hash="115228d4c8d384d925058e22d740b088dd3464ee",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c8621",
                                    table="annualcycle_wish",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "wish",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assessments",
                                to="annualcycle.wish",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assessments",
                                to="annualcycle.criterion",
                            ),
                        ),
                        (
                            "assessor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(verbose_name="points")),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "assessment",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("wish", "criterion", "assessor"), name="one_score_each", nulls_distinct=False
                            ),
                            models.CheckConstraint(condition=models.Q(("score__lte", 5)), name="score_0_to_5"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_assessmentevent" ("assessor_id", "criterion_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "wish_id") VALUES (NEW."assessor_id", NEW."criterion_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."score", NEW."wish_id"); RETURN NULL;',
                                    hash="da912ef2992891c6b407950ea39057a5b5b77828",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1c6db",
                                    table="annualcycle_assessment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_assessmentevent" ("assessor_id", "criterion_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "wish_id") VALUES (NEW."assessor_id", NEW."criterion_id", NEW."id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."score", NEW."wish_id"); RETURN NULL;',
                                    hash="69d5eac4303203ceb8086e9a46e03789d4fa7408",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b9cfb",
                                    table="annualcycle_assessment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_assessmentevent" ("assessor_id", "criterion_id", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "wish_id") VALUES (OLD."assessor_id", OLD."criterion_id", OLD."id", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."score", OLD."wish_id"); RETURN NULL;',
                                    hash="ace1132a134b8b02cea54e64a78a317a92b01ae4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b8339",
                                    table="annualcycle_assessment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Budget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="budget",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("total", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="budget")),
                        (
                            "reserve",
                            models.PositiveBigIntegerField(default=0, verbose_name="reserve for needs during the year"),
                        ),
                        ("agreed", models.PositiveBigIntegerField(default=0)),
                        ("granted", models.PositiveBigIntegerField(default=0)),
                        ("ad_hoc", models.PositiveBigIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "budget",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("total__isnull", True),
                                    (
                                        "total__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("reserve"), "+", models.F("agreed")
                                            ),
                                            "+",
                                            models.F("granted"),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="frame_not_overspent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ad_hoc__lte", models.F("reserve"))), name="reserve_not_overspent"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("total__isnull", False), models.Q(("ad_hoc", 0), ("granted", 0)), _connector="OR"
                                ),
                                name="no_grant_without_a_budget",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_budgetevent" ("ad_hoc", "agreed", "cycle_id", "granted", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reserve", "total") VALUES (NEW."ad_hoc", NEW."agreed", NEW."cycle_id", NEW."granted", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reserve", NEW."total"); RETURN NULL;',
                                    hash="9e1f8ddce732f5a9d370459d39b6ee9c8aa567b1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0946b",
                                    table="annualcycle_budget",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_budgetevent" ("ad_hoc", "agreed", "cycle_id", "granted", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reserve", "total") VALUES (NEW."ad_hoc", NEW."agreed", NEW."cycle_id", NEW."granted", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reserve", NEW."total"); RETURN NULL;',
                                    hash="2f769d864bb3e7aad75fe0716063def802b65c0c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7ec6d",
                                    table="annualcycle_budget",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_budgetevent" ("ad_hoc", "agreed", "cycle_id", "granted", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reserve", "total") VALUES (OLD."ad_hoc", OLD."agreed", OLD."cycle_id", OLD."granted", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reserve", OLD."total"); RETURN NULL;',
                                    hash="64f81d5a8524e4d941871ad7b31517dbdc2a04f6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b5ff5",
                                    table="annualcycle_budget",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarFeed",
                    fields=[
                        (
                            "employee",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("serial", models.PositiveIntegerField(default=1)),
                    ],
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evaluation",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("figures", models.JSONField(default=dict)),
                        ("text", models.TextField(blank=True, verbose_name="what we learnt")),
                        ("changes", models.TextField(blank=True, verbose_name="what we change")),
                        ("saved_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "evaluation",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_evaluationevent" ("changes", "cycle_id", "figures", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "text") VALUES (NEW."changes", NEW."cycle_id", NEW."figures", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."text"); RETURN NULL;',
                                    hash="17b46ea8155ea5de5f3234ff2bbc54993f42ff17",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9418c",
                                    table="annualcycle_evaluation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_evaluationevent" ("changes", "cycle_id", "figures", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "text") VALUES (NEW."changes", NEW."cycle_id", NEW."figures", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."saved_at", NEW."text"); RETURN NULL;',
                                    hash="50c7f2626697ae1c99d8c5afcefc608259a86af8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ba5b7",
                                    table="annualcycle_evaluation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_evaluationevent" ("changes", "cycle_id", "figures", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "text") VALUES (OLD."changes", OLD."cycle_id", OLD."figures", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."saved_at", OLD."text"); RETURN NULL;',
                                    hash="73f1d60f2a2689f8d67cf354c861fd8f5d7c7c88",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3bd86",
                                    table="annualcycle_evaluation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plans",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plans",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "development plan",
                        "ordering": ["-cycle__year"],
                        "constraints": [models.UniqueConstraint(fields=("cycle", "employee"), name="one_plan_a_cycle")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_planevent" ("cycle_id", "employee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cycle_id", NEW."employee_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="0e159de500e68d914144c0113bed7aee7b919d4e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_331f2",
                                    table="annualcycle_plan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_planevent" ("cycle_id", "employee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cycle_id", NEW."employee_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="aed41df366f2659237a92bd56cf0f9e3d82860d8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c89ea",
                                    table="annualcycle_plan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_planevent" ("cycle_id", "employee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cycle_id", OLD."employee_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="7929a8bb15bc0fec7418175f196d3e18497cc31c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_81627",
                                    table="annualcycle_plan",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="annualcycle.plan",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("summary", models.TextField(blank=True, verbose_name="what we agreed")),
                        (
                            "revision",
                            models.PositiveIntegerField(
                                default=1, help_text="Rises with each save, so that nobody writes over unseen."
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("employee_confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("leader_confirmed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leader_confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan", "-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "number"), name="plan_version_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("leader_confirmed_at__isnull", True), ("leader_confirmed_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("leader_confirmed_at__isnull", False), ("leader_confirmed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_leader_confirmed_at_and_by",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_planversionevent" ("employee_confirmed_at", "id", "leader_confirmed_at", "leader_confirmed_by_id", "made_at", "made_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "revision", "summary") VALUES (NEW."employee_confirmed_at", NEW."id", NEW."leader_confirmed_at", NEW."leader_confirmed_by_id", NEW."made_at", NEW."made_by_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."revision", NEW."summary"); RETURN NULL;',
                                    hash="c63941db2484b1ef1125910cd83e698e80b9ee87",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fb657",
                                    table="annualcycle_planversion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_planversionevent" ("employee_confirmed_at", "id", "leader_confirmed_at", "leader_confirmed_by_id", "made_at", "made_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "revision", "summary") VALUES (NEW."employee_confirmed_at", NEW."id", NEW."leader_confirmed_at", NEW."leader_confirmed_by_id", NEW."made_at", NEW."made_by_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."revision", NEW."summary"); RETURN NULL;',
                                    hash="8a13c0bc1c07e267feb7890e9b3957f6080254d0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_74a4e",
                                    table="annualcycle_planversion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_planversionevent" ("employee_confirmed_at", "id", "leader_confirmed_at", "leader_confirmed_by_id", "made_at", "made_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "revision", "summary") VALUES (OLD."employee_confirmed_at", OLD."id", OLD."leader_confirmed_at", OLD."leader_confirmed_by_id", OLD."made_at", OLD."made_by_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."revision", OLD."summary"); RETURN NULL;',
                                    hash="d5ad80818c2e8d77c0ffbb795d74cfae3bf15be9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0ae14",
                                    table="annualcycle_planversion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goals",
                                to="annualcycle.planversion",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="goal")),
                        ("how", models.TextField(blank=True, verbose_name="how")),
                        ("help_from", models.CharField(blank=True, max_length=200, verbose_name="with help from")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="strategy.need",
                                verbose_name="need",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "goal",
                        "ordering": ["version", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("version", "position"),
                                name="goal_position_once",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_goalevent" ("due_on", "help_from", "how", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title", "version_id") VALUES (NEW."due_on", NEW."help_from", NEW."how", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."title", NEW."version_id"); RETURN NULL;',
                                    hash="4dbe0c271b3e6f744d2e12f5aaa664fa98dbde8e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9ba2f",
                                    table="annualcycle_goal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_goalevent" ("due_on", "help_from", "how", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title", "version_id") VALUES (NEW."due_on", NEW."help_from", NEW."how", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."title", NEW."version_id"); RETURN NULL;',
                                    hash="43c9bb5d3c21dd6652bb1bd13212049dfb750214",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2e031",
                                    table="annualcycle_goal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_goalevent" ("due_on", "help_from", "how", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title", "version_id") VALUES (OLD."due_on", OLD."help_from", OLD."how", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."title", OLD."version_id"); RETURN NULL;',
                                    hash="d58f936c2085fe41f47b2a34fca1c3ad002eb575",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e5a9b",
                                    table="annualcycle_goal",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupTalk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="group_talks",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(choices=[("grus", "group talk"), ("tus", "team talk")], max_length=4),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="time")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        ("held_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "group talk",
                        "ordering": ["starts_at"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_grouptalkevent" ("cycle_id", "held_on", "id", "kind", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "unit_id") VALUES (NEW."cycle_id", NEW."held_on", NEW."id", NEW."kind", NEW."leader_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."starts_at", NEW."unit_id"); RETURN NULL;',
                                    hash="f5b94a22e18c64ea366f726707ecdeb88d42bf0d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ce79e",
                                    table="annualcycle_grouptalk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_grouptalkevent" ("cycle_id", "held_on", "id", "kind", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "unit_id") VALUES (NEW."cycle_id", NEW."held_on", NEW."id", NEW."kind", NEW."leader_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."starts_at", NEW."unit_id"); RETURN NULL;',
                                    hash="621fe3a91f6d631b9f98322742ff33c7cf939190",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8b7b0",
                                    table="annualcycle_grouptalk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_grouptalkevent" ("cycle_id", "held_on", "id", "kind", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "unit_id") VALUES (OLD."cycle_id", OLD."held_on", OLD."id", OLD."kind", OLD."leader_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."starts_at", OLD."unit_id"); RETURN NULL;',
                                    hash="2261db51eb269d805829f5444fc59d09a71bac04",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_533f5",
                                    table="annualcycle_grouptalk",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Orientation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="orientation",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at__isnull", True), ("published_by__isnull", True)),
                                    models.Q(("published_at__isnull", False), ("published_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="orientation_published_at_and_by",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="answers_before_orientation",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."published_at" IS NOT NULL)',
                                    func="\n    IF EXISTS (SELECT 1 FROM annualcycle_cycle WHERE id = NEW.cycle_id AND released_at IS NULL)\n    OR EXISTS (\n        SELECT 1 FROM annualcycle_wish AS wish\n        LEFT JOIN annualcycle_decision AS decision ON decision.wish_id = wish.id\n        WHERE wish.cycle_id = NEW.cycle_id AND wish.state = 'submitted' AND NOT wish.is_ad_hoc\n        AND wish.agreed_at IS NULL AND decision.released_at IS NULL\n    ) THEN\n        RAISE EXCEPTION 'An orientation is published after all answers.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                                    hash="7086b325927397add34d059a171b109c932c444b",
                                    operation='INSERT OR UPDATE OF "published_at"',
                                    pgid="pgtrigger_answers_before_orientation_bf776",
                                    table="annualcycle_orientation",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_orientationevent" ("cycle_id", "id", "introduction", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id") VALUES (NEW."cycle_id", NEW."id", NEW."introduction", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id"); RETURN NULL;',
                                    hash="3d498d868242868a32a4a1c3e87fc1bdd5dde32b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fe0da",
                                    table="annualcycle_orientation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_orientationevent" ("cycle_id", "id", "introduction", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id") VALUES (NEW."cycle_id", NEW."id", NEW."introduction", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id"); RETURN NULL;',
                                    hash="fe931f6ada5543694c84d1d7aee53c3c95bf8f9a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_52516",
                                    table="annualcycle_orientation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_orientationevent" ("cycle_id", "id", "introduction", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id") VALUES (OLD."cycle_id", OLD."id", OLD."introduction", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id"); RETURN NULL;',
                                    hash="2ca80a299cda9fa9cb836df9b15fb2714ba4c91b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0e93f",
                                    table="annualcycle_orientation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Talk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="talks",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="talks",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="competence.unit"
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="talks_led",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("mus", "employee talk"),
                                    ("lus", "leader talk"),
                                    ("grus", "group talk"),
                                    ("tus", "team talk"),
                                ],
                                default="mus",
                                max_length=4,
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="talks",
                                to="annualcycle.grouptalk",
                            ),
                        ),
                        (
                            "wants_individual",
                            models.BooleanField(default=False, verbose_name="asks for a talk of their own"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "no time yet"),
                                    ("scheduled", "invited"),
                                    ("held", "held"),
                                    ("postponed", "postponed"),
                                    ("declined", "declined"),
                                ],
                                default="planned",
                                max_length=9,
                            ),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="time")),
                        ("minutes", models.PositiveSmallIntegerField(default=60, verbose_name="minutes")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        ("held_on", models.DateField(blank=True, null=True)),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                help_text="Why postponed or declined.",
                                max_length=300,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "invitations",
                            models.PositiveSmallIntegerField(default=0, help_text="The calendar's SEQUENCE."),
                        ),
                    ],
                    options={
                        "verbose_name": "talk",
                        "ordering": ["cycle", "employee"],
                        "indexes": [models.Index(fields=["leader", "state"], name="talk_by_leader")],
                        "constraints": [
                            models.UniqueConstraint(fields=("cycle", "employee"), name="one_talk_a_cycle"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "scheduled"), _negated=True),
                                    ("starts_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="an_invited_talk_has_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_on__isnull", False), ("state", "held")),
                                    models.Q(models.Q(("state", "held"), _negated=True), ("held_on__isnull", True)),
                                    _connector="OR",
                                ),
                                name="a_held_talk_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("group__isnull", True), ("wants_individual", False), _connector="OR"
                                ),
                                name="an_individual_wish_is_respected",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["postponed", "declined"]), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="no_talk_dropped_without_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_talkevent" ("cycle_id", "employee_id", "group_id", "held_on", "id", "invitations", "kind", "leader_id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "starts_at", "state", "unit_id", "wants_individual") VALUES (NEW."cycle_id", NEW."employee_id", NEW."group_id", NEW."held_on", NEW."id", NEW."invitations", NEW."kind", NEW."leader_id", NEW."minutes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."reason", NEW."starts_at", NEW."state", NEW."unit_id", NEW."wants_individual"); RETURN NULL;',
                                    hash="42e2b8565412a36be1798f506595d83a7627749b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ee900",
                                    table="annualcycle_talk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_talkevent" ("cycle_id", "employee_id", "group_id", "held_on", "id", "invitations", "kind", "leader_id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "starts_at", "state", "unit_id", "wants_individual") VALUES (NEW."cycle_id", NEW."employee_id", NEW."group_id", NEW."held_on", NEW."id", NEW."invitations", NEW."kind", NEW."leader_id", NEW."minutes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."reason", NEW."starts_at", NEW."state", NEW."unit_id", NEW."wants_individual"); RETURN NULL;',
                                    hash="18496392171bf08199ce02aefb644fabbbee57fa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7ce6c",
                                    table="annualcycle_talk",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_talkevent" ("cycle_id", "employee_id", "group_id", "held_on", "id", "invitations", "kind", "leader_id", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "starts_at", "state", "unit_id", "wants_individual") VALUES (OLD."cycle_id", OLD."employee_id", OLD."group_id", OLD."held_on", OLD."id", OLD."invitations", OLD."kind", OLD."leader_id", OLD."minutes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."reason", OLD."starts_at", OLD."state", OLD."unit_id", OLD."wants_individual"); RETURN NULL;',
                                    hash="f442d6caa6455d101f09b2612547133bf5603523",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_96c4f",
                                    table="annualcycle_talk",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Preparation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="preparations",
                                to="annualcycle.talk",
                            ),
                        ),
                        (
                            "side",
                            models.CharField(choices=[("employee", "employee"), ("leader", "leader")], max_length=8),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("went_well", models.TextField(blank=True, verbose_name="What goes well?")),
                        ("difficult", models.TextField(blank=True, verbose_name="What is difficult?")),
                        ("learn", models.TextField(blank=True, verbose_name="What should be learnt?")),
                        ("conditions", models.TextField(blank=True, verbose_name="What does it take?")),
                        ("saved_at", models.DateTimeField()),
                        ("given_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("talk", "side"), name="one_preparation_a_side")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_preparationevent" ("author_id", "given_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "side", "talk_id") VALUES (NEW."author_id", NEW."given_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."side", NEW."talk_id"); RETURN NULL;',
                                    hash="399ac8df014e7f65a880555ed117091d0779cc4a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7b5f5",
                                    table="annualcycle_preparation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."given_at" IS DISTINCT FROM (NEW."given_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."saved_at" IS DISTINCT FROM (NEW."saved_at") OR OLD."side" IS DISTINCT FROM (NEW."side") OR OLD."talk_id" IS DISTINCT FROM (NEW."talk_id"))',
                                    func='INSERT INTO "annualcycle_preparationevent" ("author_id", "given_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "side", "talk_id") VALUES (NEW."author_id", NEW."given_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."saved_at", NEW."side", NEW."talk_id"); RETURN NULL;',
                                    hash="3e02f9f3124d2f581f275ae9d365b762dc08f590",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_37f95",
                                    table="annualcycle_preparation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_preparationevent" ("author_id", "given_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "side", "talk_id") VALUES (OLD."author_id", OLD."given_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."saved_at", OLD."side", OLD."talk_id"); RETURN NULL;',
                                    hash="cc505ad3a20634872b5cc98de012f60d3adac528",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fe4e6",
                                    table="annualcycle_preparation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TalkNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="annualcycle.talk"
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("text", models.TextField(verbose_name="note")),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["made_at"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_talknoteevent" ("author_id", "id", "leader_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "talk_id") VALUES (NEW."author_id", NEW."id", NEW."leader_id", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."talk_id"); RETURN NULL;',
                                    hash="d159af116786ac7ce7994874ab427d6fc51307c2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c1b7a",
                                    table="annualcycle_talknote",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."leader_id" IS DISTINCT FROM (NEW."leader_id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."talk_id" IS DISTINCT FROM (NEW."talk_id"))',
                                    func='INSERT INTO "annualcycle_talknoteevent" ("author_id", "id", "leader_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "talk_id") VALUES (NEW."author_id", NEW."id", NEW."leader_id", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."talk_id"); RETURN NULL;',
                                    hash="4f1084b5dd2c01c4125f7f72fa676897f2ce4870",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_99f40",
                                    table="annualcycle_talknote",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_talknoteevent" ("author_id", "id", "leader_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "talk_id") VALUES (OLD."author_id", OLD."id", OLD."leader_id", OLD."made_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."talk_id"); RETURN NULL;',
                                    hash="23ee0bcc6229f5f6a35d4592f9f258ffbc897955",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8fa17",
                                    table="annualcycle_talknote",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="themes",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="theme")),
                        ("description", models.TextField(blank=True, verbose_name="what it is about")),
                        (
                            "source",
                            models.CharField(
                                choices=[("own", "our own organisation"), ("authority", "another authority")],
                                default="own",
                                max_length=9,
                                verbose_name="knowledge from",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("staff_meeting", "staff meeting"),
                                    ("theme_day", "theme day"),
                                    ("team", "team meeting"),
                                ],
                                max_length=13,
                                verbose_name="taken up at",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="competence.unit",
                                verbose_name="team",
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        ("wishes", models.ManyToManyField(blank=True, related_name="themes", to="annualcycle.wish")),
                    ],
                    options={
                        "verbose_name": "theme",
                        "ordering": ["cycle", "held_on", "title"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("place", "team"), _negated=True), ("unit__isnull", False), _connector="OR"
                                ),
                                name="a_team_theme_has_a_team",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_themeevent" ("cycle_id", "description", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source", "title", "unit_id") VALUES (NEW."cycle_id", NEW."description", NEW."held_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."source", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="c329de19bf8ba054d0aa209bb18858462aa0670c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c659a",
                                    table="annualcycle_theme",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_themeevent" ("cycle_id", "description", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source", "title", "unit_id") VALUES (NEW."cycle_id", NEW."description", NEW."held_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."source", NEW."title", NEW."unit_id"); RETURN NULL;',
                                    hash="08022a916229f8fe4be38523be75be3f8d8eaceb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_000a7",
                                    table="annualcycle_theme",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_themeevent" ("cycle_id", "description", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "source", "title", "unit_id") VALUES (OLD."cycle_id", OLD."description", OLD."held_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."source", OLD."title", OLD."unit_id"); RETURN NULL;',
                                    hash="f451d80636152717cf70ee6a713e98c17b502315",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9d4e9",
                                    table="annualcycle_theme",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("problem", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("answer", models.JSONField()),
                        (
                            "others",
                            models.JSONField(
                                default=dict, help_text="Rule → ids of the wishes it would grant, to compare with."
                            ),
                        ),
                        ("solver", models.CharField(max_length=40)),
                        (
                            "pinned",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveBigIntegerField(),
                                blank=True,
                                default=list,
                                help_text="Wishes forced in.",
                                size=None,
                            ),
                        ),
                        (
                            "excluded",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveBigIntegerField(),
                                blank=True,
                                default=list,
                                help_text="Wishes forced out.",
                                size=None,
                            ),
                        ),
                        (
                            "keeps_decisions",
                            models.BooleanField(default=False, help_text="What was decided was kept as it was."),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("progress", models.PositiveIntegerField(default=0)),
                        ("explained_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposals",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposal",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["cycle", "-id"], name="newest_proposal")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_proposalrunevent" ("cycle_id", "excluded", "explained_at", "id", "keeps_decisions", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned", "sha256", "solver") VALUES (NEW."cycle_id", NEW."excluded", NEW."explained_at", NEW."id", NEW."keeps_decisions", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pinned", NEW."sha256", NEW."solver"); RETURN NULL;',
                                    hash="a36937e51149a3da1cdcb1953f0632bae691726e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3d3a0",
                                    table="annualcycle_proposalrun",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."cycle_id" IS DISTINCT FROM (NEW."cycle_id") OR OLD."excluded" IS DISTINCT FROM (NEW."excluded") OR OLD."explained_at" IS DISTINCT FROM (NEW."explained_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."keeps_decisions" IS DISTINCT FROM (NEW."keeps_decisions") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."pinned" IS DISTINCT FROM (NEW."pinned") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."solver" IS DISTINCT FROM (NEW."solver"))',
                                    func='INSERT INTO "annualcycle_proposalrunevent" ("cycle_id", "excluded", "explained_at", "id", "keeps_decisions", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned", "sha256", "solver") VALUES (NEW."cycle_id", NEW."excluded", NEW."explained_at", NEW."id", NEW."keeps_decisions", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pinned", NEW."sha256", NEW."solver"); RETURN NULL;',
                                    hash="f9c471d25ce8393ce6d41526a06b03525b8320f1",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cc4b6",
                                    table="annualcycle_proposalrun",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_proposalrunevent" ("cycle_id", "excluded", "explained_at", "id", "keeps_decisions", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned", "sha256", "solver") VALUES (OLD."cycle_id", OLD."excluded", OLD."explained_at", OLD."id", OLD."keeps_decisions", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pinned", OLD."sha256", OLD."solver"); RETURN NULL;',
                                    hash="0474610b2fa03f201993fb8a0928682a2d1573b0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_915aa",
                                    table="annualcycle_proposalrun",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "wish",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decision",
                                to="annualcycle.wish",
                            ),
                        ),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    ("talk", "in the talk"),
                                    ("december", "in December"),
                                    ("ad_hoc", "during the year"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("granted", "granted"),
                                    ("not_met", "relevant, not this year"),
                                    ("outside", "outside the strategy"),
                                    ("sharing", "knowledge sharing"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(default=0)),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("next_step", models.TextField(blank=True, verbose_name="what happens now")),
                        ("until_then", models.TextField(blank=True, verbose_name="until then")),
                        ("exception_reason", models.TextField(blank=True, verbose_name="reason for the exception")),
                        ("revision", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField()),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "complaint_weeks",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="By a rule: a formal decision, about which one can complain for so many weeks.",
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                blank=True,
                                help_text="The proposal it accepts.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="annualcycle.proposalrun",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision",
                        "ordering": ["-decided_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("outcome", "granted"), ("amount", 0), _connector="OR"),
                                name="only_grants_cost",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("read_at__isnull", True), ("released_at__isnull", False), _connector="OR"
                                ),
                                name="read_after_release",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("released_at__isnull", True),
                                    ("outcome", "granted"),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_released_refusal_has_a_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_decisionevent" ("amount", "complaint_weeks", "decided_at", "decided_by_id", "exception_reason", "id", "next_step", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reason", "released_at", "revision", "route", "run_id", "until_then", "wish_id") VALUES (NEW."amount", NEW."complaint_weeks", NEW."decided_at", NEW."decided_by_id", NEW."exception_reason", NEW."id", NEW."next_step", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."read_at", NEW."reason", NEW."released_at", NEW."revision", NEW."route", NEW."run_id", NEW."until_then", NEW."wish_id"); RETURN NULL;',
                                    hash="2fbeea429a5f73dd6de0ea9f65da3918bcf91bcb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d180e",
                                    table="annualcycle_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_decisionevent" ("amount", "complaint_weeks", "decided_at", "decided_by_id", "exception_reason", "id", "next_step", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reason", "released_at", "revision", "route", "run_id", "until_then", "wish_id") VALUES (NEW."amount", NEW."complaint_weeks", NEW."decided_at", NEW."decided_by_id", NEW."exception_reason", NEW."id", NEW."next_step", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."read_at", NEW."reason", NEW."released_at", NEW."revision", NEW."route", NEW."run_id", NEW."until_then", NEW."wish_id"); RETURN NULL;',
                                    hash="d7e8df3108753fc43686910e1b2513b5a46687ad",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9da11",
                                    table="annualcycle_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_decisionevent" ("amount", "complaint_weeks", "decided_at", "decided_by_id", "exception_reason", "id", "next_step", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reason", "released_at", "revision", "route", "run_id", "until_then", "wish_id") VALUES (OLD."amount", OLD."complaint_weeks", OLD."decided_at", OLD."decided_by_id", OLD."exception_reason", OLD."id", OLD."next_step", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."read_at", OLD."reason", OLD."released_at", OLD."revision", OLD."route", OLD."run_id", OLD."until_then", OLD."wish_id"); RETURN NULL;',
                                    hash="ac3829459fccbd279e0a2a860f2763c8bf30410b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_64cc2",
                                    table="annualcycle_decision",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("use_what", models.TextField(blank=True, verbose_name="how it is used")),
                        ("use_by", models.DateField(blank=True, null=True, verbose_name="used by")),
                        ("use_with", models.CharField(blank=True, max_length=200, verbose_name="together with")),
                        (
                            "share_form",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("team_meeting", "a talk at a team meeting"),
                                    ("cases", "a discussion of cases"),
                                    ("other", "in another way"),
                                ],
                                max_length=12,
                                verbose_name="shared how",
                            ),
                        ),
                        ("share_what", models.TextField(blank=True, verbose_name="what is shared")),
                        (
                            "audience",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("team", "the team"),
                                    ("department", "the department"),
                                    ("wider", "larger parts of the organisation"),
                                ],
                                max_length=10,
                                verbose_name="shared with",
                            ),
                        ),
                        ("share_by", models.DateField(blank=True, null=True, verbose_name="shared by")),
                        ("planned_at", models.DateTimeField(blank=True, null=True)),
                        ("shared_on", models.DateField(blank=True, null=True, verbose_name="shared on")),
                        ("due_on", models.DateField(verbose_name="follow up by")),
                        (
                            "used",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "yes"), ("partly", "partly"), ("not_yet", "not yet"), ("no", "no")],
                                max_length=7,
                                verbose_name="is it used",
                            ),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="what the leader saw")),
                        ("followed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="follow_up",
                                to="annualcycle.decision",
                            ),
                        ),
                        (
                            "followed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "planned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "use and sharing",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("audience", ""),
                                        ("planned_at__isnull", True),
                                        ("planned_by__isnull", True),
                                        ("share_by__isnull", True),
                                        ("share_form", ""),
                                        ("use_by__isnull", True),
                                        ("use_what", ""),
                                    ),
                                    models.Q(
                                        models.Q(
                                            models.Q(("use_what", ""), _negated=True),
                                            models.Q(("share_form", ""), _negated=True),
                                            models.Q(("audience", ""), _negated=True),
                                        ),
                                        ("planned_at__isnull", False),
                                        ("planned_by__isnull", False),
                                        ("share_by__isnull", False),
                                        ("use_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="use_is_planned_whole_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("shared_on__isnull", True), ("planned_at__isnull", False), _connector="OR"
                                ),
                                name="shared_after_planned",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("followed_at__isnull", True),
                                        ("followed_by__isnull", True),
                                        ("used", ""),
                                        ("words", ""),
                                    ),
                                    models.Q(
                                        models.Q(("used", ""), _negated=True),
                                        ("followed_at__isnull", False),
                                        ("followed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="followed_up_at_and_by",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_followupevent" ("audience", "decision_id", "due_on", "followed_at", "followed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by_id", "share_by", "share_form", "share_what", "shared_on", "use_by", "use_what", "use_with", "used", "words") VALUES (NEW."audience", NEW."decision_id", NEW."due_on", NEW."followed_at", NEW."followed_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_at", NEW."planned_by_id", NEW."share_by", NEW."share_form", NEW."share_what", NEW."shared_on", NEW."use_by", NEW."use_what", NEW."use_with", NEW."used", NEW."words"); RETURN NULL;',
                                    hash="259f37fc6bea0f49f754c6b47c0d573379a297be",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1dd90",
                                    table="annualcycle_followup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "annualcycle_followupevent" ("audience", "decision_id", "due_on", "followed_at", "followed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by_id", "share_by", "share_form", "share_what", "shared_on", "use_by", "use_what", "use_with", "used", "words") VALUES (NEW."audience", NEW."decision_id", NEW."due_on", NEW."followed_at", NEW."followed_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_at", NEW."planned_by_id", NEW."share_by", NEW."share_form", NEW."share_what", NEW."shared_on", NEW."use_by", NEW."use_what", NEW."use_with", NEW."used", NEW."words"); RETURN NULL;',
                                    hash="fc170d9c46c7ff4756faa9afc95ab145ad00d9f5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7e090",
                                    table="annualcycle_followup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "annualcycle_followupevent" ("audience", "decision_id", "due_on", "followed_at", "followed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by_id", "share_by", "share_form", "share_what", "shared_on", "use_by", "use_what", "use_with", "used", "words") VALUES (OLD."audience", OLD."decision_id", OLD."due_on", OLD."followed_at", OLD."followed_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_at", OLD."planned_by_id", OLD."share_by", OLD."share_form", OLD."share_what", OLD."shared_on", OLD."use_by", OLD."use_what", OLD."use_with", OLD."used", OLD."words"); RETURN NULL;',
                                    hash="1633b4e7420a5e052ac32109b973e9d89becdc36",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8b384",
                                    table="annualcycle_followup",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.assessment",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "wish",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.wish",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.criterion",
                            ),
                        ),
                        (
                            "assessor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(verbose_name="points")),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BudgetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.budget",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("total", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="budget")),
                        (
                            "reserve",
                            models.PositiveBigIntegerField(default=0, verbose_name="reserve for needs during the year"),
                        ),
                        ("agreed", models.PositiveBigIntegerField(default=0)),
                        ("granted", models.PositiveBigIntegerField(default=0)),
                        ("ad_hoc", models.PositiveBigIntegerField(default=0)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CriterionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.criterion",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("key", models.SlugField(db_index=False, max_length=32)),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("description", models.TextField(blank=True, verbose_name="what it means")),
                        ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="weight")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "is_confidential",
                            models.BooleanField(default=False, verbose_name="scores seen by the leadership group only"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CycleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("talks_open_on", models.DateField(verbose_name="talks open")),
                        ("talks_close_on", models.DateField(verbose_name="talks close")),
                        ("wishes_due_on", models.DateField(verbose_name="wishes due")),
                        ("decide_on", models.DateField(verbose_name="decision meeting")),
                        ("feedback_by", models.DateField(verbose_name="answers given by")),
                        ("orientation_on", models.DateField(verbose_name="department informed")),
                        ("evaluate_on", models.DateField(verbose_name="evaluation")),
                        ("process", models.TextField(blank=True, verbose_name="how wishes are decided")),
                        (
                            "threshold_amount",
                            models.PositiveIntegerField(default=500000, verbose_name="decided in December from"),
                        ),
                        (
                            "threshold_days",
                            models.DecimalField(
                                decimal_places=1, default=3, max_digits=4, verbose_name="or from this many days"
                            ),
                        ),
                        (
                            "seniority_years",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="years of service before formal education"
                            ),
                        ),
                        (
                            "substitute_months",
                            models.PositiveSmallIntegerField(
                                default=12, verbose_name="months before external courses, substitutes"
                            ),
                        ),
                        (
                            "grants_per_person",
                            models.PositiveSmallIntegerField(
                                blank=True, default=2, null=True, verbose_name="grants for one person"
                            ),
                        ),
                        (
                            "is_history",
                            models.BooleanField(
                                default=False, help_text="Made from a file of an earlier year's decisions."
                            ),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "released_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("themes_published_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "themes_published_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("evaluated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "evaluated_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coverage_bonus",
                            models.PositiveSmallIntegerField(default=0, verbose_name="points for each need covered"),
                        ),
                        (
                            "first_grant_bonus",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="points for a person’s first grant"
                            ),
                        ),
                        (
                            "history_points",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="points for each year a wish was not met"
                            ),
                        ),
                        (
                            "history_years",
                            models.PositiveSmallIntegerField(default=3, verbose_name="years that such a wish counts"),
                        ),
                        (
                            "team_amount",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="amount for one team at most"
                            ),
                        ),
                        (
                            "team_grants",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="grants that each team has at least"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.decision",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "wish",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.wish",
                            ),
                        ),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    ("talk", "in the talk"),
                                    ("december", "in December"),
                                    ("ad_hoc", "during the year"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("granted", "granted"),
                                    ("not_met", "relevant, not this year"),
                                    ("outside", "outside the strategy"),
                                    ("sharing", "knowledge sharing"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(default=0)),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("next_step", models.TextField(blank=True, verbose_name="what happens now")),
                        ("until_then", models.TextField(blank=True, verbose_name="until then")),
                        ("exception_reason", models.TextField(blank=True, verbose_name="reason for the exception")),
                        ("revision", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField()),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "complaint_weeks",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="By a rule: a formal decision, about which one can complain for so many weeks.",
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The proposal it accepts.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.proposalrun",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.evaluation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("figures", models.JSONField(default=dict)),
                        ("text", models.TextField(blank=True, verbose_name="what we learnt")),
                        ("changes", models.TextField(blank=True, verbose_name="what we change")),
                        ("saved_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GoalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.goal",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.planversion",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="goal")),
                        ("how", models.TextField(blank=True, verbose_name="how")),
                        ("help_from", models.CharField(blank=True, max_length=200, verbose_name="with help from")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.need",
                                verbose_name="need",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupTalkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.grouptalk",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(choices=[("grus", "group talk"), ("tus", "team talk")], max_length=4),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="time")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        ("held_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OrientationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.orientation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.plan",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.planversion",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.plan",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("summary", models.TextField(blank=True, verbose_name="what we agreed")),
                        (
                            "revision",
                            models.PositiveIntegerField(
                                default=1, help_text="Rises with each save, so that nobody writes over unseen."
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("employee_confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("leader_confirmed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leader_confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PreparationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.preparation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "talk",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.talk",
                            ),
                        ),
                        (
                            "side",
                            models.CharField(choices=[("employee", "employee"), ("leader", "leader")], max_length=8),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("saved_at", models.DateTimeField()),
                        ("given_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TalkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.talk",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("mus", "employee talk"),
                                    ("lus", "leader talk"),
                                    ("grus", "group talk"),
                                    ("tus", "team talk"),
                                ],
                                default="mus",
                                max_length=4,
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.grouptalk",
                            ),
                        ),
                        (
                            "wants_individual",
                            models.BooleanField(default=False, verbose_name="asks for a talk of their own"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "no time yet"),
                                    ("scheduled", "invited"),
                                    ("held", "held"),
                                    ("postponed", "postponed"),
                                    ("declined", "declined"),
                                ],
                                default="planned",
                                max_length=9,
                            ),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="time")),
                        ("minutes", models.PositiveSmallIntegerField(default=60, verbose_name="minutes")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        ("held_on", models.DateField(blank=True, null=True)),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                help_text="Why postponed or declined.",
                                max_length=300,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "invitations",
                            models.PositiveSmallIntegerField(default=0, help_text="The calendar's SEQUENCE."),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TalkNoteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.talknote",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "talk",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.talk",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ThemeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.theme",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="theme")),
                        ("description", models.TextField(blank=True, verbose_name="what it is about")),
                        (
                            "source",
                            models.CharField(
                                choices=[("own", "our own organisation"), ("authority", "another authority")],
                                default="own",
                                max_length=9,
                                verbose_name="knowledge from",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("staff_meeting", "staff meeting"),
                                    ("theme_day", "theme day"),
                                    ("team", "team meeting"),
                                ],
                                max_length=13,
                                verbose_name="taken up at",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                                verbose_name="team",
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="date")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WishEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.wish",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.unit",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("submitted", "submitted"), ("withdrawn", "withdrawn")],
                                default="draft",
                                max_length=9,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "course"),
                                    ("formal_education", "formal education"),
                                    ("knowledge_sharing", "knowledge sharing"),
                                    ("network", "network"),
                                    ("supervision", "supervision"),
                                    ("practice_visit", "practice visit"),
                                    ("self_study", "self-study"),
                                ],
                                default="course",
                                max_length=18,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                        (
                            "offer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="competence.offer",
                            ),
                        ),
                        ("provider", models.CharField(blank=True, max_length=120, verbose_name="provider")),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="strategy.need",
                            ),
                        ),
                        ("section_text", models.CharField(blank=True, max_length=20, verbose_name="section")),
                        (
                            "target",
                            models.CharField(
                                choices=[("person", "me"), ("team", "my team"), ("group", "a group")],
                                default="person",
                                max_length=6,
                                verbose_name="who it is for",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[("own", "our own organisation"), ("authority", "another authority")],
                                max_length=9,
                                verbose_name="knowledge from",
                            ),
                        ),
                        ("fee", models.PositiveIntegerField(default=0, verbose_name="fee")),
                        ("travel", models.PositiveIntegerField(default=0, verbose_name="travel")),
                        ("books", models.PositiveIntegerField(default=0, verbose_name="books")),
                        ("cover", models.PositiveIntegerField(default=0, verbose_name="cover for absence")),
                        (
                            "cost",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("fee"), "+", models.F("travel")
                                        ),
                                        "+",
                                        models.F("books"),
                                    ),
                                    "+",
                                    models.F("cover"),
                                ),
                                output_field=models.PositiveIntegerField(),
                            ),
                        ),
                        (
                            "days",
                            models.DecimalField(
                                decimal_places=1, default=Decimal("0"), max_digits=5, verbose_name="days"
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "ects",
                            models.DecimalField(
                                decimal_places=1, default=Decimal("0"), max_digits=4, verbose_name="ECTS"
                            ),
                        ),
                        ("is_external", models.BooleanField(default=False, verbose_name="external")),
                        ("motivation", models.TextField(blank=True, verbose_name="why you, and why now")),
                        ("application", models.TextField(blank=True, verbose_name="how you will use it")),
                        ("sharing", models.TextField(blank=True, verbose_name="how you will share it")),
                        ("funding", models.CharField(blank=True, max_length=120, verbose_name="other funding")),
                        (
                            "is_ad_hoc",
                            models.BooleanField(
                                default=False, help_text="Asked for during the year, against the reserve."
                            ),
                        ),
                        ("why_now", models.TextField(blank=True, verbose_name="why it cannot wait for December")),
                        (
                            "decided_in_december",
                            models.BooleanField(default=True, help_text="At or over the threshold when submitted."),
                        ),
                        (
                            "eligibility",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                default=list,
                                help_text="Rules not met.",
                                size=None,
                            ),
                        ),
                        ("is_imported", models.BooleanField(default=False)),
                        ("saved_at", models.DateTimeField()),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Null: it came with a file.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "agreed_at",
                            models.DateTimeField(
                                blank=True, help_text="Agreed in the talk, below the threshold.", null=True
                            ),
                        ),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "frame",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "not assessed"),
                                    ("within", "within the strategy"),
                                    ("outside", "outside the strategy"),
                                ],
                                default="",
                                max_length=7,
                            ),
                        ),
                        ("frame_reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "frame_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("frame_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leader_view",
                            models.TextField(blank=True, max_length=600, verbose_name="what the nearest leader thinks"),
                        ),
                        ("leader_view_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "leader_view_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProposalRunEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("solver", models.CharField(max_length=40)),
                        (
                            "pinned",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveBigIntegerField(),
                                blank=True,
                                default=list,
                                help_text="Wishes forced in.",
                                size=None,
                            ),
                        ),
                        (
                            "excluded",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveBigIntegerField(),
                                blank=True,
                                default=list,
                                help_text="Wishes forced out.",
                                size=None,
                            ),
                        ),
                        (
                            "keeps_decisions",
                            models.BooleanField(default=False, help_text="What was decided was kept as it was."),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("explained_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.cycle",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.proposalrun",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("use_what", models.TextField(blank=True, verbose_name="how it is used")),
                        ("use_by", models.DateField(blank=True, null=True, verbose_name="used by")),
                        ("use_with", models.CharField(blank=True, max_length=200, verbose_name="together with")),
                        (
                            "share_form",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("team_meeting", "a talk at a team meeting"),
                                    ("cases", "a discussion of cases"),
                                    ("other", "in another way"),
                                ],
                                max_length=12,
                                verbose_name="shared how",
                            ),
                        ),
                        ("share_what", models.TextField(blank=True, verbose_name="what is shared")),
                        (
                            "audience",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("team", "the team"),
                                    ("department", "the department"),
                                    ("wider", "larger parts of the organisation"),
                                ],
                                max_length=10,
                                verbose_name="shared with",
                            ),
                        ),
                        ("share_by", models.DateField(blank=True, null=True, verbose_name="shared by")),
                        ("planned_at", models.DateTimeField(blank=True, null=True)),
                        ("shared_on", models.DateField(blank=True, null=True, verbose_name="shared on")),
                        ("due_on", models.DateField(verbose_name="follow up by")),
                        (
                            "used",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "yes"), ("partly", "partly"), ("not_yet", "not yet"), ("no", "no")],
                                max_length=7,
                                verbose_name="is it used",
                            ),
                        ),
                        ("words", models.TextField(blank=True, verbose_name="what the leader saw")),
                        ("followed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="annualcycle.decision",
                            ),
                        ),
                        (
                            "followed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="annualcycle.followup",
                            ),
                        ),
                        (
                            "planned_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
