"""What one measure found."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Outcome:
    """`text` is for reading; each of `faults` makes the bench fail."""

    text: str
    faults: list[str] = field(default_factory=list)
