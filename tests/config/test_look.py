"""Numbers, dates, icons and components as people read them."""

import re
from datetime import date, time
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from competence import cells
from config.context import menu
from config.templatetags import look

NB = "\u00a0"


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("ore", "language", "written"),
    [
        (640000, "da", f"6.400{NB}kr."),
        (640050, "da", f"6.400,50{NB}kr."),
        (0, "da", f"0{NB}kr."),
        (-190000, "da", f"\u22121.900{NB}kr."),
        (640000, "sv", f"6{NB}400{NB}kr"),
        (640000, "en", f"DKK{NB}6,400"),
        (None, "da", ""),
    ],
)
def test_kr_writes_ore_as_people_write_money(ore: int | None, language: str, written: str) -> None:
    with translation.override(language):
        assert look.kr(ore) == written


@pytest.mark.parametrize(
    ("name", "letters"), [("Amalie Bang-Østergaard", "AB"), ("Bo van D’Souza", "BD"), ("Åse", "Å"), ("", "")]
)
def test_initials_are_of_first_and_last_name(name: str, letters: str) -> None:
    assert look.initials(name) == letters


@pytest.mark.parametrize(
    ("described", "said"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge, Windows",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.5", "curl/8.5"),
    ],
)
def test_device_is_named_as_people_name_it(described: str, said: str) -> None:
    assert look.device(described) == said


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("da", f"27.{NB}nov", "27. november 2026"),
        ("sv", f"27{NB}nov", "27 november 2026"),
        ("en", f"27{NB}Nov", "27 November 2026"),
    ],
)
def test_dates_follow_the_language(language: str, short: str, long: str) -> None:
    with translation.override(language):
        assert (look.day(date(2026, 11, 27)), look.longday(date(2026, 11, 27))) == (short, long)


def test_percent_of_nothing_is_a_dash() -> None:
    with translation.override("da"):
        assert [look.percent(11, 14), look.percent(0.5), look.percent(3, 0)] == [f"79{NB}%", f"50{NB}%", "–"]


def test_icon_is_hidden_from_screen_readers_unless_it_has_a_label() -> None:
    frames = [re.match("<svg[^>]*>", text) for text in (cells.icon("check"), cells.icon("search", label="Søg"))]
    assert [frame.group() for frame in frames if frame] == [
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">',
        '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="Søg">',
    ]


def test_icon_that_was_not_copied_tells_how_to_copy_it() -> None:
    with pytest.raises(FileNotFoundError, match=r"manage\.py icons no-such-icon"):
        cells.icon("no-such-icon")


def test_every_icon_that_a_template_names_is_there() -> None:
    folder = Path(settings.BASE_DIR) / "templates"
    texts = [path.read_text() for path in folder.rglob("*.html")]
    named = {name for text in texts for name in re.findall(r"""{% (?:icon|hint) "([a-z0-9-]+)\"""", text)}
    named |= {state.icon for state in look.STATES.values()}
    assert sorted(name for name in named if not (folder / "icons" / f"{name}.svg").exists()) == []


def test_state_badge_says_the_word_beside_the_icon() -> None:
    shown = render('{% state_badge "granted" "Bevilges" %}')
    assert re.sub("<svg.*</svg>", "", shown) == '<span class="badge-state tint-green">Bevilges</span>'


def test_bar_has_decimal_points_in_danish() -> None:
    with translation.override("da"):
        shown = render('{% bar 11 14 "11 af 14" limit=7 %}')
    assert (re.findall(r'width="([^"]+)"', shown), re.findall(r'x1="([^"]+)"', shown)) == (
        ["100%", "100%", "78.57%"],
        ["50.00%"],
    )


def test_bar_never_leaves_its_ground() -> None:
    assert [look.share(9, 7), look.share(-1, 7), look.share(1, 0)] == ["100.00%", "0.00%", "0%"]


def test_spread_puts_a_dot_for_each_score_and_says_them() -> None:
    with translation.override("da"):
        shown = render("{% spread scores 1 5 %}", scores=[5, 1, 3.5])
    assert (re.findall(r'cx="([^"]+)"', shown), re.findall(r'aria-label="([^"]+)"', shown)) == (
        ["4.00%", "61.50%", "96.00%"],
        ["1, 3,5, 5"],
    )


def test_spread_piles_up_equal_scores_so_that_each_is_seen() -> None:
    shown = render("{% spread scores 0 5 %}", scores=[4, 4, 3, 4])
    dots = re.findall(r'cx="([^"]+)" cy="([^"]+)"', shown)
    assert dots == [("59.20%", "15"), ("77.60%", "15"), ("77.60%", "9"), ("77.60%", "3")]
    assert 'height="18"' in shown


def test_spread_of_many_equal_scores_stays_low() -> None:
    assert 'height="24"' in render("{% spread scores 0 5 %}", scores=[4] * 9)


def test_budget_bar_puts_the_reserve_at_the_end() -> None:
    shown = render("{% budget_bar 61240000 17000000 85000000 %}")
    assert re.findall(r'<rect [^>]*?(?:x="([^"]+)" )?width="([^"]+)" height="22"', shown) == [
        ("", "100%"),
        ("80.00%", "20.00%"),
        ("", "72.05%"),
    ]


def test_card_escapes_its_title_and_keeps_its_content() -> None:
    shown = render('{% card title %}<p class="x">{{ text }}</p>{% endcard %}', title="<b>", text="<i>")
    assert " ".join(shown.split()) == (
        '<section class="card "> <h2 class="card-title">&lt;b&gt;</h2> <p class="x">&lt;i&gt;</p> </section>'
    )


class WishForm(forms.Form):
    kind = forms.ChoiceField(label="Hvad slags?", widget=forms.RadioSelect, choices=[("course", "Kursus")])
    days = forms.DecimalField(label="Dage", help_text="Hele eller halve.")
    share = forms.CharField(label="Dele?", required=False)


def test_form_marks_only_what_can_wait() -> None:
    with translation.override("da"):
        shown = render("{% load crispy_forms_tags %}{{ form|crispy }}", form=WishForm())
    labels = [
        " ".join(re.sub("<[^>]+>", "", text).split()) for text in re.findall(r"<l(?:abel|egend).*?</l\w+>", shown)
    ]
    assert labels == ["Hvad slags?", "Kursus", "Dage", "Dele? kan vente"]


def test_form_says_of_nothing_that_is_needed_to_send_that_it_can_wait() -> None:
    form = WishForm()
    form.fields["share"].needed_later = True  # type: ignore[attr-defined]  # read by templates
    assert "can-wait" not in render("{% load crispy_forms_tags %}{{ form|crispy }}", form=form)


def test_form_ties_hint_and_error_to_the_input() -> None:
    shown = render("{% load crispy_forms_tags %}{{ form|crispy }}", form=WishForm({"kind": "course", "days": "to"}))
    described = re.search(r'name="days".*?aria-describedby="([^"]+)"', shown, re.S)
    assert described
    assert [f'id="{name}"' in shown for name in described.group(1).split()] == [True, True]


def test_choices_show_their_line_of_explanation() -> None:
    form = WishForm()
    form.fields["kind"].descriptions = {"course": "Et bestemt kursus"}  # type: ignore[attr-defined]  # read by templates
    shown = render("{% load crispy_forms_tags %}{{ form|crispy }}", form=form)
    assert "<span><strong>Kursus</strong><span>Et bestemt kursus</span></span>" in shown


SHEET = (Path(settings.BASE_DIR) / "static" / "css" / "app.css").read_text()


def colour(name: str, scheme: int) -> list[float]:
    """A colour of the sheet as it is in light (0) or dark (1), as shares of red, green and blue."""
    found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", SHEET)
    assert found, name
    value = found.group(scheme + 1)
    return [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def contrast(one: str, other: str, scheme: int) -> float:
    """As WCAG counts it."""
    lights = []
    for name in (one, other):
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour(name, scheme)]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("tint", ["amber", "rust", "green"])
def test_a_warning_stands_on_its_own_ground_and_is_read_there(tint: str, scheme: int) -> None:
    assert f".hint.tint-{tint} {{ background: var(--{tint}-tint);" in SHEET
    assert min(contrast(name, f"{tint}-tint", scheme) for name in ("ink", "text", tint)) >= 4.5


def test_menu_marks_start_only_on_the_start_page() -> None:
    active = [[item.url for item in menu(path) if item.active] for path in ("/", "/somewhere/else/")]
    assert active == [["/"], []]


def test_clock_follows_the_language() -> None:
    written = []
    for language in ("da", "sv", "en"):
        with translation.override(language):
            written.append(look.clock(time(14, 2)))
    assert written == ["14.02", "14.02", "14:02"]


def test_page_title_repeats_the_title_block_as_text() -> None:
    frame = Template("<title>{% page_title %}</title><h1>{% block title %}{% endblock %}</h1>")
    shown = render("{% extends frame %}{% block title %}Hvad vil <b>du</b> lære?{% endblock %}", frame=frame)
    assert re.findall("<title>(.*)</title>", shown) == ["Hvad vil du lære?"]
