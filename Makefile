# The verbs of the project; `make` alone lists them. Every step leaves a stamp inside what it made
# (.venv, node_modules, webapp/static/vendor), so that it is repeated when its inputs change, or
# what it made is gone, and else costs nothing.

VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.done
VENDOR := webapp/static/vendor
PACKAGES := scenarios simulator facilitator debrief webapp
PYTHON_SOURCES := $(PACKAGES) tests benchmarks tools
TEMPLATES := webapp/templates debrief/documents/paper.html
CATALOGUES := $(wildcard webapp/translations/*/LC_MESSAGES/*.po)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
NPM_REMEDY := Install Node.js 20 or newer, which brings npm (Debian, Ubuntu: sudo apt-get install npm).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test proof pictures check lint-code lint-types lint-imports lint-templates tests \
	format translate lock clean dev

help: ## Show these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(DONE)/runtime $(VENDOR)/.done $(CATALOGUES:.po=.mo) ## Bring everything that playing needs

demo: setup ## Play Emma on this computer (LAN=1: with the phones in the room; ARGS='--port 8080')
	@$(BIN)/samspill demo $(if $(filter-out 0 no false,$(LAN)),--lan) $(ARGS)

dev: setup $(DONE)/dev node_modules/.dev ## Bring everything that the tests need besides
	@tools/ensure-system.sh

test: dev ## Run every check and the tests (at most 12 minutes on 2 cores)
	@$(MAKE) --no-print-directory --keep-going check tests

tests: dev
	@$(BIN)/python -m pytest -m "not proof" -n 2 --dist loadgroup $(ARGS)

proof: dev ## Run the long proofs and benchmarks; results go to docs/proof
	@$(BIN)/python -m tools.proof $(ARGS)

pictures: dev ## Take the pictures in docs/pictures anew, of a real demo
	@$(BIN)/python -m tools.pictures

check: lint-code lint-types lint-imports lint-templates ## Read the code: ruff, mypy, import-linter, djlint

lint-code: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

lint-types: dev
	@$(BIN)/mypy

lint-imports: dev
	@$(BIN)/lint-imports

lint-templates: dev
	@$(BIN)/djlint --check $(TEMPLATES)
	@$(BIN)/djlint --lint $(TEMPLATES)

format: dev ## Put code and templates in the house's form
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .
	@$(BIN)/djlint --quiet --reformat $(TEMPLATES) || true

translate: dev ## Collect the texts of the screens into the catalogues, and compile them
	@mkdir -p build webapp/translations
	@$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --keyword _l --no-location --sort-output \
		--project Samspill --output build/messages.pot webapp
	@for language in nn en; do \
		$(BIN)/pybabel --quiet update --init-missing --no-fuzzy-matching --ignore-obsolete \
			--ignore-pot-creation-date --input-file build/messages.pot \
			--output-dir webapp/translations --locale $$language || exit 1; \
	done
	@$(BIN)/pybabel compile --directory webapp/translations --statistics

lock: ## Pin the packages of pyproject.toml and package.json anew (needs uv)
	@tools/lock.sh

clean: ## Remove what make has made here (a played demo's data stay)
	rm -rf $(VENV) node_modules $(VENDOR) $(CATALOGUES:.po=.mo) *.egg-info build \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .grimp_cache
	find $(PYTHON_SOURCES) -name __pycache__ -prune -exec rm -rf {} +

$(DONE)/venv:
	@python=$$(tools/find-python.sh) && echo "Making $(VENV) with $$python" && \
		"$$python" -m venv $(VENV)
	@mkdir -p $(DONE) && touch $@

$(DONE)/runtime: requirements.txt requirements-build.txt pyproject.toml | $(DONE)/venv
	@echo "Installing Python packages"
	@$(PIP) --require-hashes -r requirements-build.txt -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DONE)/dev: requirements-dev.txt $(DONE)/runtime
	@echo "Installing Python packages for the tests"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.done: package.json package-lock.json .npmrc
	@tools/need.sh npm "$(NPM_REMEDY)"
	@echo "Installing front-end packages"
	@npm ci --omit=dev --loglevel=error --no-progress >/dev/null
	@touch $@

node_modules/.dev: node_modules/.done
	@echo "Installing front-end packages for the tests"
	@npm ci --loglevel=error --no-progress >/dev/null
	@touch node_modules/.done $@

$(VENDOR)/.done: node_modules/.done tools/vendor.sh
	@tools/vendor.sh
	@touch $@

%.mo: %.po | $(DONE)/runtime
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
