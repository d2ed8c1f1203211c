"""What strategies and their duties ask of a person, source by source."""

from competence.waiting import Source
from strategy.queries import duties, introductions, way

SOURCES = (
    Source(lambda actor, on: way.on_their_way(actor), way.pending_on_the_way),
    Source(way.to_evaluate, way.pending_evaluations),
    Source(duties.certificates, duties.pending_first_aid),
    Source(duties.unnoted, duties.pending_quarters),
    Source(duties.topics_led, duties.pending_topics),
    Source(introductions.due_for_me, introductions.pending_mine),
    Source(introductions.due_for_mentor, introductions.pending_mentor),
    Source(introductions.lacking, introductions.pending_programmes),
    Source(introductions.unassessed, introductions.pending_assessments),
)
