# Two targets are all a newcomer needs: demo and test. Everything here needs Go, make and git, nothing else.

GO      ?= go
BIN     := bin/colophon
# The race detector needs cgo and a C compiler; without them the same tests run without it.
RACE    := $(shell [ "$$($(GO) env CGO_ENABLED)" = 1 ] && command -v $$($(GO) env CC) >/dev/null 2>&1 && echo -race)

.PHONY: demo test lint cross fuzz bench golden clean

demo: $(BIN) ## build, then take the bundled project from source to editions
	@echo "== update: bring the catalogs up to date with source/"
	@$(BIN) update
	@echo; echo "== status: how far is each language"
	@$(BIN) status
	@echo; echo "== check: what stands against publishing"
	@$(BIN) check
	@echo; echo "== build: write the editions"
	@$(BIN) build
	@echo; echo "== verify: would a stranger find every credit"
	@$(BIN) verify dist/ko/allyship.html dist/ko/allyship.md dist/ko/allyship.txt
	@echo; echo "Open dist/ko/allyship.html in a browser; dist/en/ has the original, and the catalogs are under locales/."

$(BIN): FORCE
	@$(GO) build -trimpath -o $(BIN) ./cmd/colophon

FORCE:

test: ## all tests, with the race detector where there is cgo
	$(GO) test $(RACE) ./...
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || \
	  echo "skipped: the tests that look at pages in a browser (install Debian's package chromium to run them)"

lint: ## formatting, vet, staticcheck
	@unformatted=$$(gofmt -l cmd internal locales); [ -z "$$unformatted" ] || { echo "not gofmt'ed: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

cross: ## the other systems, without cgo
	CGO_ENABLED=0 $(GO) build ./...
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) build -o /dev/null ./cmd/colophon
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 $(GO) build -o /dev/null ./cmd/colophon
	CGO_ENABLED=0 GOOS=linux GOARCH=arm64 $(GO) build -o /dev/null ./cmd/colophon

FUZZTIME ?= 60s
fuzz: ## every fuzz target for FUZZTIME
	@$(GO) list ./... | while read -r package; do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    echo "== $$package $$target"; $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
	  done; done

bench: ## every benchmark once
	$(GO) test -run '^$$' -bench . -benchmem ./...

golden: $(BIN) ## after a change that is meant: what the editions of the bundled project must be
	@$(BIN) update && rm -rf dist && $(BIN) build >/dev/null && find dist -type f | LC_ALL=C sort | xargs sha256sum > .ci/editions.sha256

clean:
	rm -rf bin dist .colophon
