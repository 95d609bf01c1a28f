"""What is sent from the page on which parts are ticked."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.forms import cleaned_text
from assessments.handover.parts import PARTS, Part

# Typed for one handover alone, and how long it may be.
TYPED: Mapping[str, int] = {"market-date": 100, "message": 2000, "contact": 500}
SHOW, WORD, JSON = "show", "docx", "json"
TOO_LONG = _("Keep it within %(limit_value)d characters; it has %(show_value)d.")


class HandoverForm(forms.Form):
    """Which parts are ticked, what was typed, and as what it is wanted."""

    part = forms.MultipleChoiceField(
        choices=[(slug, slug) for slug in (*PARTS, *TYPED)],
        error_messages={"required": _("Tick what this place may learn.")},
    )
    wanted = forms.ChoiceField(
        choices=[(form, form) for form in (SHOW, WORD, JSON)], required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for slug, limit in TYPED.items():
            self.fields[slug] = forms.CharField(
                max_length=limit,
                required=False,
                error_messages={"max_length": TOO_LONG},
            )

    @property
    def texts(self) -> dict[str, str]:
        """Part → what was typed for it; call it on a valid form."""
        return {slug: cleaned_text(self.cleaned_data[slug]) for slug in TYPED}

    @property
    def ticked(self) -> set[str]:
        """The parts that are ticked; call it on a valid form."""
        return set(self.cleaned_data["part"])

    def drawn(self, parts: list[Part]) -> list[dict]:
        """The parts as the page draws them; nothing is ticked beforehand."""
        sent = set(self.data.getlist("part")) if self.is_bound else set()
        return [self._drawn(part, sent) for part in parts if self._has_place(part)]

    def _has_place(self, part: Part) -> bool:
        return part.slug in TYPED or bool(part.lines)

    def _drawn(self, part: Part, sent: set[str]) -> dict:
        is_typed = part.slug in TYPED
        return {
            "slug": part.slug,
            "title": part.title,
            "lines": () if is_typed else part.lines,
            "is_typed": is_typed,
            "is_long": TYPED.get(part.slug, 0) > TYPED["market-date"],
            "value": self[part.slug].value() or "" if is_typed else "",
            "errors": self.errors.get(part.slug, ()) if self.is_bound else (),
            "checked": part.slug in sent,
        }

    @property
    def faults(self) -> list[dict]:
        """Every error with the place on the page where it is put right."""
        return [
            {"message": message, "href": f"#{name}"}
            for name, messages in self.errors.items()
            for message in messages
        ]
