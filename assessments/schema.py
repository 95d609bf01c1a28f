"""The JSON Schemas of what is given away: a report's data, and a handover pack."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "schemas"
SCHEMA_FILE = FOLDER / "waymark-dossier-1.json"
HANDOVER_SCHEMA_FILE = FOLDER / "waymark-handover-1.json"
