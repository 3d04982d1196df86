# make test    every test this machine can run, and a list of what was left out
# make check   formatting, vet, lint, go.mod
# make run     the demo, on 127.0.0.1:8080
.PHONY: test check lint fuzz run

export GOTOOLCHAIN ?= local

LINT_VERSION := v2.15.0
LINT_DIR := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/goodgraces/golangci-lint-$(LINT_VERSION)

# On Debian, as root, prepare installs the servers that the tests start. The
# race detector needs a C compiler. It watches all code but SQLite's, which is C
# told in Go and would take most of the time.
RACE := -race $(foreach p,modernc.org/sqlite/lib modernc.org/libc,-gcflags=$(p)=-race=false)

test:
	@left=$$(go run ./internal/servers/prepare) || exit 1; \
	race=; if [ "$$(go env CGO_ENABLED)" = 1 ]; then race='$(RACE)'; \
	else left="$$left\nthe race detector: no C compiler (apt-get install gcc libc6-dev)"; fi; \
	go test $$race -timeout 30m ./...; status=$$?; \
	if [ -n "$$left" ]; then printf '\nLeft out:\n%b\n' "$$left"; fi; \
	exit $$status

check: lint
	@bad=$$(gofmt -l .); if [ -n "$$bad" ]; then echo "gofmt -w $$bad"; exit 1; fi
	@for f in $$(grep -rl 'time\.Sleep(' --include='*_test.go' .); do \
	  grep -q testing/synctest $$f || { echo "$$f: a test sleeps; wait for a signal or use testing/synctest"; exit 1; }; done
	go vet ./...
	go mod tidy -diff
	@go list -m -f '{{if not (or .Indirect .Main)}}`{{.Path}}`{{end}}' all | grep . | sort > $(LINT_DIR)/direct; \
	grep -o '^| `[^`]*`' docs/dependencies.md | cut -c3- | sort | diff $(LINT_DIR)/direct - || \
	  { echo 'docs/dependencies.md (>) and go.mod (<) differ'; exit 1; }

lint: $(LINT_DIR)/golangci-lint
	$< run ./...

$(LINT_DIR)/golangci-lint:
	GOBIN=$(LINT_DIR) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)

# Every fuzz target for a while: make fuzz FUZZ=30s
FUZZ ?= 10s
fuzz:
	@grep -rlE '^func Fuzz' --include='*_test.go' . | while read -r file; do \
	  sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' "$$file" | while read -r target; do \
	    echo "$$(dirname "$$file") $$target"; \
	    go test "./$$(dirname "$$file")" -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZ) || exit 1; \
	  done || exit 1; done

run:
	go run ./cmd/graces demo
