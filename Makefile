# The commands of the project; README.md explains them.
# PORT, VAR_DIR, DATABASE_URL, REDIS_URL and EMAIL_URL count, from the environment or from .env.

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# What WeasyPrint draws with, what compiles the translations, what makes the virtual environment.
SYSTEM_PACKAGES := python3-venv gettext libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
TEST_PACKAGES := chromium
# A Java runtime for veraPDF, and what Java has left out since.
PAPER_PACKAGES := default-jre-headless libjaxb-java
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
MESSAGES := $(BIN)/python manage.py makemessages --locale da --locale sv --no-wrap --no-location --no-obsolete \
	--ignore node_modules --ignore var --ignore .venv --ignore tests

.PHONY: run test check check-pdf fix bench lock messages setup setup-dev setup-papers packages-python packages-node
.DEFAULT_GOAL := run

run: setup
	@exec $(BIN)/python -m config.start

test: setup-dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/python -m config.embedded -- $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check_translations
	git ls-files -z 'templates/*.html' | xargs -0 -r $(BIN)/djhtml --tabwidth 2 --check

fix: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -z 'templates/*.html' | xargs -0 -r $(BIN)/djhtml --tabwidth 2

# Every kind of document the tests make, asked by veraPDF; the tests themselves ask `pdfua`, which knows fewer rules.
check-pdf: setup-papers
	rm -rf var/papers
	PAPERS=$(CURDIR)/var/papers $(BIN)/python -m pytest -q -m papers
	$(BIN)/python .ci/verapdf.py var/papers/*.pdf

bench: setup
	$(BIN)/python -m config.embedded -- $(BIN)/python manage.py bench

messages: setup
	$(MESSAGES)

lock: setup-dev
	@for list in requirements requirements-dev requirements-papers requirements-node; do \
		echo "$$list.txt"; CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) -o $$list.txt $$list.in || exit 1; \
	done
	npm install --package-lock-only

# What was installed last is kept beside it, so that the second time takes no time.
setup: packages-python packages-node
setup-dev: setup
	@cmp --silent requirements-dev.txt .venv/installed-dev || { set -e; \
		bash .ci/packages $(TEST_PACKAGES); \
		echo "Installing test tools …"; \
		$(INSTALL) --requirement requirements-dev.txt; \
		cp requirements-dev.txt .venv/installed-dev; }

setup-papers: setup-dev
	@cmp --silent requirements-papers.txt .venv/installed-papers || { set -e; \
		bash .ci/packages $(PAPER_PACKAGES); \
		echo "Installing veraPDF …"; \
		$(INSTALL) --requirement requirements-papers.txt; \
		cp requirements-papers.txt .venv/installed-papers; }

packages-python:
	@cmp --silent requirements.txt .venv/installed || { set -e; \
		bash .ci/packages $(SYSTEM_PACKAGES); \
		$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed. Name one: make PYTHON=python3.12")'; \
		[ -x $(BIN)/python ] || { echo "Making .venv …"; $(PYTHON) -m venv .venv; }; \
		echo "Installing Python packages …"; \
		$(INSTALL) --requirement requirements.txt; \
		cp requirements.txt .venv/installed; }

packages-node: packages-python
	@cmp --silent package-lock.json node_modules/installed || { set -e; \
		command -v npm >/dev/null || [ -x $(BIN)/npm ] || $(INSTALL) --requirement requirements-node.txt; \
		echo "Installing front-end packages …"; \
		PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --silent --no-progress; \
		cp package-lock.json node_modules/installed; }
