# The commands of the project; README.md and CONTRIBUTING.md explain them.
SHELL := /bin/sh
PREFIX ?= /usr/local
BASE ?= main
ARTICLES ?= 2000
CONFIGURATION := release
BIN = .build/$(CONFIGURATION)/wenmai
# Imports of undeclared targets are errors: the direction of the modules is kept by the compiler.
SWIFT_FLAGS := --explicit-target-dependency-import-check error

.PHONY: run build test lint format dictionaries bench bench-peers bench-archives bench-keywords \
  bench-compare bench-readme install uninstall setup fuzz extension kill clean help

help:
	@echo "make run            analyse the sample article"
	@echo "make test           run all tests"
	@echo "make lint           check the format of sources and data"
	@echo "make dictionaries   check Dictionaries/ and compile them into the library"
	@echo "make bench          measure speed, starts, instructions and memory"
	@echo "make bench-peers    measure speed and accuracy of words beside jieba, ICU, pkuseg and others"
	@echo "make bench-archives measure archives beside FTS5 and tantivy, with ARTICLES=$(ARTICLES)"
	@echo "make bench-keywords measure how far keywords agree with a reader, beside jieba"
	@echo "make bench-compare  compare instructions with those of BASE=$(BASE)"
	@echo "make bench-readme   measure both and write the figures into README.md"
	@echo "make fuzz           fuzz the analyzer and the dictionary parser for a minute each"
	@echo "make extension      build the SQLite extension, so that sqlite3 and others can search an archive"
	@echo "make kill           kill the building of an archive at 50 random moments"
	@echo "make install        install wenmai and its completions below PREFIX=$(PREFIX)"

setup:
	@Scripts/setup

build: setup
	swift build -c $(CONFIGURATION) $(SWIFT_FLAGS) --product wenmai

run: build
	$(BIN) extract Examples/appointment.txt

test: setup
	swift build -c $(CONFIGURATION) $(SWIFT_FLAGS) --build-tests
	python3 -m unittest discover --quiet --start-directory Benchmarks/peers
	python3 -m unittest discover --quiet --start-directory Benchmarks/archives
	swift test -c $(CONFIGURATION) $(SWIFT_FLAGS) --skip-build

lint: build
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
	$(BIN) dictionary lint --strict Dictionaries
	python3 Benchmarks/peers/readme.py --check

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

dictionaries: build
	$(BIN) dictionary compile Dictionaries --output Sources/CompiledDictionary/core.bin

bench: setup
	swift run -c release --package-path Benchmarks bench

# bench-peers prints; bench-readme keeps what it measures in Benchmarks/Results.
bench-peers: build
	Scripts/setup peers
	swift build -c release --package-path Benchmarks
	python3 Benchmarks/peers/compare.py

bench-archives: build
	Scripts/setup peers
	python3 Benchmarks/archives/install.py
	Benchmarks/.venv/bin/python Benchmarks/archives/compare.py --articles $(ARTICLES)

bench-keywords: build
	Scripts/setup peers
	python3 Benchmarks/archives/install.py
	python3 Benchmarks/keywords/agreement.py

bench-compare: setup
	Scripts/setup compare
	Scripts/bench-compare $(BASE)

bench-readme: build
	Scripts/setup peers
	swift build -c release --package-path Benchmarks
	Benchmarks/.build/release/bench --format json > Benchmarks/.build/engines.json
	python3 Benchmarks/peers/compare.py --output Benchmarks/Results
	mv Benchmarks/.build/engines.json Benchmarks/Results/engines.json
	python3 Benchmarks/peers/readme.py

fuzz: setup
	Scripts/fuzz 60

extension: build
	WENMAI_EXTENSION=1 swift build -c $(CONFIGURATION) $(SWIFT_FLAGS) --product wenmai_fts5
	python3 Scripts/extension-test .build/$(CONFIGURATION)

kill: build
	Scripts/index-kill 50

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 $(BIN) "$(DESTDIR)$(PREFIX)/bin/wenmai"
	$(BIN) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/wenmai"
	$(BIN) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_wenmai"
	$(BIN) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/wenmai.fish"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/wenmai" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/wenmai" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_wenmai" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/wenmai.fish"

clean:
	swift package clean
