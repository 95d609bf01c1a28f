"""The form of a directory entry: words to tick instead of lists to type."""

from collections.abc import Mapping

from django import forms

from compliance.directorycells import begins_like_a_formula
from compliance.domain.countries import COUNTRIES
from compliance.domain.languages import LANGUAGES
from compliance.domain.support_entry import (
    KINDS,
    REGIMES,
    SERVICES,
    SIZE_TITLES,
    SUBKINDS,
    TECHNOLOGIES,
)
from compliance.models import SupportEntryRow
from compliance.models.vocabulary import validate_condition

MOST_TICKS = 25
SUBKIND_CHOICES = [
    ("", "–"),
    *((KINDS[kind], list(titles.items())) for kind, titles in SUBKINDS.items()),
]


class WordsField(forms.MultipleChoiceField):
    """Words of a vocabulary, ticked; a sorted list, as the rows keep it."""

    def __init__(self, titles: Mapping[str, str], label: str):
        # A short list is ticked, a long one scrolls.
        is_long = len(titles) > MOST_TICKS
        widget = forms.SelectMultiple(attrs={"size": 8})
        super().__init__(
            choices=list(titles.items()),
            label=label,
            required=False,
            widget=widget if is_long else forms.CheckboxSelectMultiple,
        )

    def clean(self, value: object) -> list[str]:
        """The ticked words in the order of the alphabet."""
        return sorted(super().clean(value))


class NamesField(forms.CharField):
    """Names, one a line; a sorted list, as the rows keep it."""

    def __init__(self, label: str):
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(label=label, required=False, widget=widget)

    def prepare_value(self, value: object) -> object:
        """A stored list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: object) -> list[str]:
        """The names that are not empty, each once."""
        lines = super().clean(value).splitlines()
        return sorted({line.strip() for line in lines if line.strip()})


class ConditionField(forms.JSONField):
    """A condition as JSON; empty for none."""

    def prepare_value(self, value: object) -> object:
        """No condition is an empty field."""
        return "" if value is None else super().prepare_value(value)


class SupportEntryForm(forms.ModelForm):
    """An entry; what may be several words of a list is ticked."""

    subkind = forms.ChoiceField(
        choices=SUBKIND_CHOICES, label="Sub-kind", required=False
    )
    eligible_when = ConditionField(
        label="Eligible when",
        required=False,
        validators=[validate_condition],
        help_text='A condition, such as {"device-regime": ["mdr", "ivdr"]}.',
    )
    technologies = WordsField(TECHNOLOGIES, "Technologies")
    services = WordsField(SERVICES, "Services")
    sizes = WordsField(SIZE_TITLES, "Only for sizes")
    regimes = WordsField({word: word.upper() for word in REGIMES}, "Device regimes")
    partners = WordsField(COUNTRIES, "Partner countries")
    languages = WordsField(LANGUAGES, "Languages")
    regions = NamesField("Regions served")

    class Meta:
        model = SupportEntryRow
        fields = (
            *(
                "subkind",
                "eligible_when",
                "technologies",
                "services",
                "sizes",
                "regimes",
            ),
            *("partners", "languages", "regions"),
        )

    def clean(self) -> dict:
        """A sub-kind belongs to its kind, and no text is a formula."""
        cleaned = super().clean()
        kind, subkind = cleaned.get("kind", ""), cleaned.get("subkind", "")
        if subkind and subkind not in SUBKINDS.get(kind, {}):
            self.add_error("subkind", "This is not a sub-kind of the kind above.")
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and begins_like_a_formula(value):
                self.add_error(name, "This begins like a formula. Begin with a word.")
        return cleaned
