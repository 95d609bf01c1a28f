"""The JSON twin of a report inside its PDF."""

from datetime import UTC, datetime

import pydyf
from weasyprint import Attachment

DESCRIPTION = "The data of this report, frozen when it was issued (JSON)"


def attach_twin(dossier: dict, twin: str) -> dict[str, object]:
    """What `write_pdf` needs to attach the twin; nothing where there is none."""
    if not twin:
        return {}
    return {"attachments": [_attachment(dossier, twin)], "finisher": _mark_as_data}


def _attachment(dossier: dict, twin: str) -> Attachment:
    # A fixed moment, so that the same report is the same bytes.
    day = datetime.fromisoformat(dossier["issued"]).replace(tzinfo=UTC)
    return Attachment(
        string=twin,
        name=f"{dossier['number']}.json",
        description=DESCRIPTION,
        created=day,
        modified=day,
    )


def _mark_as_data(document, pdf: pydyf.PDF) -> None:
    """Say what the attachment is to the report: WeasyPrint does so for PDF/A alone."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Type") == "/Filespec":
            each["AFRelationship"] = "/Data"
            pdf.catalog["AF"] = pydyf.Array([each.reference])
