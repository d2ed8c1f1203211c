"""What the bench of the proposal calls a fault."""

from config.bench import proposal
from config.bench.proposal import Figures


def test_a_proposal_many_times_slower_than_the_bare_call_is_a_fault() -> None:
    fast = Figures(proposed=0.3, one=0.1, every=1.0, bare=0.1, processor=1.0)
    slow = Figures(proposed=0.3, one=0.1, every=1.0, bare=0.02, processor=1.0)
    assert proposal._told("200 wishes", [fast]).faults == []
    assert proposal._told("200 wishes", [slow]).faults == ["200 wishes: 15.0 × the bare HiGHS call, at most 10 ×"]


def test_thousands_of_wishes_beyond_their_time_or_gap_are_a_fault() -> None:
    assert proposal._too_large("10,000 wishes", 9.9, 0.001) == []
    assert proposal._too_large("10,000 wishes", 10.2, 0.002) == [
        "10,000 wishes: 10.20 s, at most 10.0 s",
        "10,000 wishes: gap 0.20%, at most 0.1%",
    ]
