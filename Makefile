# Chancery needs Python 3.11 or newer, pip and make; everything else lands in .venv.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help install demo test test-all check format golden bench bench-reader figures lock clean

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 16

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Chancery needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml requirements.lock | $(BIN)/python
	@echo "installing Chancery and what it needs into $(VENV): a minute or two, once"
	@$(PIP) install -qq -c requirements.lock --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	@$(PIP) install -qq -r requirements.lock
	@touch $@

install: $(VENV)/.installed  ## make .venv with chancery in it

demo: $(VENV)/.installed  ## read the sample reports and check what one of them claims
	@$(BIN)/python -m chancery.serve.demo samples build/demo.duckdb

test: $(VENV)/.tools  ## the tests that take minutes at most, with coverage
	$(BIN)/python -m pytest -m "not slow" --cov=chancery --cov-report=term:skip-covered

test-all: $(VENV)/.tools  ## every test, the slow ones too
	$(BIN)/python -m pytest

check: $(VENV)/.tools  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.tools  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(VENV)/.tools  ## write golden files and the README's examples anew: look at the difference before you commit
	$(BIN)/python -m tests.golden.renew
	$(BIN)/python -m tests.golden.pages

bench: $(VENV)/.tools  ## time spent in each stage over the samples
	$(BIN)/python -m bench.speed samples

bench-reader: $(VENV)/.tools  ## the reader's speed, cold start, memory and long texts
	$(BIN)/python -m bench.reader samples

figures: $(VENV)/.tools  ## measure on the annotated reports and write the tables of the pages
	@test -n "$$CHANCERY_SHARED" || { echo "set CHANCERY_SHARED to the folder with the annotated reports" >&2; exit 2; }
	$(BIN)/python -m bench.accuracy "$$CHANCERY_SHARED/gold/seed" samples "$$CHANCERY_SHARED/gold/dev" --write

lock: $(VENV)/.tools  ## pin requirements.lock anew (fetches uv into build/)
	$(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv
	build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --group dev pyproject.toml -o requirements.lock

clean:  ## remove .venv and all that was built
	rm -rf $(VENV) build .coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis
