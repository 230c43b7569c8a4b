# Two commands for everybody: `make chat` and `make test`. Both start from a fresh clone with Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: chat test check schemas docs docs-live lock clean

chat: .venv/installed  ## talk with careerbot in this terminal
	@$(BIN)/careerbot chat

test: .venv/installed-for-tests  ## run every test
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: .venv/installed-for-tests  ## style, types, knowledge
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/careerbot check

schemas: .venv/installed  ## renew schemas/ after a change of the models
	@$(BIN)/careerbot schema --into schemas

docs: .venv/installed-for-tests  ## the documentation as a site, in site/
	@$(BIN)/mkdocs build --strict --quiet

docs-live: .venv/installed-for-tests  ## the same at 127.0.0.1:8000, renewed as you write
	@$(BIN)/mkdocs serve

lock: .venv/installed-for-tests  ## renew the locked requirements from pyproject.toml
	@$(BIN)/pip install --quiet pip-tools
	@$(BIN)/pip-compile $(LOCK) --extra all --extra test --output-file requirements-test.lock pyproject.toml
	@$(BIN)/pip-compile $(LOCK) --constraint requirements-test.lock --output-file requirements.lock pyproject.toml
	@$(BIN)/pip-compile $(LOCK) --extra all --constraint requirements-test.lock --output-file requirements-image.lock pyproject.toml
LOCK := --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links --no-header --no-annotate --build-deps-for wheel --build-deps-for editable --upgrade

clean:
	rm -rf .venv build dist site *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# pip checks every package against its hash; the build itself then needs nothing from outside.
.venv/installed: requirements.lock pyproject.toml
	@test -d .venv || $(PYTHON) -m venv .venv
	@echo "Installing into .venv, once…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-for-tests: requirements-test.lock .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-test.lock
	@touch $@
