"""What a course and a shared trainer are, apart from where they are kept. Pure: no Django (source: T31)."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum

# A file tells of trainers for a year; older than that it is not taken in, and what came from it is erased.
AGE_OF_FILE_MONTHS = 12


@dataclass(frozen=True)
class Part:
    title: str
    about: str = ""


@dataclass(frozen=True)
class Known:
    """A competence by the key of the catalogue it comes from, with its name there."""

    key: str
    name: str


@dataclass(frozen=True)
class CourseFacts:
    """What is taught, how long, to whom, and what it rests on; `minutes` 15 to 600, `meant_months` 1 to 60."""

    title: str
    programme: str = ""
    content: str = ""
    parts: tuple[Part, ...] = ()
    topics: tuple[str, ...] = ()
    other_topics: str = ""
    rests_on: tuple[str, ...] = ()
    meant_for: str = ""
    meant_months: int = 12
    minutes: int = 120
    competences: tuple[Known, ...] = ()

    @property
    def tidied(self) -> "CourseFacts":
        """Ends of line as everywhere, names in one line, competences by key: the same course is the same facts."""
        return replace(
            self,
            title=in_line(self.title),
            programme=in_line(self.programme),
            other_topics=in_line(self.other_topics),
            content="\n".join(self.content.strip().splitlines()),
            parts=tuple(Part(in_line(part.title), in_line(part.about)) for part in self.parts),
            competences=tuple(sorted({one.key: one for one in self.competences}.values(), key=lambda one: one.key)),
        )

    @property
    def texts(self) -> str:
        """All that somebody has written."""
        parts = [f"{part.title}\n{part.about}" for part in self.parts]
        names = [one.name for one in self.competences]
        return "\n".join([self.title, self.programme, self.content, self.other_topics, *parts, *names])

    @property
    def columns(self) -> dict[str, object]:
        """As the row of a course keeps it."""
        return asdict(self) | {
            "parts": [asdict(one) for one in self.parts],
            "competences": [asdict(one) for one in self.competences],
            "topics": list(self.topics),
            "rests_on": list(self.rests_on),
        }


def in_line(text: str) -> str:
    """Without ends of line, and one blank between words."""
    return " ".join(text.split())


@dataclass(frozen=True)
class TrainerFacts:
    """What other municipalities may see of a trainer; `reach` as the share says it, `held` sessions in all."""

    name: str
    job_title: str
    topics: str
    languages: str
    reach: str
    held: int


@dataclass(frozen=True)
class FiledCourse:
    key: str
    origin: str
    facts: CourseFacts


@dataclass(frozen=True)
class File:
    """A file as it was read: whose it is, of which day, and what is in it."""

    municipality: str
    made_on: date
    courses: tuple[FiledCourse, ...]
    trainers: tuple[TrainerFacts, ...]


class Fate(StrEnum):
    """What taking a file in would do to one row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OURS = "ours"
    GONE = "gone"


@dataclass(frozen=True)
class Arriving:
    """What taking `file` in does; `unknown` are competences the own catalogue has not.

    `is_inside`: its municipality is in this installation, where the pool shows its trainers as they are now.
    """

    file: File
    courses: list[tuple[FiledCourse, Fate]]
    trainers: list[tuple[TrainerFacts, Fate]] = field(default_factory=list)
    unknown: tuple[Known, ...] = ()
    is_inside: bool = False
    is_own: bool = False

    def count(self, fate: Fate) -> int:
        return sum(one == fate for _course, one in self.courses)

    @property
    def new(self) -> int:
        return self.count(Fate.NEW)

    @property
    def changed(self) -> int:
        return self.count(Fate.CHANGED)

    @property
    def as_before(self) -> int:
        return self.count(Fate.SAME) + self.count(Fate.OURS)

    @property
    def trainers_here(self) -> int:
        """How many trainers of the municipality are here afterwards."""
        return sum(fate != Fate.GONE for _trainer, fate in self.trainers)

    @property
    def changes(self) -> bool:
        """Whether anything is written at all."""
        told = [fate for _row, fate in (*self.courses, *self.trainers)]
        return any(fate in (Fate.NEW, Fate.CHANGED, Fate.GONE) for fate in told)
