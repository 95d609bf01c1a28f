"""The public pages: home, start, and what Waymark is and keeps."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments.context import newest_version
from assessments.drawing import drawn_questions
from assessments.examples import home_examples
from assessments.forms import StartForm
from assessments.keeping import start_assessment
from assessments.method import method_of, version_records
from assessments.throttling import allows_start
from compliance.models import BankVersion
from compliance.publishing import MAIN_BANK, published_bank


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What you get, how long it takes, finished examples."""
    examples = home_examples()
    context = {
        "examples": examples,
        "example_trail": examples[0]["steps"] if examples else [],
        "example_name": examples[0]["product"] if examples else "",
    }
    return render(request, "home.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Name the product; get a private link."""
    version = newest_version()
    if version is None:
        return render(request, "503.html", status=503)
    bank = published_bank(version.fingerprint)
    questions = tuple(bank.questions[slug] for slug in bank.start)
    sent = request.POST if request.method == "POST" else None
    form = StartForm(sent, questions=questions, saved={})
    if form.is_bound and form.is_valid():
        if not allows_start(request.META["REMOTE_ADDR"]):
            return render(request, "429.html", status=429)
        return redirect(_started(version, form))
    drawn = drawn_questions(form, bank, {})
    context = {"form": _form_context(form, drawn)}
    context |= {"hidden": [], "expiry_days": settings.WAYMARK_EXPIRY_DAYS}
    return render(request, "start.html", context, status=422 if form.errors else 200)


def _started(version: BankVersion, form: StartForm) -> str:
    _, code = start_assessment(
        version,
        form.cleaned_data["product"],
        form.cleaned_data["organisation"],
        form.reply,
    )
    return reverse("walk:link", kwargs={"code": code})


def _form_context(form: StartForm, questions: list[dict]) -> dict:
    fields = {
        name: {
            "id": name,
            "name": name,
            "value": form[name].value() or "",
            "errors": form.errors.get(name, []),
        }
        for name in ("product", "organisation")
    }
    errors = [
        {"message": message, "href": f"#{name}"}
        for name, field in fields.items()
        for message in field["errors"]
    ]
    errors += [
        {"message": message, "href": f"#q-{slug}"}
        for slug, messages in form.faults.items()
        for message in messages
    ]
    return {**fields, "questions": questions, "errors": errors}


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Waymark is, and what it is not."""
    return render(request, "pages/about.html")


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How verdicts are reached: the newest bank with all its rules, in words."""
    versions = list(BankVersion.objects.of_bank(MAIN_BANK).light())
    if not versions:
        return render(request, "503.html", status=503)
    context = {
        "m": method_of(versions[0].fingerprint),
        "versions": version_records(versions),
    }
    return render(request, "pages/method.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored where, and for how long."""
    context = {"expiry_days": settings.WAYMARK_EXPIRY_DAYS}
    return render(request, "pages/privacy.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the pages and the report are."""
    return render(request, "pages/accessibility.html")


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """Whether the site can answer: it reads the database once."""
    return HttpResponse("ok" if newest_version() else "no bank is published")
