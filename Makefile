# What one types. Each target sets up what it needs; the README tells the rest.
#   make run [DOCS=PATH] [PORT=8000]   make test   make check
#   make bench [DOCS=PATH]   make mutants [MODULES=...]   make weights DOCS=PATH   make inventory   make lock   make clean
.PHONY: run test test-sqlite test-browser test-postgres check bench mutants weights inventory assets lock clean
.DELETE_ON_ERROR:
PORT ?= 8000
BIN := .venv/bin
SQLITE := env -u DATABASE_URL
# What two targets print at the same time is shown one after the other, where make can.
WHOLE := $(if $(filter output-sync,$(.FEATURES)),--output-sync=line)
# Extras stay in the locks: pip would look for "markdown-it-py[linkify]" anew, and refuse the newest version as one without a hash.
UV := $(BIN)/uv pip compile --quiet --generate-hashes --no-strip-extras --no-emit-index-url --no-header --no-annotate --universal

run: .venv/runtime.stamp assets .venv/compiled.stamp
	@$(BIN)/python manage.py serve --port $(PORT) $(if $(DOCS),--documents "$(DOCS)")

TESTS := test-sqlite test-postgres test-browser
# Six processes import the tests: their assertions are rewritten once, and what is wrong with a test shows when it runs.
test $(TESTS): export PYTHONDONTWRITEBYTECODE =
# Measured and judged apart: SlipCover 1.1 forgets what the two processes measured once it has held it against a floor.
test-sqlite: COVERED := .pytest_cache/coverage.json
test-sqlite: COVERAGE_FLOOR := 97
# What failed is named once more at the end, below the long output of the part that took longest.
test: export FAILED_TESTS := $(abspath .pytest_cache/failed-$(shell date +%s))
# PostgreSQL waits for others, and runs beside SQLite; the browser comes last, where it has both cores to itself.
test: .venv/dev.stamp assets .venv/compiled.stamp
	.ci/chromium
	.ci/redis
	@$(SQLITE) $(BIN)/pytest --collect-only -qq > /dev/null 2>&1 || true
	@$(MAKE) --no-print-directory --jobs=2 --keep-going $(WHOLE) $(TESTS) || { cat $(FAILED_TESTS); exit 1; }

test-sqlite:
	$(SQLITE) $(BIN)/python -m slipcover --json --out $(COVERED) -m pytest -n 2 -m "not browser"
	@$(BIN)/python -m slipcover --merge $(COVERED) --out $(COVERED) --fail-under $(COVERAGE_FLOOR) || \
		{ echo "Coverage must be at least $(COVERAGE_FLOOR)%." >&2; exit 1; }

test-browser:
	$(SQLITE) $(BIN)/pytest -n 2 -m browser tests/pages

test-postgres:
	$(if $(DATABASE_URL),,$(BIN)/python -m tests.postgres) $(BIN)/pytest -n 2 -m "database and not browser"

check: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/lint-imports

bench: .venv/dev.stamp .venv/compiled.stamp
	@$(if $(DATABASE_URL),,$(BIN)/python -m tests.postgres) $(BIN)/python manage.py bench $(if $(DOCS),"$(DOCS)")

mutants: .venv/dev.stamp
	@$(BIN)/python -m tests.mutants $(MODULES)

# Learns the weights of themes and polarity anew from the documents that were labelled, and measures them.
weights: .venv/training.stamp
	@$(BIN)/python manage.py extract $(DOCS) > var/extracted.jsonl
	@$(BIN)/python -m findings.interpretation.training var/extracted.jsonl
	@$(BIN)/python -m findings.interpretation.training var/extracted.jsonl --measure

# What the site is made of, as bills of materials (CycloneDX), and the licences of it.
inventory: .venv/inventory.stamp
	@mkdir -p var/inventory
	@$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		-o var/inventory/python.json
	@.ci/node npm sbom --sbom-format cyclonedx --package-lock-only > var/inventory/assets.json
	@$(BIN)/pip-licenses --format=csv --output-file=var/inventory/licences.csv \
		--packages $(shell sed -n 's/^\([A-Za-z0-9._-]*\)==.*/\1/p' requirements.lock)

assets: static/built/main.css

lock: .venv/dev.stamp
	$(UV) pyproject.toml -o requirements.lock
	$(UV) pyproject.toml --extra machines -c requirements.lock -o requirements-machines.lock
	$(UV) pyproject.toml --extra machines --group dev -c requirements-machines.lock -o requirements-dev.lock
	$(UV) --group assets -c requirements.lock -o requirements-assets.lock
	$(UV) --group training -c requirements-dev.lock -o requirements-training.lock
	$(UV) --group inventory -c requirements-dev.lock -o requirements-inventory.lock
	.ci/node npm install --package-lock-only

clean:
	rm -rf .venv node_modules static/built var/static
	find ingest inspections findings tests -name __pycache__ -exec rm -rf {} +
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/pip:
	@python3 -c 'import sys; sys.exit("Python 3.11 or newer is needed." if sys.version_info < (3, 11) else 0)'
	python3 -m venv .venv

.venv/runtime.stamp: requirements.lock | .venv/bin/pip
	$(BIN)/pip install -qq --no-input --require-hashes -r requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock | .venv/bin/pip
	$(BIN)/pip install -qq --no-input --require-hashes -r requirements-dev.lock
	@touch $@ .venv/runtime.stamp

.venv/training.stamp: requirements-training.lock .venv/dev.stamp
	$(BIN)/pip install -qq --no-input --require-hashes -r requirements-training.lock
	@touch $@

.venv/inventory.stamp: requirements-inventory.lock .venv/runtime.stamp
	$(BIN)/pip install -qq --no-input --require-hashes -r requirements-inventory.lock
	@touch $@

# Without this, Python compiles each module at each start where PYTHONDONTWRITEBYTECODE is set.
.venv/compiled.stamp: $(shell find ingest inspections findings -name '*.py') | .venv/bin/pip
	@$(BIN)/python -m compileall -q ingest inspections findings
	@touch $@

node_modules/stamp: package-lock.json .npmrc | .venv/bin/pip
	.ci/node npm ci --silent
	@touch $@

static/built/main.css: package.json $(shell find static/src -type f) node_modules/stamp
	@mkdir -p static/built
	.ci/node npm run --silent build
	@touch $@
