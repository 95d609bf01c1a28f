"""The real site of the tests that kill it or crowd it, and dossiers of the examples."""

import shutil
from dataclasses import replace

import pytest

from assessments.dossier import build_dossier
from assessments.examples import shipped_examples
from assessments.renderers import RENDERERS
from tests.assessments.issued import as_issued, case_of
from tests.assessments.running_site import Site


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory):
    """A data folder with the shipped bank, made once and copied."""
    site = Site(tmp_path_factory.mktemp("prepared"))
    site.prepare()
    return site.folder


@pytest.fixture(scope="module")
def site(prepared_folder, tmp_path_factory):
    """A site with the shipped bank, not yet running."""
    folder = tmp_path_factory.mktemp("site") / "data"
    shutil.copytree(prepared_folder, folder)
    return Site(folder)


@pytest.fixture(scope="session")
def example_dossiers(shipped_bank):
    """The dossier of each shipped example as it would be issued: slug → dossier."""
    return {
        example.slug: as_issued(build_dossier(case_of(shipped_bank, example)))
        for example in shipped_examples(shipped_bank)
    }


@pytest.fixture
def quick(monkeypatch):
    """Reports are issued, but not printed in passing."""
    blank = replace(RENDERERS["pdf"], make=lambda dossier, extras: b"%PDF-")
    monkeypatch.setitem(RENDERERS, "pdf", blank)
