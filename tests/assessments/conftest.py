"""The real site of the tests that kill it or crowd it, and dossiers of the examples."""

import os
import shutil
from dataclasses import replace

import pytest

from assessments.dossier import build_dossier
from assessments.examples import shipped_examples
from assessments.printing import render_pdf
from assessments.renderers import RENDERERS
from tests.assessments.issued import as_issued, case_of, extras_for
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


@pytest.fixture(scope="session")
def printed(example_dossiers, tmp_path_factory):
    """A function: slug of an example → its PDF, printed once for all workers."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if run else base) / f"printed-{run}"
    folder.mkdir(exist_ok=True)

    def print_once(slug):
        file = folder / f"{slug}.pdf"
        if not file.exists():
            dossier = example_dossiers[slug]
            part = folder / f"{slug}-{os.getpid()}"
            part.write_bytes(render_pdf(dossier, extras_for(dossier)))
            part.replace(file)
        return file.read_bytes()

    return print_once


@pytest.fixture
def quick(monkeypatch):
    """Reports are issued, but not printed in passing."""
    blank = replace(RENDERERS["pdf"], make=lambda dossier, extras: b"%PDF-")
    monkeypatch.setitem(RENDERERS, "pdf", blank)
