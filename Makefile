PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
CORE := measure rulebook methodology cycle ledger article6 actions views
PARTS := unit property spec scenarios store doors
comma := ,
space := $(subst ,, )
GATE := $(subst $(space),$(comma),$(foreach room,$(CORE),src/openjcm/$(room)/*))

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests setup-spark run test check docs bench check-workbooks check-pictures canaries lock clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## make .venv from the lock (run, test and check do it by themselves)
	@$(PYTHON) tools/setup.py

setup-tests: ## the same with what tests need, Chromium included
	@$(PYTHON) tools/setup.py --for-tests

setup-spark: ## the same with the second engine of meter readings (450 MB to fetch)
	@$(PYTHON) tools/setup.py --for-spark

run: setup ## everything, then the site on http://localhost:8000 (make run PORT=8123 for another port)
	@$(BIN)/openjcm run --port $(PORT)

test: setup-spark ## every test; the core, actions and views covered to the last branch
	$(BIN)/pytest -q -n 2 --cov --cov-report= $(wildcard $(addprefix tests/,$(PARTS)))
	@$(BIN)/coverage report --include='$(GATE)' --fail-under=100 --skip-covered --show-missing
	$(BIN)/pytest -q tests/spark
	$(BIN)/pytest -q tests/e2e

check: setup-tests ## format, lint, types, who may import whom, the code's own manners, documents in step
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/tidy
	$(BIN)/python tools/docs.py --check

docs: setup-tests ## write the generated documents anew
	$(BIN)/python tools/docs.py

bench: setup-spark ## measure speeds: one JSON line a figure (ONLY=store for one room)
	@$(BIN)/python tools/bench.py $(ONLY)

check-workbooks: setup-tests ## LibreOffice works the workbooks of the whole catalogue, and must agree
	OPENJCM_ALL_WORKBOOKS=1 $(BIN)/pytest -q tests/unit/papers/workbooks/test_agreement.py

check-pictures: setup-tests ## every page at every width against its picture (tests look at a third)
	OPENJCM_ALL_PICTURES=1 $(BIN)/pytest -q tests/e2e/test_pictures.py

canaries: setup-tests ## plant faults that named tests must catch
	$(BIN)/python tools/canaries.py

lock: setup-tests ## work the locks out anew, with hashes and without an index address
	$(PYTHON) tools/lock.py

clean: ## remove what can be made again (never the data directory)
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage*
