"""What is asked when a file is imported."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from competence.domain.imports.reading import MAX_BYTES
from competence.domain.imports.running import File
from competence.models import ImportRun


class ChoiceField(forms.ChoiceField):
    """A choice whose cards carry a line of explanation."""

    descriptions: dict[str, object]


class UploadForm(forms.Form):
    kind = ChoiceField(
        label=_("What is in the file?"),
        choices=[
            (ImportRun.Kind.UNITS, _("Units and leaders")),
            (ImportRun.Kind.STAFF, _("Staff")),
            (ImportRun.Kind.COURSES, _("Courses")),
            (ImportRun.Kind.WISHES, _("Wishes")),
        ],
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=_("Which file?"),
        help_text=_("CSV or Excel (xlsx), at most 10 MB. Nothing is changed before you have seen what is in it."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = self.fields["kind"]
        assert isinstance(kinds, ChoiceField)
        kinds.descriptions = {
            ImportRun.Kind.UNITS: _("The tree of centres and teams, and who leads them"),
            ImportRun.Kind.STAFF: _("People with their employments, leave and trusts"),
            ImportRun.Kind.COURSES: _("The offers in the course catalogue"),
            ImportRun.Kind.WISHES: _("Collected in the talks, or decided in earlier years"),
        }

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("The file is larger than 10 MB. Split it in two."))
        return file

    def as_file(self) -> File:
        """The uploaded file; its name without what a screen or a log cannot show."""
        uploaded = self.cleaned_data["file"]
        name = "".join(letter for letter in uploaded.name if letter.isprintable())[-200:]
        return File(self.cleaned_data["kind"], name or "file", uploaded.read())


class ConfirmForm(forms.Form):
    end_missing = forms.BooleanField(label=_("End their employment and roles"), required=False)
