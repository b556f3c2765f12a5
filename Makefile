# Unblock: `make help` lists the targets.
# The scripts in scripts/ do the work; this file only says what depends on what.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help run test test-editors setup build generate format format-check tidy self-lint bench bench-lsp bench-simulation bench-runtime \
    fidelity sanitize sanitize-protocol fuzz evaluate evaluate-fixes evaluate-labelled evaluate-verdicts same-bytes check-schemas clean

SWIFT ?= swift
# What `make run` lints, separated by spaces: make run PATHS="dir …"
PATHS ?= fixtures/projects/thumbnailer
# Folder of public report schemas: make check-schemas SCHEMAS=dir
SCHEMAS ?=
# Table of labelled call sites of public repositories, and the folder that has their clones.
LABELLED ?=
REPOSITORIES ?= build/repositories
# Inputs that `make fuzz` tries, the first seed, and folders beside the fixtures that they are made of.
COUNT ?= 10000
SEED ?= 1
FUZZ_DIRECTORIES ?=
# Folders of packages that `make evaluate-fixes` builds, separated by spaces.
PACKAGES ?=
# What `make bench` reads, separated by spaces; the default is the sources of the dependencies.
BENCH_DIRECTORIES ?=
export SWIFT PATHS SCHEMAS LABELLED REPOSITORIES COUNT SEED FUZZ_DIRECTORIES BENCH_DIRECTORIES FORMAT

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what the build needs and is missing: libxml2 headers and pkg-config
	@scripts/setup.sh

run: setup ## build the release program and lint an example; PATHS="dir …" lints something else
	@scripts/run.sh

build: setup ## build the release program
	@scripts/build-release.sh

test: setup ## build everything and run all tests
	@scripts/test.sh

test-editors: ## drive the language server with real editors; INSTALL=1 installs those that are missing
	@scripts/test-editors.sh

generate: ## refresh the files that are made from rules/
	@$(SWIFT) run unblock-generate

format: ## format all Swift sources
	@scripts/swift-sources.sh | xargs -0 $(SWIFT) format format --in-place --parallel --configuration .swift-format

format-check: ## fail when a Swift source is not formatted
	@scripts/swift-sources.sh | xargs -0 $(SWIFT) format lint --strict --parallel --configuration .swift-format

tidy: setup ## run the tests that read the source tree
	@$(SWIFT) test --filter TidyTests

self-lint: setup ## lint unblock with itself: it must report nothing
	@scripts/self-lint.sh

bench: setup ## compare speed with peers; FORMAT=tsv for machines
	@scripts/bench.sh

bench-lsp: setup ## measure the language server beside sourcekit-lsp; EDITS=n SIZES="lines …" FORMAT=tsv
	@Benchmarks/LanguageServer/run.sh

bench-simulation: setup ## measure what verdicts cost; FORMAT=tsv for machines
	@Benchmarks/Simulation/run.sh

bench-runtime: ## compare the runtime with SwiftNIO, Dispatch and Python; FORMAT=tsv for machines
	@Benchmarks/Runtime/run.sh

fidelity: ## run the programs of fixtures/simulation and compare with the simulator; a quarter of an hour; UNBLOCK=program ROUNDS=n
	@Benchmarks/Fidelity/run.sh

sanitize: ## run the runtime's tests under Thread Sanitizer and Address Sanitizer; SUITES="…"
	@scripts/sanitize.sh

sanitize-protocol: setup ## run the language server's tests under Thread Sanitizer; SUITES="…"
	@scripts/sanitize-protocol.sh

fuzz: setup ## feed cut and spliced sources to the analyzer; COUNT=n SEED=n REPLAY=seed
	@scripts/fuzz.sh

evaluate: setup ## lint the example projects and compare with their marks
	@$(SWIFT) test --filter FixtureTests

evaluate-fixes: setup ## build packages before and after all their fixes; PACKAGES="dir …"
	@scripts/evaluate-fixes.sh $(PACKAGES)

evaluate-labelled: setup ## compare with labelled call sites of public repositories, where their clones are present
	@scripts/evaluate-labelled.sh

evaluate-verdicts: setup ## count what simulation says of the findings in packages; PACKAGES="dir …"
	@scripts/evaluate-verdicts.sh

same-bytes: setup ## reports with traces of all fixtures from five processes, with 1 and 8 jobs, must be equal
	@scripts/same-bytes.sh

check-schemas: setup ## validate reports against public schemas; SCHEMAS=dir
	@scripts/check-schemas.sh

clean: ## remove what was built
	@rm -rf .build build
