from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "configuration"


class StaticFiles(StaticFilesConfig):
    """Collects of the npm packages only what pages load: one style sheet, one font, one script."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        *("tabler-*", "tabler.rtl*", "tabler.css*"),
        *("inter-cyrillic*", "inter-greek*", "inter-vietnamese*", "*-italic.woff2", "*-opsz-*", "*-standard-*"),
        *("modular", "src", "Sortable.js", "package.json", "README.md"),
    ]
