"""Complete answers drawn at random: the same seed gives the same case."""

from random import Random

from assessments.dossier import Case
from compliance.bankfile import document_of, fingerprint
from compliance.directory import shipped_entries
from compliance.domain.answers import Answer
from compliance.domain.bank import CHOICES, COUNTRY, DATE, TEXT
from compliance.domain.determination import determine

PURPOSE = "It sorts what patients write by how urgent it is, for nurses on duty."
COUNTRIES = ("DE", "PT", "FR", "PL", "IE", "MT", "GR", "SE")
DAYS = ("2024-05-01", "2027-03-01")
STATES = ("in-place", "partly", "planned", "not-started", "not-applicable")
# How often "I don't know yet" is answered, and how many measures are told.
UNSURE, TOLD = (0, 0.1, 0.3), (0.9, 0.5, 0)


def random_case(bank, seed, day):
    """A case whose every question on its path is answered, by the seed."""
    return Case(
        bank=bank,
        bank_hash=fingerprint(document_of(bank)),
        answers=random_answers(bank, Random(seed), UNSURE[seed % 3], TOLD[seed % 3]),
        product=f"Probe {seed}",
        organisation="Example Ltd",
        as_of=day,
        answered_on=day,
        entries=shipped_entries(),
    )


def random_answers(bank, random, unsure, told):
    """An answer to each question that the answers before it ask, and to measures."""
    answers = {}
    while question := next_question(bank, answers):
        answers[question.slug] = random_answer(question, random, unsure)
    for slug in bank.measure:
        if random.random() < told:
            answers[slug] = Answer((random.choice(STATES),))
    return answers


def next_question(bank, answers):
    path = determine(bank, answers).path
    return next((question for question in path if question.slug not in answers), None)


def random_answer(question, random, unsure):
    drawn = {TEXT: (PURPOSE,), COUNTRY: COUNTRIES, DATE: DAYS}.get(question.kind)
    if drawn:
        return Answer((random.choice(drawn),))
    slugs = [choice.slug for choice in question.options]
    if random.random() < unsure:
        return Answer((), True)
    if question.kind == CHOICES and len(slugs) > 2:
        # The last choice is "none of these", which excludes the others.
        count = random.randint(1, 2)
        return Answer(tuple(sorted(random.sample(slugs[:-1], count))))
    return Answer((random.choice(slugs),))
