"""The JSON Schema of the dossier: the form in which a report's data are given away."""

from pathlib import Path

SCHEMA_FILE = Path(__file__).resolve().parent / "schemas" / "waymark-dossier-1.json"
