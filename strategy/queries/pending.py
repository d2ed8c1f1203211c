"""What strategies and their duties ask of a person, source by source."""

from competence.waiting import Source
from strategy.queries import duties, way

SOURCES = (
    Source(lambda actor, on: way.on_their_way(actor), way.pending_on_the_way),
    Source(way.to_evaluate, way.pending_evaluations),
    Source(duties.certificates, duties.pending_first_aid),
    Source(duties.unnoted, duties.pending_quarters),
    Source(duties.topics_led, duties.pending_topics),
)
