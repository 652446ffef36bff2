# Everything is set up on first use: a fresh Debian needs only python3 (3.11 or newer), git and make.
# `make demo` builds the example documents, `make test` is what every change must pass.

.PHONY: setup demo test bench pictures clean
.DEFAULT_GOAL := demo

# The first Python that is new enough.
CANDIDATES := python3 python3.11 python3.12 python3.13 python3.14
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	$$p -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && { echo $$p; break; }; done)
SETUP = @$(or $(PYTHON),python3) scripts/setup.py
BIN := .venv/bin

# All there is for development; tries again what could not be installed last time.
setup:
	$(SETUP) dev --retry

# The documents of Region Blekinge, into output/.
demo:
	$(SETUP) demo
	$(BIN)/styrdok build --all --content content/region-blekinge --output output

# Lint, format, types, layers, tests: in the order in which they are quick to fail.
test:
	$(SETUP) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --numprocesses auto --dist loadfile

# What we are measured beside; without it we are measured alone.
bench:
	$(SETUP) dev
	-@$(BIN)/python -c 'import trlc, python_redlines_docxodus' 2>/dev/null || $(BIN)/python -m pip install --quiet --editable '.[benchmark]'
	$(BIN)/python benchmarks/run.py

# The pictures of the handbook, from the documents that demo builds.
pictures: demo
	$(BIN)/python -m scripts.pictures

# Back to a fresh checkout; content and templates are never touched.
clean:
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find output -mindepth 1 ! -name .gitkeep -delete
	find benchmarks generator tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
