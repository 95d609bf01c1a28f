"""Which parts a receiver is given, under the names that it uses itself."""

from collections.abc import Mapping
from types import MappingProxyType

# Part → its title, in the order in which the receiver reads them.
Titles = tuple[tuple[str, str], ...]

NAMES = ("names", "Product and organisation")
PURPOSE = ("purpose", "Intended purpose")
PROFILE = ("profile", "Who we are")
VERDICTS = ("verdicts", "Where the product stands under EU law")
MARKET_DATE = ("market-date", "Planned market date")
MESSAGE = ("message", "What we would like to ask")
CONTACT = ("contact", "How to reach us")
TEF: Titles = (
    NAMES,
    PURPOSE,
    ("maturity", "Technology readiness level (TRL) and stage"),
    ("sought", "Validation services, data and clinical partners sought"),
    ("gaps", "Evidence that the service would add"),
    ("device", "Class under device law"),
    PROFILE,
    MESSAGE,
    CONTACT,
)
DATA: Titles = (
    NAMES,
    PURPOSE,
    ("sought", "Data and services sought"),
    ("gaps", "What the data would serve"),
    VERDICTS,
    PROFILE,
    MESSAGE,
    CONTACT,
)
AUTHORITY: Titles = (
    NAMES,
    PURPOSE,
    VERDICTS,
    ("questions", "Open regulatory questions"),
    ("provisions", "Legal provisions concerned"),
    ("maturity", "Stage of development"),
    MESSAGE,
    CONTACT,
)
VOCABULARY: Mapping[str, Titles] = MappingProxyType(
    {
        "edih": (
            NAMES,
            PURPOSE,
            ("sought", "Services sought: test before invest, skills, investment"),
            ("gaps", "What the services would help us with"),
            ("maturity", "Technology readiness level (TRL) and stage"),
            VERDICTS,
            PROFILE,
            MESSAGE,
            CONTACT,
        ),
        "tef-node": TEF,
        "tef-service": TEF,
        "ai-factory": (
            NAMES,
            PURPOSE,
            ("sought", "Computing time and services sought"),
            ("maturity", "Technology readiness level (TRL) and stage"),
            ("ai", "The AI system"),
            PROFILE,
            MESSAGE,
            CONTACT,
        ),
        "data-infrastructure": DATA,
        "data-access-body": DATA,
        "programme": (
            NAMES,
            PURPOSE,
            PROFILE,
            ("maturity", "Technology readiness level (TRL) and stage"),
            ("sought", "Support sought"),
            ("gaps", "What the support would pay or help for"),
            VERDICTS,
            MESSAGE,
            CONTACT,
        ),
        "notified-body": (
            NAMES,
            PURPOSE,
            ("device", "Device class and classification rule"),
            ("conformity", "Conformity assessment procedure and annexes"),
            ("codes", "Designation codes to confirm"),
            ("documentation", "Stage of the technical documentation"),
            ("quality", "Quality management system (QMS)"),
            ("ai", "AI in the device"),
            MARKET_DATE,
            MESSAGE,
            CONTACT,
        ),
        "sandbox": (
            NAMES,
            PURPOSE,
            ("ai", "The AI system"),
            ("questions", "Open regulatory questions"),
            ("provisions", "Legal provisions concerned"),
            ("device", "Class under device law"),
            ("maturity", "Stage of development"),
            MARKET_DATE,
            PROFILE,
            MESSAGE,
            CONTACT,
        ),
        "mdr-authority": AUTHORITY,
        "ai-authority": AUTHORITY,
    }
)
# A service as its receiver calls it, where that is not our own word.
HUB_SERVICES: Mapping[str, str] = MappingProxyType(
    {
        "test_before_invest": "Test before invest",
        "training": "Skills and training",
        "investment_support": "Support to find investment",
        "networking": "Innovation ecosystem and networking",
    }
)
TEF_SERVICES: Mapping[str, str] = MappingProxyType(
    {
        "testing_facility": "Technical validation",
        "real_world_testing": "Validation in real care, with a clinical partner",
        "data_access": "Data for training and validation",
        "regulatory_advice": "Regulatory support",
        "certification": "Support towards certification",
        "cybersecurity": "Cybersecurity testing",
    }
)
SERVICES_OF: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"edih": HUB_SERVICES, "tef-node": TEF_SERVICES, "tef-service": TEF_SERVICES}
)
OPENINGS: Mapping[str, str] = MappingProxyType(
    {
        "edih": "We would like to test before we invest, and ask whether your hub can "
        "help.",
        "tef-node": "We are looking for validation of an AI product for health.",
        "tef-service": "We ask for this service for an AI product for health.",
        "ai-factory": "We would like to apply for computing time and support.",
        "data-infrastructure": "We would like to ask for access to data.",
        "data-access-body": "We would like to ask how to apply for access to data.",
        "programme": "We would like to know whether we can take part.",
        "notified-body": "We are preparing a conformity assessment and ask whether you "
        "take our kind of device, when, and at what price.",
        "sandbox": "We would like to take part, and ask whether our "
        "AI system can be taken into the sandbox.",
        "mdr-authority": "We would like to ask how you read device law in our case.",
        "ai-authority": "We would like to ask how you read the AI Act in our case.",
    }
)
