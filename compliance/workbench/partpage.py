"""What the page of one part shows beside its form."""

from collections.abc import Collection
from dataclasses import replace

from compliance.bankfile.building import shape_of
from compliance.domain.bank import Bank, Question
from compliance.domain.checks import find_problems
from compliance.domain.labels import label_of_field
from compliance.domain.parts import HEAD, KINDS, Placed, own_fields
from compliance.domain.sentences import marked_sentence
from compliance.domain.titles import title_of
from compliance.domain.told import told
from compliance.drawing import NOT_ANSWERED, drawn_question
from compliance.models import Part
from compliance.publishing import published_bank
from compliance.workbench.desk import PAGES, Desk, shelf_of
from compliance.workbench.effects import effect_of
from compliance.workbench.ending import used_by, uses_of_part
from compliance.workbench.lists import rows_of
from compliance.workbench.outcome_panel import case_outcome
from compliance.workbench.panel import told as told_faults
from compliance.workbench.partform import PartForm, placed_from
from compliance.workbench.slugs import BY_WORD, is_published

USES_SHOWN = 12
GATES = ("asked_when", "decided_when", "when")
LEADS = {"asked_when": "Ask this when", "decided_when": "Decide this when"}
APPLIES = {"duty": "It applies when"}
# Parts of which the page shows more than the form: a sentence, a preview, an effect.
SEEN = ("question", "section", "scheme", "rule", "otherwise", "duty", "case",
        "headline", "statement", "exclusion", "support")  # fmt: skip


def page_context(desk: Desk, row: Part, form: PartForm) -> dict:
    """Form, sentence, preview, effect, uses and problems of a part as it is drawn."""
    fields, lists = form.drawn()
    placed = form.placed(row.slug)
    draft = drafted(desk.state.bank, row, placed) if placed else None
    uses = uses_of_part(desk, row) if row.pk else []
    cases = [use for use in uses if use.user.kind == "case"]
    others = [use for use in uses if use.user.kind != "case"]
    faults = form.shown_faults
    return {
        "part": _part(desk, row, placed),
        "fields": fields,
        "lists": [{"id": f"list-{k}", "labels": v.values()} for k, v in lists.items()],
        "errors": [
            {"message": message, "href": f"#{name.replace('.', '-')}"}
            for name, message in faults.items()
        ],
        "sentences": _sentences(form, placed, draft or desk.state.bank),
        "kept_lines": _kept_lines(desk, form, placed),
        "preview": _preview(placed, draft),
        "effect": _effect(desk, placed, draft),
        "can_be_seen": row.kind in SEEN,
        "outcome": case_outcome(placed, draft),
        "uses": used_by(desk, others[:USES_SHOWN]),
        "use_count": len(others),
        "use_cases": len({use.user.slug for use in cases}),
        "own_problems": _own_problems(desk, row, draft),
        "inside": _inside(desk, row),
    }


def _part(desk: Desk, row: Part, placed: Placed | None) -> dict:
    kind = KINDS.get(row.kind)
    name = kind.name if kind else "bank"
    stored = desk.state.parts.get((row.kind, row.slug, 0)) if row.pk else None
    title = title_of(stored or placed, desk.state.bank) if stored or placed else ""
    holder = row.parent
    return {
        "pk": row.pk,
        "kind": row.kind,
        "kind_name": name,
        "title": title if row.pk else f"New {name}",
        "slug": row.slug,
        "is_named": "slug" in own_fields(row.kind) and row.kind not in BY_WORD,
        "is_fixed": not row.pk or is_published(row),
        "revision": row.revision,
        "changed_at": row.changed_at if row.pk else None,
        "words": _words(row),
        "is_head": row.kind == HEAD,
        "trail": _trail(desk, row, holder),
        "delete_url": desk.url("delete", pk=row.pk) if row.pk else "",
        "history_url": f"{desk.url('history')}?part={row.pk}" if row.pk else "",
        "rename_url": desk.url("rename", pk=row.pk) if row.pk else "",
        "add_measure_url": f"{desk.url('new', kind='measure')}?for={row.pk}"
        if row.pk and row.kind == "duty"
        else "",
    }


def _words(row: Part) -> list[dict]:
    """The vocabulary that a new technology or service is named from."""
    offered = {} if row.pk else BY_WORD.get(row.kind, {})
    return [{"value": word, "label": label} for word, label in offered.items()]


def _trail(desk: Desk, row: Part, holder: Part | None) -> list[dict]:
    shelf = shelf_of(row.kind)
    steps = [{"title": PAGES[shelf], "url": desk.url(shelf)}]
    if holder is not None:
        placed = desk.state.parts.get((holder.kind, holder.slug, 0))
        title = title_of(placed, desk.state.bank) if placed else holder.slug
        steps.append({"title": title, "url": desk.url("part", pk=holder.pk)})
    elif row.kind in KINDS and row.kind not in ("section", "scheme", "case"):
        title = KINDS[row.kind].names.capitalize()
        steps.append({"title": title, "url": desk.url("kind", kind=row.kind)})
    return steps


def drafted(bank: Bank, row: Part, placed: Placed) -> Bank:
    """The bank with a part as it stands in the form, saved or not."""
    if row.kind == HEAD:
        names = set(own_fields(HEAD)) - {"slug", "number", "changelog"}
        return replace(bank, **{name: getattr(placed.part, name) for name in names})
    kind = KINDS[row.kind]
    if not kind.parent:
        held = _held(getattr(bank, kind.field), row, placed.part)
        return replace(bank, **{kind.field: held})
    shelf = KINDS[kind.parent].field
    holders = tuple(
        _with_inner(holder, kind, row, placed.part)
        if row.parent and holder.slug == row.parent.slug
        else holder
        for holder in getattr(bank, shelf)
    )
    return replace(bank, **{shelf: holders})


def _with_inner(holder: object, kind, row: Part, part: object) -> object:
    if kind.is_single:
        return replace(holder, **{kind.field: part})
    return replace(
        holder, **{kind.field: _held(getattr(holder, kind.field), row, part)}
    )


def _held(parts: tuple, row: Part, part: object) -> tuple:
    """The shelf with the part in place of itself, or at the end where it is new."""
    inner = [each.field for each in KINDS.values() if each.parent == row.kind]
    place = next((n for n, each in enumerate(parts) if _is(each, row)), None)
    if place is None:
        return (*parts, part)
    kept = {name: getattr(parts[place], name) for name in inner}
    return (*parts[:place], replace(part, **kept), *parts[place + 1 :])


def _is(part: object, row: Part) -> bool:
    if not row.pk:
        return False
    if row.slug:
        return getattr(part, "slug", "") == row.slug
    words = row.content.get("text") or row.content.get("trl", "")
    return (getattr(part, "text", "") or getattr(part, "trl", "")) == words


def _sentences(form: PartForm, placed: Placed | None, bank: Bank) -> list[dict]:
    """The conditions of a part read aloud."""
    if placed is None:
        return []
    return [
        {
            "label": label_of_field(form.holds, name),
            "lead": LEADS.get(name) or APPLIES.get(form.kind, "It holds when"),
            "text": marked_sentence(condition, bank),
        }
        for name in GATES
        if (condition := getattr(placed.part, name, None)) is not None
    ]


def _kept_lines(desk: Desk, form: PartForm, placed: Placed | None) -> list[str]:
    """What can be read here but is edited in files: what a proposal would change."""
    if form.kind != "proposal" or placed is None:
        return []
    return list(told(placed, "changes", desk.state.bank))


def _preview(placed: Placed | None, draft: Bank | None) -> dict | None:
    if placed is None or draft is None or not isinstance(placed.part, Question):
        return None
    if not placed.part.text:
        return None
    return drawn_question(placed.part, draft, NOT_ANSWERED)


def _effect(desk: Desk, placed: Placed | None, draft: Bank | None) -> dict | None:
    if placed is None or draft is None:
        return None
    base = desk.copy.base
    before = published_bank(base.fingerprint) if base else None
    return effect_of(placed, before, draft)


def _own_problems(desk: Desk, row: Part, draft: Bank | None) -> list[dict]:
    """What is wrong with this part as it stands in the form."""
    if draft is None:
        return []
    faults = [each for each in find_problems(draft) if each.subject == row.slug]
    warnings = [each for each in desk.state.warnings if each.subject == row.slug]
    return told_faults(desk, [*faults, *warnings] if row.pk and row.slug else [])


def _inside(desk: Desk, row: Part) -> list[dict]:
    """The shelves of a section or scheme, each with what stands on it."""
    if not row.pk:
        return []
    return [
        {
            "kind": kind.slug,
            "names": kind.names,
            "one": kind.one,
            "rows": rows_of(desk, kind.slug, row.slug),
            "add_url": f"{desk.url('new', kind=kind.slug)}?in={row.pk}",
            "is_single": kind.is_single,
            "move_url": desk.url("move"),
        }
        for kind in KINDS.values()
        if kind.parent == row.kind
    ]


def conflict_of(
    desk: Desk, form: PartForm, now: Part, clashes: Collection[str]
) -> list[dict]:
    """Field by field, what both changed: what was saved, and what was sent."""
    theirs = placed_from(now.kind, now.slug, now.content, form.scheme)
    yours = form.placed(now.slug)
    if theirs is None or yours is None:
        return []
    keys = {each.name: key for key, (each, _) in shape_of(form.holds).items()}
    return [
        {
            "label": label_of_field(form.holds, name),
            "yours": told(yours, name, desk.state.bank),
            "saved": told(theirs, name, desk.state.bank),
        }
        for name in own_fields(now.kind)
        if keys[name] in clashes
    ]
