# make run: the site with its bank, directory and examples on http://127.0.0.1:8000/
# make test: everything that has to hold
# Both make what they need first, and do nothing twice.

PYTHON ?= python3
export PYTHON

VENV := .venv/bin
MANAGE := $(VENV)/python manage.py
BANK := compliance/content/banks/health-ai
DATA := $(or $(WAYMARK_DATA),var)
PIP_INSTALL := $(VENV)/python -m pip install --quiet --disable-pip-version-check

INSTALLED := .venv/installed
INSTALLED_DEV := .venv/installed-dev
DJADE := find templates -name '*.html' -exec $(VENV)/djade --target-version 5.2
COLLECTED := $(DATA)/static-collected

.PHONY: run test check format clean needs-run needs-test

run: needs-run $(INSTALLED) $(COLLECTED)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) publish_bank $(BANK)
	@$(MANAGE) load_directory
	@$(MANAGE) load_examples
	@$(MANAGE) requeue_reports
	@exec .ci/serve.sh

test: needs-test check
	$(VENV)/python -m pytest -n auto --dist loadfile

check: $(INSTALLED_DEV)
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(DJADE) --check {} +
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check_bank $(BANK)
	WAYMARK_PUBLIC_URL=https://waymark.example WAYMARK_DEBUG=False \
	WAYMARK_SECRET_KEY=$$($(VENV)/python -c "import secrets; print(secrets.token_urlsafe(64))") \
	$(MANAGE) check --deploy --fail-level WARNING

format: $(INSTALLED_DEV)
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .
	-$(DJADE) {} +

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis $(DATA)/static*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

needs-run:
	@.ci/need.sh run

needs-test:
	@.ci/need.sh test

$(INSTALLED): requirements.txt | needs-run
	@echo "Installing what requirements.txt names into .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt requirements.txt | needs-test
	@echo "Installing what requirements-dev.txt names into .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@ $(INSTALLED)

$(COLLECTED): $(shell find static -type f) $(INSTALLED) config/settings.py
	@WAYMARK_DEBUG=False $(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@
