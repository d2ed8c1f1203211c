"""What the house style asks for, where a linter does not know it."""

import ast
import gc
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import get_resolver

from competence.checks import patterns

ROOT = Path(__file__).resolve().parent.parent
APPS = ("config", "competence", "strategy", "trainers", "annualcycle")
SOURCES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "emails" not in path.parts)
SILENCED = re.compile(r"# (?:type: ignore(?:\[[\w,-]+\])?|noqa(?:: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*)?)")
LONGEST_FUNCTION = 30
LONGEST_MODULE = 400
# An app may import its own parts only once models are loaded.
IMPORTS_LATE = {f"{app}/apps.py" for app in APPS}
# A token in the address is the secret of a calendar feed, a code that of a session one is at.
TEXT_IN_ADDRESS = {"token", "code", "uidb36", "key", "provider", "provider_id", "organization_slug"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module. What others leave to be collected is not meanwhile: Python 3.11 takes that for a fault."""
    gc.disable()
    try:
        return ast.parse(path.read_text())
    finally:
        gc.enable()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, a docstring left out."""
    first = function.body[0]
    said = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(function) is not None else 0
    return (function.end_lineno or 0) - function.lineno + 1 - said


def part(*names: str) -> list[Path]:
    """The modules `<app>/<name>.py` and all under `<app>/<name>/`."""
    return [path for path in SOURCES if {*path.relative_to(ROOT).parts[1:2], path.stem} & set(names)]


def calls(path: Path, wanted: str, *, no_arguments: bool = False, without: str = "") -> list[str]:
    """Where something is called whose name matches `wanted`; `localtime(at)` reads no clock, `localtime()` does."""
    return [
        f"{name(path)}:{node.lineno}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and re.search(wanted, ast.unparse(node.func))
        if not (no_arguments and node.args)
        if without not in {keyword.arg for keyword in node.keywords}
    ]


def test_no_text_to_translate_stands_inside_an_f_string() -> None:
    """The collector of messages does not see it there: it would stay English."""
    found = [
        f"{name(path)}:{inner.lineno}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and re.fullmatch(r"_|n?p?gettext(_lazy)?", ast.unparse(inner.func))
    ]
    assert found == []


def test_whatever_is_silenced_says_why() -> None:
    """A code alone says which check; whoever inherits the line asks for the reason."""
    places = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    bare = [
        f"{name(path)}:{number}"
        for path in [*SOURCES, *places]
        for number, line in enumerate(path.read_text().splitlines(), 1)
        for found in [SILENCED.search(line)]
        if found and not re.search(r"[a-z]{2}", line[found.end() :])
    ]
    assert bare == []


def test_functions_have_at_most_thirty_lines() -> None:
    long = [f"{name(path)}:{f.name}" for path in SOURCES for f in functions(path) if length(f) > LONGEST_FUNCTION]
    assert long == []


def test_modules_have_at_most_four_hundred_lines() -> None:
    assert [name(path) for path in SOURCES if len(path.read_text().splitlines()) > LONGEST_MODULE] == []


def test_nothing_is_imported_inside_a_function() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in SOURCES
        if name(path) not in IMPORTS_LATE
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_views_forms_and_tasks_do_not_write() -> None:
    manager = r"\.objects\b.*\.(create|bulk_create|get_or_create|update_or_create|update|delete)$"
    # A verb of the domain may be called save too; it says when.
    row = r"\.(save|delete)$"
    modules = part("views", "forms", "tasks")
    assert [line for path in modules for line in calls(path, manager)] == []
    assert [line for path in modules for line in calls(path, row, without="at")] == []


def test_domain_does_not_read_the_clock() -> None:
    clock = r"(timezone\.(now|localdate|localtime)|date(time)?\.(today|now|utcnow))$"
    assert [line for path in part("domain", "models") for line in calls(path, clock, no_arguments=True)] == []


def test_views_are_functions() -> None:
    found = [
        f"{name(path)}:{node.name}"
        for path in part("views")
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and any("View" in ast.unparse(base) for base in node.bases)
    ]
    assert found == []


def test_there_are_no_signals() -> None:
    assert [line for path in SOURCES for line in calls(path, r"(^receiver|(pre|post)_(save|delete)\.connect)$")] == []


def test_addresses_name_rows_by_number() -> None:
    named = r"\(\?P<(\w+)>(?!\[0-9\]\+\))"
    found = [
        f"{route} {key}"
        for route, pattern in patterns(get_resolver())
        if pattern.callback.__module__.startswith(APPS)
        for key in re.findall(named, pattern.pattern.regex.pattern)
        if key not in TEXT_IN_ADDRESS
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "wanted"),
    [
        ("inline style", r"\sstyle=|<style\b"),
        # A block of JSON is data: browsers run none of it.
        ("inline script", r"<script\b(?![^>]*\b(?:src=|type=.application/json))|\son[a-z]+=\"|href=\"javascript:"),
        ("a query", r"\.objects\b|\.exists\b"),
    ],
)
def test_templates_hold_no(what: str, wanted: str) -> None:
    found = [
        f"{name(path)}:{number}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if re.search(wanted, line)
    ]
    assert found == [], what


def test_every_template_that_translates_loads_i18n() -> None:
    speaks = re.compile(r"\{%\s*(translate|blocktranslate|get_current_language)\b")
    loads = re.compile(r"\{%\s*load\b[^%]*\bi18n\b")
    assert [name(p) for p in TEMPLATES if speaks.search(p.read_text()) and not loads.search(p.read_text())] == []
