"""Citations in words."""

from compliance.domain.bank import Bank


def label_of(bank: Bank, provision: str) -> str:
    """The citation in words, such as "AI Act Art. 6(1)"."""
    cited = bank.provision[provision]
    return f"{bank.act[cited.act].title} {cited.reference}"
