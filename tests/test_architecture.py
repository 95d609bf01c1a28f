"""The rules of docs/architecture.md that a machine can keep."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("assessments", "compliance")
PLACES = (*APPS, "config", "tests", "benchmarks")
SOURCES = tuple(
    path
    for place in PLACES
    for path in sorted((ROOT / place).rglob("*.py"))
    if "migrations" not in path.parts
)
TEMPLATES = tuple(sorted((ROOT / "templates").rglob("*.*")))
WEB_TEMPLATES = tuple(path for path in TEMPLATES if "report" not in path.parts)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
IMPORTS = (ast.Import, ast.ImportFrom)
OUTSIDE_WORLD = {
    *("io", "os", "pathlib", "shutil", "sqlite3", "tempfile"),
    *("logging", "socket", "subprocess", "threading", "urllib"),
    *("random", "secrets", "time"),
}
CLOCK_AND_CONSOLE = {"input", "now", "open", "print", "today", "utcnow"}
DRAWERS = {"common", "helpers", "managers", "services", "utils"}
MAX_PYTHON_LINES = 300
MAX_TEMPLATE_LINES = 100
INLINE_CODE = re.compile(
    r"<style\b"
    r"|<script\b(?![^>]*\bsrc=)"
    r"|<[a-z][^<>]*\s(?:style|on[a-z]+)\s*="
    r"|javascript:",
    re.IGNORECASE,
)


def place(path: Path, line: int | None = None) -> str:
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The dotted names that a statement imports: `from a.b import c` gives `a.b.c`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Where the file imports what."""
    for node in ast.walk(tree(path)):
        if isinstance(node, IMPORTS):
            for name in imported(node):
                yield place(path, node.lineno), name


def imports_below(folder: str, *names: str) -> list[str]:
    """Every import below the folder of a package among `names`."""
    return [
        f"{where} imports {name}"
        for path in sources(folder)
        for where, name in imports(path)
        if name.partition(".")[0] in names
    ]


def sources(folder: str) -> list[Path]:
    return [path for path in SOURCES if (ROOT / folder) in path.parents]


def is_model(path: Path) -> bool:
    return path.stem == "models" or path.parent.name == "models"


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def line_of(text: str, found: re.Match) -> int:
    return text.count("\n", 0, found.end()) + 1


def fault(remedy: str, faults: list[str]) -> str:
    return "\n  ".join([remedy, *faults])


def test_the_domain_imports_only_the_standard_library_and_itself():
    faults = [
        f"{where} imports {name}"
        for path in sources("compliance/domain")
        for where, name in imports(path)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not name.startswith("compliance.domain")
    ]

    assert not faults, fault("The domain is plain Python. Hand it values:", faults)


def test_the_domain_has_no_clock_and_touches_no_file():
    reached = imports_below("compliance/domain", *OUTSIDE_WORLD)
    called = [
        f"{place(path, node.lineno)} calls {name}()"
        for path in sources("compliance/domain")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        for name in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if name in CLOCK_AND_CONSOLE
    ]

    assert not reached + called, fault(
        "The domain computes. Read, write and ask for the day outside it:",
        reached + called,
    )


def test_compliance_knows_nothing_of_assessments():
    faults = imports_below("compliance", "assessments")

    assert not faults, fault("Imports run from assessments to compliance:", faults)


@pytest.mark.parametrize("app", APPS)
def test_an_app_reads_its_settings_through_django(app):
    faults = imports_below(app, "config")

    assert not faults, fault("Use django.conf.settings instead of config:", faults)


def test_models_import_only_values_and_models():
    faults = [
        f"{where} imports {name}"
        for path in SOURCES
        if is_model(path)
        for where, name in imports(path)
        if name.partition(".")[0] in APPS
        and not name.startswith("compliance.domain")
        and "models" not in name.split(".")
    ]

    assert not faults, fault(
        "Models are imported by verbs, views and forms, never the other way:", faults
    )


def test_no_signals():
    faults = [
        f"{where} imports {name}"
        for path in SOURCES
        for where, name in imports(path)
        if "signals" in name.split(".") or name.startswith("django.dispatch")
    ]

    assert not faults, fault("Call the function where the thing happens:", faults)


def test_no_import_inside_a_function():
    faults = [
        place(path, inner.lineno)
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, FUNCTIONS)
        for inner in ast.walk(node)
        if isinstance(inner, IMPORTS)
    ]

    assert not faults, fault("Imports stand at the top of the file:", faults)


def test_no_relative_imports():
    faults = [
        place(path, node.lineno)
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert not faults, fault("Write the whole module path:", faults)


def test_no_module_is_a_drawer():
    faults = [
        place(path)
        for path in SOURCES
        if DRAWERS & set(path.relative_to(ROOT).with_suffix("").parts)
    ]

    assert not faults, fault("Name the module for its subject:", faults)


def test_no_python_file_is_longer_than_300_lines():
    faults = [
        f"{place(path)} has {line_count(path)}"
        for path in SOURCES
        if line_count(path) > MAX_PYTHON_LINES
    ]

    assert not faults, fault("Part the file by subject:", faults)


def test_no_template_is_longer_than_100_lines():
    faults = [
        f"{place(path)} has {line_count(path)}"
        for path in TEMPLATES
        if line_count(path) > MAX_TEMPLATE_LINES
    ]

    assert not faults, fault("Move a part into a partial, _name.html:", faults)


def test_web_templates_hold_no_inline_style_or_script():
    faults = [
        f"{place(path, line_of(text, found))} {found[0]}"
        for path in WEB_TEMPLATES
        for text in [path.read_text(encoding="utf-8")]
        for found in INLINE_CODE.finditer(text)
    ]

    assert not faults, fault(
        "The content security policy blocks inline code. Use files of static/:", faults
    )
