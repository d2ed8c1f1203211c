from django.apps import AppConfig


class AnnualCycleConfig(AppConfig):
    name = "annualcycle"
