"""The reference cases of the shipped bank, as tests read them."""

from compliance.bankfile import load
from compliance.domain.determination import Determination, determine
from compliance.domain.outcomes import answers_of
from compliance.domain.reference_cases import ReferenceCase
from compliance.publishing import SHIPPED

BANK = load(SHIPPED)
SCENARIOS = tuple(case for case in BANK.reference_cases if not case.scoring)
PRODUCTS = tuple(case for case in BANK.reference_cases if case.scoring)


def determined(case: ReferenceCase) -> Determination:
    """What the answers of a case settle under the shipped bank."""
    return determine(BANK, answers_of(case))
