import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("competence", "0002_core"),
    ]

    operations = [
        migrations.CreateModel(
            name="BirthYear",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="year of birth")),
            ],
            options={
                "verbose_name": "year of birth",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1920), ("year__lte", 2020)), name="year_of_birth_of_staff"
                    )
                ],
            },
        ),
    ]
