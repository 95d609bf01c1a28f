"""The real site of the tests that kill it or crowd it."""

import shutil

import pytest

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
