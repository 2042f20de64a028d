# make run         the demo: an inbox inside a host page, beside a simulated phone
# make test        lint, unit tests, tests on SQLite and PostgreSQL, stories in a browser
# make looks       draws the kept pictures of the screens anew, and the README's
# make isolation   a million random operations: does anybody learn what is not theirs?
# All install what they need first. Tools and builds are kept in ~/.cache/oriel (ORIEL_CACHE).

.PHONY: run test looks isolation bench lint setup bundle clean
.NOTPARALLEL:

env = . scripts/env &&

run:
	@scripts/setup run
	@$(MAKE) --no-print-directory bundle
	@$(env) cargo build --release --locked -p oriel
	@$(env) exec "$$CARGO_TARGET_DIR/release/oriel" demo

test: setup
	@scripts/test

looks: setup bundle
	@$(env) cargo build --locked -p oriel && mkdir -p target && cp "$$CARGO_TARGET_DIR/debug/oriel" target/oriel
	@$(env) cd end2end && ORIEL_BINARY=../target/oriel ORIEL_LOOKS=1 npx playwright test stories/looks stories/pictures --update-snapshots=all

isolation:
	@scripts/setup run
	@scripts/isolation

bench: setup bundle
	@scripts/bench $(only)

lint:
	@scripts/lint

setup:
	@scripts/setup

# What the browser downloads: the inbox and the dashboard, each made anew when something in it has changed.
bundle: dist/index.html dist/dashboard/index.html

sources = $(shell find app frontend style -type f ! -path 'frontend/*.css*') \
    Cargo.toml Cargo.lock Trunk.toml .cargo/config.toml \
    scripts/style scripts/split.mjs scripts/compress.mjs

dist/index.html: $(sources)
	@$(env) trunk build --release

# After the inbox: Trunk empties the folder that it builds into, and this one lies in it.
dist/dashboard/index.html: dist/index.html
	@$(env) trunk build --release --dist dist/dashboard --public-url /pkg/dashboard/ frontend/dashboard.html

clean:
	rm -rf dist frontend/*.css end2end/results
