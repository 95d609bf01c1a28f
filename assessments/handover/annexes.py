"""Which annexes lead to a CE mark, by class: MDR Art. 52 and IVDR Art. 48."""

from collections.abc import Mapping
from types import MappingProxyType

MDR_ANNEXES: Mapping[str, str] = MappingProxyType(
    {
        "III": "Annex IX, or Annex X with Annex XI (MDR Art. 52(3))",
        "IIb": "Annex IX, Chapters I and III with technical documentation by device "
        "group (of most implants, of every device), or Annex X with Annex XI "
        "(MDR Art. 52(4))",
        "IIa": "Annex IX, Chapters I and III with technical documentation by device "
        "category, or Annexes II and III with Annex XI, Section 10 or 18 "
        "(MDR Art. 52(6))",
        "Is": "Annex IX, Chapters I and III, or Annex XI, Part A, for sterility alone "
        "(MDR Art. 52(7)(a))",
        "Im": "Annex IX, Chapters I and III, or Annex XI, Part A, for measuring alone "
        "(MDR Art. 52(7)(b))",
        "Ir": "Annex IX, Chapters I and III, or Annex XI, Part A, for reuse alone "
        "(MDR Art. 52(7)(c))",
    }
)
# IVDR Art. 48(3), (7) and (9), second subparagraphs.
NEAR_PEOPLE = "; for self-tests and tests near the patient also Annex IX, Section 5.1"
IVDR_ANNEXES: Mapping[str, str] = MappingProxyType(
    {
        "D": "Annex IX, Chapters I, II except Section 5, and III, or Annex X with "
        f"Annex XI (IVDR Art. 48(3) and (4)){NEAR_PEOPLE}",
        "C": "Annex IX, Chapters I and III with technical documentation by device "
        "group, or Annex X with Annex XI except its Section 5 "
        f"(IVDR Art. 48(7) and (8)){NEAR_PEOPLE}",
        "B": "Annex IX, Chapters I and III with technical documentation by device "
        f"category (IVDR Art. 48(9)){NEAR_PEOPLE}",
        "A-sterile": "Annex IX or Annex XI, for sterility alone (IVDR Art. 48(10))",
    }
)
ANNEXES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"mdr-class": MDR_ANNEXES, "ivdr-class": IVDR_ANNEXES}
)
