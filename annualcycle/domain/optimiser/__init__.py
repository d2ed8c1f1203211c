"""The December proposal: the best set of wishes under all rules, proved, with a reason for each wish. Pure: no Django.

`files.read` → `propose` → `files.write`. A person decides; this only proposes (GDPR article 22).
"""

from annualcycle.domain.optimiser.problem import Problem, Proposal
from annualcycle.domain.optimiser.proposing import EXPLAINED, propose

__all__ = ["EXPLAINED", "Problem", "Proposal", "propose"]
