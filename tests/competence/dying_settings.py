"""The project's settings, with a mail server connection that kills its worker on order."""

from config.settings import *  # noqa: F403 - settings are the names of a module

POST_OFFICE = {"BACKENDS": {"default": "tests.competence.dying.Backend"}}
