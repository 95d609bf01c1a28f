"""The pages of Waymark in the states that look different, and the way to each."""

from datetime import timedelta

from django.utils import timezone

from assessments.answering import write_answers
from assessments.issuing import issue_report
from assessments.keeping import start_assessment
from assessments.models import Assessment, Rendering
from assessments.panels import case_of
from assessments.steps import MEASURES, questions_shown, steps_of
from assessments.throttling import STARTS_AN_HOUR, allows_start
from assessments.visits import Visit
from compliance.domain.answers import answer_of
from compliance.domain.bank import COUNTRY, DATE
from compliance.domain.determination import determine
from compliance.models import BankVersion
from tests.browser import walking
from tests.browser.report_places import REPORT_PLACES


class Founder:
    """Somebody with a tab, and with an assessment once it is begun."""

    def __init__(self, page, site, version, bank, examples):
        self.page = page
        self.site = site
        self.version = version
        self.bank = bank
        self.examples = examples
        self.assessment = None
        self.path = ""

    def begin(self, example="", product="Probe"):
        """Start an assessment with an example's answers, or with none."""
        self.answers = self.examples[example].answers if example else {}
        self.assessment, code = start_assessment(
            self.version, product, "Example Ltd", self.answers
        )
        self.path = f"/a/{code}/"

    def open(self, address, status=200):
        """Open a page of the site that answers with this status."""
        assert self.page.goto(address).status == status

    def press(self, button, status):
        """Press a button that leads to a page with this status."""
        assert walking.press(self.page, button).status == status

    def go(self, place=""):
        """Open a page of the assessment."""
        self.open(self.path + place)

    def go_to_question(self, kind):
        """Open the first section that draws a question of this kind; returns it."""
        return self.go_to_one_that(lambda question: question.kind == kind)

    def go_to_one_that(self, fits):
        """Open the first section that draws a question that fits; returns it."""
        step, question = next(each for each in self._drawn() if fits(each[1]))
        self.go(f"s/{step}/")
        return question

    def go_to_measures(self):
        """Open the first area of measures."""
        steps = steps_of(determine(self.bank, self.answers))
        asked = (step for step in steps if step.kind == MEASURES and step.questions)
        self.go(f"s/{next(asked).slug}/")

    def _drawn(self):
        determination = determine(self.bank, self.answers)
        for step in steps_of(determination):
            for question in questions_shown(determination, step):
                yield step.slug, question

    def stored(self, slug):
        """The values stored as the answer to a question."""
        return self.assessment.answers.get(slug=slug).values

    def issue(self, state):
        """Have a report issued, and its printing in this state; the report's path."""
        case = case_of(Visit(self.assessment, {}), timezone.localdate())
        report = issue_report(self.assessment, case)
        later = timezone.now() + timedelta(minutes=1)
        Rendering.objects.update(state=state, leased_until=later)
        return f"reports/{report.number}/"


def home(founder):
    founder.open("/")


def about(founder):
    founder.open("/about/")


def method(founder):
    founder.open("/method/")


def privacy(founder):
    founder.open("/privacy/")


def accessibility(founder):
    founder.open("/accessibility/")


def directory(founder):
    founder.open("/directory/?country=PT&serves=1")


def directory_without_a_hit(founder):
    founder.open("/directory/?q=nothing+says+this&kind=wizard")


def directory_by_country(founder):
    founder.open("/directory/europe/")


def directory_entry(founder):
    founder.open("/directory/edih-pt-attract/")


def directory_open_data(founder):
    founder.open("/directory/open/")


def start(founder):
    founder.open("/start/")


def start_with_errors(founder):
    founder.open("/start/")
    founder.press("Start", 422)


def link(founder):
    founder.begin()
    founder.go("link/")


def section_with_a_date(founder):
    founder.begin("first-in-line")
    founder.go_to_question(DATE)


def section_of_measures(founder):
    founder.begin("retinascreen")
    founder.go_to_measures()


def section_with_something_to_put_right(founder):
    founder.begin("retinascreen")
    founder.go_to_measures()
    founder.page.get_by_role("radio", name="Not applicable").first.check()
    founder.press(walking.GO_ON, 200)
    founder.page.get_by_role("alert").wait_for()


def section_changed_by_somebody_else(founder):
    founder.begin("retinascreen")
    founder.go_to_question(COUNTRY)
    write_answers(founder.assessment, {"country": answer_of("SE")})
    founder.page.locator("[name='q-country']").select_option("DE")
    founder.press(walking.GO_ON, 409)


def answers(founder):
    founder.begin("retinascreen")
    founder.go("answers/")


def answers_before_any_is_given(founder):
    founder.begin()
    founder.go("answers/")


def result(founder):
    founder.begin("retinascreen")
    founder.go("result/")


def result_before_anything_is_answered(founder):
    founder.begin()
    founder.go("result/")


def result_of_an_example(founder):
    founder.open("/examples/first-in-line/result/")


def answers_of_an_example(founder):
    founder.open("/examples/first-in-line/answers/")


def reasons(founder):
    founder.begin("retinascreen")
    founder.go("reasons/")


def duties(founder):
    founder.begin("retinascreen")
    founder.go("duties/")


def plan(founder):
    founder.begin("retinascreen")
    founder.go("plan/")


def support(founder):
    founder.begin("retinascreen")
    founder.go("support/")


def others(founder):
    founder.begin("retinascreen")
    founder.go("support/others/")


def others_of_one_kind(founder):
    founder.begin("retinascreen")
    founder.go("support/others/?kind=sandbox")


def handover(founder):
    founder.begin("retinascreen")
    founder.go("support/sbx-pt/")


def handover_with_email(founder):
    handover(founder)
    for part in founder.page.locator("[name='part']").all():
        part.check()
    founder.press("Show the e-mail text", 200)


def handover_of_nothing(founder):
    handover(founder)
    founder.press("Show the e-mail text", 422)


def handover_with_errors(founder):
    handover(founder)
    founder.page.locator("[name='message']").fill("x" * 2001)
    founder.press("Show the e-mail text", 422)


def delete(founder):
    founder.begin()
    founder.go("delete/")


def deleted(founder):
    delete(founder)
    founder.press("Delete for good", 200)


def form_refused(founder):
    founder.open("/start/")
    founder.page.context.clear_cookies()
    founder.press("Start", 403)


def nothing_here(founder):
    founder.open("/a/no-such-code/", 404)


def too_many_starts(founder):
    for _ in range(STARTS_AN_HOUR):
        allows_start("127.0.0.1")
    founder.open("/start/")
    founder.page.get_by_label("Product name").fill("One more")
    founder.press("Start", 429)


def no_bank_is_published(founder):
    Assessment.objects.all().delete()
    BankVersion.objects.all().delete()
    founder.open("/start/", 503)


PLACES = (
    *(home, about, method, privacy, accessibility),
    *(directory, directory_without_a_hit, directory_by_country),
    *(directory_entry, directory_open_data),
    *(start, start_with_errors, link),
    *(section_with_a_date, section_of_measures),
    *(section_with_something_to_put_right, section_changed_by_somebody_else),
    *(answers, answers_before_any_is_given, answers_of_an_example),
    *(result, result_before_anything_is_answered, result_of_an_example),
    *(reasons, duties, plan, support, others, others_of_one_kind),
    *(handover, handover_with_email, handover_of_nothing, handover_with_errors),
    *REPORT_PLACES,
    *(delete, deleted),
    *(form_refused, nothing_here, too_many_starts, no_bank_is_published),
)
