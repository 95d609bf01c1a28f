"""Back to the last version."""

import json

from compliance.models import WorkingCopy
from compliance.workbench.filling import fill


def discard(copy: WorkingCopy) -> None:
    """Make the working copy its last version again; what differs goes to the history.

    Raises ValueError where it was never published.
    """
    if copy.base is None:
        raise ValueError("There is no version to return to.")
    fill(copy, json.loads(copy.base.document))
