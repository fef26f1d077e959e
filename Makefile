# Sets itself up from nothing but Python and a package registry. Paths are relative, so that the checkout may stand anywhere.
# Variables:  PYTHON=python3.13  the interpreter to set up with     ARGS="-k names"  more arguments for the command that is run

PYTHON ?=
ARGS ?=
RUN := .venv/bin/python
INSTALL := PYTHON="$(PYTHON)" sh requirements/install.sh
NODE := .cache/node

.DEFAULT_GOAL := help
.PHONY: help generate check test conformance fuzz lint golden bench wheel lock clean ready ready-to-test

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

generate: ready ## Regenerate generated/ from specs/
	@$(RUN) -m generator generate $(ARGS)

check: ready ## Say whether generated/ is what the specs give, formatting everything anew
	@$(RUN) -m generator check --full $(ARGS)

test: ready-to-test ## Run all tests, after the table of the wire vectors; some with ARGS="-k names"
	@$(RUN) -m generator conformance
	@$(RUN) -m pytest $(ARGS)

conformance: ready-to-test ## Hold every client against the wire vectors, in one table
	@$(RUN) -m generator conformance $(ARGS)

fuzz: ready-to-test ## Change specs at random until something breaks (ARGS="--seconds 600 --seed 1")
	@$(RUN) tests/fuzzing.py $(ARGS)

lint: ready-to-test ## Lint and type-check the specs, the generator and what it generates
	$(RUN) -m generator lint --fail-on advice
	$(RUN) -m ruff check generator tests bench
	$(RUN) -m mypy generator bench
	$(RUN) -m ruff check generated/python
	$(RUN) -m mypy generated/python
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(RUN) -m pyright
	@sh requirements/lint-node.sh $(NODE) generated/typescript
	@sh requirements/lint-node.sh $(NODE) tests/typescript

golden: ready-to-test ## Rewrite the expected outputs of the tests; read the diff afterwards
	@UPDATE_GOLDEN=1 $(RUN) -m pytest $(ARGS)

bench: ready ## Measure generation beside other generators, and the client beside what it is made of; takes minutes (ARGS=--help)
	@$(INSTALL) .cache/bench requirements/bench.txt
	@$(RUN) -m bench $(ARGS)

# An old build/ would end up in the wheel.
wheel: ready ## Build the wheel and the sdist of the generator into dist/
	@rm -rf build
	@$(RUN) -c "from setuptools import build_meta as b; b.build_sdist('dist'); b.build_wheel('dist')" >/dev/null
	@rm -rf build
	@ls dist/*

# Versions stay as they are where pyproject.toml allows it; `make lock ARGS=--upgrade` takes the newest that it allows.
COMPILE := .cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

lock: ## Lock what pyproject.toml asks for into requirements/*.txt
	@$(INSTALL) .cache/lock requirements/lock.txt
	$(COMPILE) $(ARGS) --group lock --output-file requirements/lock.txt >/dev/null
	$(COMPILE) $(ARGS) pyproject.toml --group build --output-file requirements/generate.txt >/dev/null
	$(COMPILE) $(ARGS) pyproject.toml --group build --group test --constraint requirements/generate.txt \
		--output-file requirements/test.txt >/dev/null
	$(COMPILE) $(ARGS) --group bench --output-file requirements/bench.txt >/dev/null
	@sh requirements/install-node.sh $(NODE)
	cd requirements/node && PATH="$(CURDIR)/$(NODE)/bin:$$PATH" npm install --package-lock-only --omit-lockfile-registry-resolved \
		--ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null

clean: ## Remove everything that is set up or cached here
	rm -rf .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist *.egg-info *.dumps
	rm -rf generated/python/.ruff_cache generated/python/.mypy_cache
	rm -rf node_modules generated/typescript/*.tgz generated/typescript/dist generated/typescript/node_modules generated/typescript/package-lock.json
	find generator tests bench generated -name __pycache__ -type d -prune -exec rm -rf {} +

# One after the other also under -j: both install into .venv.
ready:
	@$(INSTALL) .venv requirements/generate.txt

ready-to-test: ready ## Set up what tests and proofs need, Node.js and its tools as well
	@$(INSTALL) .venv requirements/test.txt
	@sh requirements/install-node.sh $(NODE)
