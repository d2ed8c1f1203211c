"""What Solbjerg teaches itself, and a file from a municipality that is not here (source: T31)."""

from datetime import datetime, timedelta

from competence.models import Employee, Unit
from trainers.course_facts import CourseFacts, FiledCourse, Known, Part, TrainerFacts
from trainers.domain import course_files, courses
from trainers.models import PoolShare

ELSEWHERE = "Havnsø Kommune"
OWN = CourseFacts(
    title="Samtalen, når der er mistanke om vold",
    programme="Ny i faget",
    content="Du lærer at begynde samtalen, at lytte uden at love for meget, og at skrive det ned bagefter.",
    parts=(
        Part("Loven", "Hvornår du skal underrette, og hvem du spørger."),
        Part("De første fem minutter", "Øvelse to og to med kort."),
        Part("Notatet", "Vi skriver det samme notat og sammenligner."),
    ),
    topics=("law", "procedures"),
    rests_on=("research", "experience", "users"),
    meant_for="either",
    minutes=180,
    competences=(Known("boernesamtale", "Samtaler med børn"),),
)
SENT = (
    FiledCourse(
        "2d6b7c1e-58a4-4f0b-9a53-0d5f6f0e7a11",
        ELSEWHERE,
        CourseFacts(
            title="Barnets stemme i planen",
            programme="Ny i faget",
            content="Fra det, barnet har sagt, til det, der står i planen.",
            parts=(Part("Eksempler", "Tre planer, og hvad barnet ville sige til dem."), Part("Egen sag")),
            topics=("best_practice",),
            rests_on=("users", "experience"),
            meant_for="task",
            minutes=120,
            competences=(Known("inddragelse-af-boern", "At inddrage børn"),),
        ),
    ),
    FiledCourse(
        "b8f0a8b4-1c35-4f3e-8f38-6f2c9a1d4e22",
        ELSEWHERE,
        CourseFacts(
            title="Klar besked på skrift",
            programme="",
            content="Afgørelser, som borgeren forstår første gang.",
            topics=("law", "best_practice"),
            rests_on=("research",),
            minutes=90,
        ),
    ),
)
TRAINERS = (
    TrainerFacts("Asta Vinding", "Socialrådgiver", "At inddrage børn, planer", "dansk", PoolShare.Reach.BOTH, 14),
    TrainerFacts("Jonas Krag", "Jurist", "Afgørelser i klart sprog", "dansk, engelsk", PoolShare.Reach.ONLINE, 6),
)


def load(*, root: Unit, by: Employee, now: datetime) -> None:
    """One course written here, two courses and two trainers taken in two weeks ago."""
    at = now - timedelta(days=14)
    courses.write(municipality=root, facts=OWN, by=by, at=at)
    content = course_files.written(municipality=ELSEWHERE, made_on=at.date(), courses=SENT, trainers=TRAINERS)
    courses.take_in(municipality=root, content=content, by=by, at=at)
