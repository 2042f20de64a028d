# make run         the demo: an inbox inside a host page, beside a simulated phone
# make test        lint, unit tests, tests on SQLite and PostgreSQL, stories in a browser
# make isolation   a million random operations: does anybody learn what is not theirs?
# All install what they need first. Tools and builds are kept in ~/.cache/oriel (ORIEL_CACHE).

.PHONY: run test isolation bench lint setup bundle clean
.NOTPARALLEL:

env = . scripts/env &&

run:
	@scripts/setup run
	@$(MAKE) --no-print-directory bundle
	@$(env) cargo build --release --locked -p oriel
	@$(env) exec "$$CARGO_TARGET_DIR/release/oriel" demo

test: setup
	@scripts/test

isolation:
	@scripts/setup run
	@scripts/isolation

bench: setup bundle
	@scripts/bench

lint:
	@scripts/lint

setup:
	@scripts/setup

# What the browser downloads; made anew when something in it has changed.
bundle: dist/index.html

dist/index.html: $(shell find app frontend style -type f ! -path 'frontend/main.css*') \
    Cargo.toml Cargo.lock Trunk.toml .cargo/config.toml scripts/style scripts/compress.mjs
	@$(env) trunk build --release

clean:
	rm -rf dist frontend/main.css end2end/results
