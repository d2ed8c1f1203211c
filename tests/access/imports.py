"""Files are brought in by HR and administrators, each in their own municipality."""

from datetime import UTC, datetime

from competence.domain.imports import runs
from competence.domain.imports.running import File
from tests.access.row import Row
from tests.cast import Cast

NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
COURSES = "Kursuskode;Titel;Udbyder;Type\nHEM-1;Hemmeligt kursus;VIA;Temadag\n"
FAULTY = "Kursuskode;Titel;Udbyder;Type\nHEM-1;Hemmeligt kursus;VIA;Hemmelig rejse\n"


def _one(cast: Cast, content: str, secret: str) -> tuple[dict[str, object], str]:
    file = File("courses", "hemmelig.csv", content.encode())
    made = runs.check(municipality=cast.nordby, file=file, by=cast.hanne, at=NOW)
    return {"pk": made.pk}, secret


def checked(cast: Cast) -> tuple[dict[str, object], str]:
    return _one(cast, COURSES, "HEM-1 Hemmeligt kursus")


def faulty(cast: Cast) -> tuple[dict[str, object], str]:
    return _one(cast, FAULTY, "Hemmelig rejse")


def listed(cast: Cast) -> tuple[dict[str, object], str]:
    _one(cast, COURSES, "")
    return {}, "hemmelig.csv"


ROWS: list[Row] = [
    Row("imports", {"hanne adam": "200 sees", "sven": "200"}, setup=listed),
    Row("import_new", {"hanne adam sven": "200"}),
    Row("import_new", {"hanne adam sven": "200"}, method="POST"),
    Row("import", {"hanne adam": "200 sees", "sven": "404"}, setup=checked),
    Row("import_faults", {"hanne adam": "200 sees", "sven": "404"}, setup=faulty, is_file=True),
    Row("import_confirm", {"hanne adam": "302", "sven": "404"}, method="POST", setup=checked),
    Row("import_confirm", {}, others="405", setup=checked),
    Row("import_give_up", {"hanne": "302", "adam sven": "404"}, method="POST", setup=checked),
]
