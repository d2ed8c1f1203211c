import pytest

from strategy.markup import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Overskrift", "<h3>Overskrift</h3>\n"),
        ("### Dyb", "<h3>Dyb</h3>\n"),
        ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>\n"),
        ("**fed** og\nny linje", "<p><strong>fed</strong> og<br>\nny linje</p>\n"),
        ("[KL](https://kl.example)", '<p><a href="https://kl.example" rel="noopener noreferrer">KL</a></p>\n'),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>\n"),
        ('<a href="x" onclick="y">z</a>', '<p>&lt;a href="x" onclick="y"&gt;z&lt;/a&gt;</p>\n'),
        ("![billede](https://et.example/b.png)", None),
    ],
)
def test_text_becomes_plain_formatting_and_nothing_else(text: str, html: str | None) -> None:
    found = to_html(text)
    assert "<img" not in found
    if html is not None:
        assert found == html
