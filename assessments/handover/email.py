"""The text of an e-mail that hands a pack over, to be copied and sent by its holder."""

from collections.abc import Iterator, Mapping

from assessments.handover.vocabulary import OPENINGS

CLOSING = (
    "Could you tell us whether you can help, what you would need from us, and what "
    "the next step would be?"
)


def email_of(pack: Mapping) -> dict[str, str]:
    """Subject and text, made from what the pack holds and nothing else."""
    to = pack["to"]
    return {
        "subject": " ".join(f"Enquiry: {to['kind_title']}, {to['name']}".split()),
        "text": "\n".join(_lines(pack)),
    }


def _lines(pack: Mapping) -> Iterator[str]:
    yield from ("Dear colleagues,", "", OPENINGS[pack["to"]["kind"]], "")
    for part in pack["parts"]:
        yield part["title"]
        for line in part["lines"]:
            is_alone = line["label"] == part["title"]
            yield line["text"] if is_alone else f"- {line['label']}: {line['text']}"
        yield ""
    yield from (CLOSING, "", "Kind regards", "", pack["origin"])
