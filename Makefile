# TPM Kit. "make lab" starts the course; "make" alone lists the rest.

VENV := .venv
RUN  := $(VENV)/bin/python

# The newest Python that is there, 3.11 at least. Set PYTHON=… to choose another.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# An environment is made anew when it was never finished, its Python is gone, or the folder was moved.
STALE := $(shell test "$$(cat $(VENV)/folder 2>/dev/null)" = "$(CURDIR)" \
	&& $(RUN) -c 'import pip' 2>/dev/null || echo environment)

# Readers of other formats that the tests use, from npm.
READERS := tests/js/node_modules/.package-lock.json

# JupyterLab refuses to start as root unless told, and root is who one is in most containers.
ROOT := $(shell test "$$(id -u)" = 0 && echo --allow-root)

.PHONY: help lab test bench lint format lock notebooks screenshots clean environment

help:
	@echo "make lab          start the course in JupyterLab (ARGS=--no-browser: do not open a browser)"
	@echo "make test         run all checks and tests"
	@echo "make lint         run the linter and the format check alone"
	@echo "make format       put the code into the house format"
	@echo "make bench        measure the figures that the README claims"
	@echo "make notebooks    run the notebooks and store their outputs"
	@echo "make screenshots  make the README's pictures anew"
	@echo "make lock         resolve requirements.lock anew from pyproject.toml"
	@echo "make clean        remove the environment and all caches; your work stays"

lab: $(VENV)/lab.stamp
	@echo "Starting JupyterLab. Its address follows; Ctrl+C stops it. Your work is kept in my_work/."
	@exec env JUPYTER_CONFIG_PATH="$(CURDIR)/.jupyter$${JUPYTER_CONFIG_PATH:+:$$JUPYTER_CONFIG_PATH}" \
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" \
	$(RUN) -m jupyterlab --log-level=ERROR $(ROOT) $(ARGS)

# Fast checks first: a slip shows in seconds. Three processes, since a test in a browser waits now and then.
# Compiled files are kept, also where the shell says otherwise: else each process, of which there are hundreds,
# compiles the course and the tests anew.
test: export PYTHONDONTWRITEBYTECODE :=
test: lint
	@sh .ci/system-tools
	@$(MAKE) --no-print-directory $(READERS)
	@echo "Testing the JavaScript."
	@node --test tests/js/*.test.mjs
	@echo "Testing the Python code; then the course in a real JupyterLab, the notebooks, and the widgets in Chromium."
	@$(RUN) -m pytest -n 3 --maxschedchunk 1 $(ARGS)

lint: $(VENV)/test.stamp
	@echo "Checking style and format."
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .

format: $(VENV)/test.stamp
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

bench: $(VENV)/test.stamp
	@sh .ci/system-tools
	@$(RUN) tests/bench/run.py $(ARGS)

notebooks: $(VENV)/test.stamp
	@$(RUN) .ci/execute_notebooks.py

screenshots: $(VENV)/test.stamp
	@sh .ci/system-tools
	@$(RUN) tests/browser/screenshots.py $(ARGS)

# One lock for running and testing, on every Python and system that the course supports. The earlier
# lock's versions are not kept: this is the way to move to newer ones.
lock: $(VENV)/lab.stamp
	@echo "Resolving requirements.lock."
	@$(RUN) .ci/install.py uv
	@echo "# Exact versions of all that running and testing need. Made by \"make lock\" from pyproject.toml." > lock.new
	@$(RUN) -m uv --quiet pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--fork-strategy fewest --strip-extras --no-header --no-annotate >> lock.new
	@mv lock.new requirements.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis test-results tests/js/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/lab.stamp: pyproject.toml requirements.lock $(STALE)
	@echo "Installing what the course needs into $(VENV) (a few minutes the first time)."
	@$(RUN) .ci/install.py --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/lab.stamp
	@echo "Installing the test tools into $(VENV)."
	@$(RUN) .ci/install.py --editable '.[test]'
	@touch $@

$(READERS): tests/js/package-lock.json
	@sh .ci/system-tools npm
	@echo "Installing the Mermaid parser for the tests."
	@npm ci --prefix tests/js --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

environment:
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "TPM Kit needs Python 3.11 or newer: install it, or say where it is, as in: \
	make lab PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make environments: \
	install its venv module (Debian and Ubuntu: sudo apt-get install python3-venv) and run the command again." >&2; exit 1; }
	@echo "Creating an environment in $(VENV) with $$($(PYTHON) --version)."
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "$(CURDIR)" > $(VENV)/folder
