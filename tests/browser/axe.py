"""What axe-core finds on a page: the automated part of WCAG 2.2 AA."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# What is fading in or out has colours of its own for a moment.
AT_REST = """() => Promise.allSettled(document.getAnimations()
  .filter(one => one.effect.getComputedTiming().iterations !== Infinity).map(one => one.finished)).then(() => null)"""


@cache
def _source() -> str:
    return AXE.read_text()


def findings(page: Page) -> list[str]:
    """Each finding as `rule: where`; an empty list when there is none."""
    page.wait_for_load_state()
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    page.evaluate(AT_REST)
    # What passed is not listed: naming each of its elements takes most of the time.
    result: dict[str, Any] = page.evaluate(
        "standards => axe.run({runOnly: {type: 'tag', values: standards}, resultTypes: ['violations']})", STANDARDS
    )
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
