# Everything a user or contributor runs; `make` alone lists it.

SWIFT ?= swift
FLAGSHIP := Catalog/flagship/arms-for-ukraine.yaml
ENTENTE := .build/release/entente

# One file that needs nothing at all, and starts twice as fast as with shared
# libraries (Documentation/Decisions/0005). macOS has Swift built in.
RELEASE := -c release --product entente
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s
endif

# The tests run optimised, with every check left in: less than a third of the time, for twice
# as much building. They have a folder of their own, so that a plain 'swift build' or
# 'swift test' while one works on something builds nothing anew. As a release, since in a debug
# build the parser of arguments checks all commands at every call, a quarter of all the time; but
# file by file, so that what did not change is not compiled anew.
CHECKED := -c release --scratch-path .build-tests -Xswiftc -assert-config -Xswiftc Debug -Xswiftc -DENTENTE_INTERNAL_CHECKS \
  -Xswiftc -enable-testing -Xswiftc -no-whole-module-optimization -Xswiftc -enable-batch-mode -Xswiftc -incremental \
  -Xswiftc -disable-cmo

# The table of Benchmarks, built as the program is.
BENCH := -c release --package-path Benchmarks --scratch-path .build-bench --product entente-bench
ifeq ($(shell uname -s),Linux)
BENCH += --static-swift-stdlib -Xlinker -s
endif
ROWS ?= all
SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: help prepare build run install uninstall test test-long coverage fuzz laws bench bench-diagrams bench-sets bench-variants lint docs wasm wasm-build wasm-compare wasm-check transcripts api snippets man clean

help: ## list the targets
	@echo "Entente: what can last in a conflict, who could upset it, and why."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 22

prepare:
	@Scripts/prepare

build: prepare ## build the program for use: .build/release/entente
	$(SWIFT) build $(RELEASE)

run: build ## build, then solve the flagship case and explain a verdict of it
	$(ENTENTE) solve $(FLAGSHIP)
	@echo
	$(ENTENTE) explain $(FLAGSHIP) --state status-quo --actor seoul --concept seq

PREFIX ?= /usr/local
DATA := $(DESTDIR)$(PREFIX)/share

install: ## copy the program, its catalog, manual page and completions; PREFIX=/usr/local
	@test -x $(ENTENTE) || { echo "Build it first: make build" >&2; exit 1; }
	install -d $(DESTDIR)$(PREFIX)/bin $(DATA)/entente $(DATA)/man/man1 \
	  $(DATA)/bash-completion/completions $(DATA)/zsh/site-functions $(DATA)/fish/vendor_completions.d
	install -m 755 $(ENTENTE) $(DESTDIR)$(PREFIX)/bin/entente
	rm -rf $(DATA)/entente/catalog
	cp -R Catalog $(DATA)/entente/catalog
	$(ENTENTE) schema > $(DATA)/entente/entente.schema.json
	$(ENTENTE) manual > $(DATA)/man/man1/entente.1
	$(ENTENTE) --generate-completion-script bash > $(DATA)/bash-completion/completions/entente
	$(ENTENTE) --generate-completion-script zsh > $(DATA)/zsh/site-functions/_entente
	$(ENTENTE) --generate-completion-script fish > $(DATA)/fish/vendor_completions.d/entente.fish

uninstall: ## remove what 'make install' copied; the same PREFIX=
	rm -rf $(DESTDIR)$(PREFIX)/bin/entente $(DATA)/entente $(DATA)/man/man1/entente.1 \
	  $(DATA)/bash-completion/completions/entente $(DATA)/zsh/site-functions/_entente \
	  $(DATA)/fish/vendor_completions.d/entente.fish

test: prepare ## the quick tests, two minutes once built
	Scripts/check-imports
	$(SWIFT) build --build-tests $(CHECKED)
	Scripts/api .build-tests/release/Modules
	Scripts/snippets .build-tests/release
	$(SWIFT) test --skip-build --quiet $(CHECKED)

test-long: prepare ## the same tests with a hundred times the seeds
	$(SWIFT) build --build-tests $(CHECKED)
	ENTENTE_LONG=1 $(SWIFT) test --skip-build --quiet $(CHECKED)

FUZZ := .build/release/entente-fuzz
SECONDS ?= 60

fuzz: prepare ## spoil cases and run every command on them; SECONDS=, COUNT=, SEED=, PROGRAM=
	$(SWIFT) build -c release --product entente-fuzz
	$(FUZZ) run --seconds $(SECONDS) --seed $(SEED) $(if $(COUNT),--count $(COUNT)) $(if $(PROGRAM),--program $(PROGRAM))

laws: prepare ## try every law on random conflicts with all engines; COUNT=, SEED=
	$(SWIFT) build -c release --product entente-fuzz
	$(FUZZ) laws $(or $(COUNT),2000) $(SEED)

coverage: prepare ## which lines of the core the quick tests reach; less than 98 % fails
	Scripts/coverage

bench: prepare ## time and memory against the targets; ROWS=quick, SEED=2, RECORD=1
	$(SWIFT) build $(BENCH)
	@.build-bench/release/entente-bench --rows "$(ROWS)" --seed $(SEED) \
	  $(if $(RECORD),--record Benchmarks/Runs --command 'make bench ROWS="$(ROWS)" SEED=$(SEED) RECORD=1')
	@$(if $(filter all,$(ROWS)),.build-bench/release/entente-bench sets)
	@$(if $(filter all,$(ROWS)),if [ -e /usr/include/bdd.h ]; then $(MAKE) --no-print-directory bench-diagrams; fi)

bench-diagrams: ## the decision diagrams beside BuDDy, which is installed for it
	@Scripts/prepare buddy
	ENTENTE_BUDDY=1 $(SWIFT) build -c release --scratch-path .build-buddy --product DiagramBenchmark
	@.build-buddy/release/DiagramBenchmark $(if $(filter all,$(ROWS)),,"$(ROWS)")

bench-sets: prepare ## time cases of more states than can be listed, and the choice of an engine
	$(SWIFT) build $(BENCH)
	@.build-bench/release/entente-bench sets

bench-variants: prepare ## time the questions that go through thousands of variants of a case
	$(SWIFT) build $(BENCH)
	@.build-bench/release/entente-bench variants

lint: prepare ## formatting, and imports against the table in Package.swift
	Scripts/check-imports --planted
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Scripts Snippets Wasm Package.swift

docs: prepare ## the reference of the public modules; a warning is an error
	Scripts/docs $(CHECKED)

wasm: wasm-build wasm-compare ## compile the core for WebAssembly and compare it in Node with the program

wasm-build:
	@Scripts/prepare wasm
	Scripts/wasm --build

wasm-compare:
	@Scripts/prepare wasm
	$(SWIFT) build --product entente $(CHECKED)
	ENTENTE=.build-tests/release/entente Scripts/wasm --compare

wasm-check: ## whether the core is still Embedded Swift, without compiling it
	@Scripts/prepare wasm
	@Scripts/wasm --check

transcripts: prepare ## record the expected output (command line, reports, README) anew
	ENTENTE_RECORD=1 $(SWIFT) test $(CHECKED) --filter 'TranscriptTests|SnapshotTests|ReadmeTests|QuestionPageTests'

api: prepare ## record what the library shows anew, for review: Documentation/API.txt
	$(SWIFT) build --target Entente
	Scripts/api .build/debug/Modules --record

snippets: prepare ## record what the programs of Snippets print
	$(SWIFT) build
	Scripts/snippets .build/debug --record

man: build ## write the manual page: .build/entente.1
	$(ENTENTE) manual > .build/entente.1

clean: ## remove everything that was built
	rm -rf .build .build-*
