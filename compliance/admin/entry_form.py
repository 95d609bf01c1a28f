"""The form of a directory entry: words to tick instead of lists to type."""

from collections.abc import Mapping

from django import forms

from compliance.domain.countries import COUNTRIES
from compliance.domain.languages import LANGUAGES
from compliance.domain.support_entry import (
    REGIMES,
    SERVICES,
    SIZE_TITLES,
    TECHNOLOGIES,
)
from compliance.models import SupportEntryRow


class WordsField(forms.MultipleChoiceField):
    """Words of a vocabulary, ticked; a sorted list, as the rows keep it."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, titles: Mapping[str, str], label: str):
        super().__init__(choices=list(titles.items()), label=label, required=False)

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


class SupportEntryForm(forms.ModelForm):
    """An entry; what may be several words of a list is ticked."""

    technologies = WordsField(TECHNOLOGIES, "technologies")
    services = WordsField(SERVICES, "services")
    sizes = WordsField(SIZE_TITLES, "only for sizes")
    regimes = WordsField({word: word.upper() for word in REGIMES}, "device regimes")
    partners = WordsField(COUNTRIES, "partner countries")
    languages = WordsField(LANGUAGES, "languages")
    regions = NamesField("regions served")

    class Meta:
        model = SupportEntryRow
        fields = (
            *("technologies", "services", "sizes", "regimes"),
            *("partners", "languages", "regions"),
        )
