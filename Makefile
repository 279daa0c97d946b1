# Everything a fresh machine needs is Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
LEARNING := $(VENV)/.installed-learn
DEMO_DB := build/demo.db

.PHONY: demo test lint types accuracy errors heldout train vectors background bench fuzz docs clean

demo: $(READY)
	@mkdir -p build
	@rm -f $(DEMO_DB)
	$(BIN)/policydiff add examples/lanchuan/*.txt --db $(DEMO_DB)
	$(BIN)/policydiff compare 2019 2022 --db $(DEMO_DB) --no-pager
	@echo
	@echo 'More: $(BIN)/policydiff query --db $(DEMO_DB), and examples/README.md'

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

accuracy: $(READY)
	$(BIN)/python -m tests.accuracy.tables

errors: $(READY)
	$(BIN)/python -m tests.accuracy.errors

heldout: $(LEARNING)
	$(BIN)/python -m tests.accuracy.heldout --folds 5 --jobs 2

background: $(READY)
	$(BIN)/python -m tests.accuracy.background

train: $(LEARNING)
	$(BIN)/python -m tests.accuracy.train

vectors: $(LEARNING)
	$(BIN)/python -m tests.accuracy.vectors

fuzz: $(READY)
	$(BIN)/python -m tests.fuzz

bench: $(READY)
	$(BIN)/python tests/benchmark.py $(FILES)

docs: $(READY)
	$(BIN)/python tests/test_docs.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@

$(LEARNING): $(READY)
	$(BIN)/python -m pip install --quiet --editable ".[learn]"
	@touch $@
