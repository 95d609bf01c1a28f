import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
OUTSIDE = {"WAYMARK_PUBLIC_URL": "https://waymark.example"}


def read_settings(folder, expression, **environment):
    """The last line that a process of its own prints: the expression, or its error."""
    finished = subprocess.run(
        [sys.executable, "-c", f"from config import settings; print({expression})"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "WAYMARK_DATA": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return (finished.stdout or finished.stderr).strip().splitlines()[-1]


def test_a_local_copy_makes_its_own_secret_key_and_keeps_it(tmp_path):
    first = read_settings(tmp_path, "settings.SECRET_KEY")
    second = read_settings(tmp_path, "settings.SECRET_KEY")

    assert len(first) >= 50
    assert first == second
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_a_public_site_needs_a_secret_key_of_its_own(tmp_path):
    printed = read_settings(tmp_path, "settings.SECRET_KEY", **OUTSIDE)

    assert "WAYMARK_SECRET_KEY is not set" in printed


@pytest.mark.parametrize(
    "address", ["waymark.example", "ftp://waymark.example", "https://"]
)
def test_the_public_address_has_to_be_whole(tmp_path, address):
    printed = read_settings(tmp_path, "1", WAYMARK_PUBLIC_URL=address)

    assert "WAYMARK_PUBLIC_URL is" in printed


def test_a_public_site_answers_to_its_own_name_alone(tmp_path):
    printed = read_settings(
        tmp_path,
        "settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS",
        WAYMARK_SECRET_KEY="x" * 50,
        **OUTSIDE,
    )

    assert printed == "['waymark.example'] ['https://waymark.example']"


def test_sqlite_in_the_data_folder_is_the_default_database(tmp_path):
    printed = read_settings(tmp_path, "settings.DATABASES['default']['NAME']")

    assert printed == str(tmp_path / "waymark.sqlite3")


def test_database_url_takes_another_database(tmp_path):
    printed = read_settings(
        tmp_path,
        "settings.DATABASES['default']['ENGINE']",
        DATABASE_URL="postgres://waymark@127.0.0.1/waymark",
    )

    assert printed == "django.db.backends.postgresql"
