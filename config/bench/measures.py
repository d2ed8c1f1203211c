"""What is measured besides pages: a measure is a module with an `outcome()`, and one more line in `MEASURES`."""

from collections.abc import Callable

from config.bench import ahead, clicks, composer, concurrency, fairness, imports, papers, proposal
from config.bench.outcome import Outcome

MEASURES: dict[str, Callable[[], Outcome]] = {
    "import": imports.outcome,
    "composer": composer.outcome,
    "papers": papers.outcome,
    "proposal": proposal.outcome,
    "fairness": fairness.outcome,
    "ahead": ahead.outcome,
    "click": clicks.outcome,
    "concurrency": concurrency.outcome,
}
