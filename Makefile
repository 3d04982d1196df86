# make test    every test this machine can run, and a list of what was left out
# make check   formatting, vet, lint, go.mod
# make run     the demo, on 127.0.0.1:8080
.PHONY: test check lint fuzz run

export GOTOOLCHAIN ?= local

LINT_VERSION := v2.15.0
LINT_DIR := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/goodgraces/golangci-lint-$(LINT_VERSION)

# On Debian, as root, prepare installs the servers that the tests start. The
# race detector needs a C compiler. It watches what goroutines may share: not
# SQLite, which is C told in Go, nor hashes and parsers, which work on what one
# caller gave them: all would take most of the time. A package that has a sync.Map is watched
# whatever it costs: it brings a copy of the map's code, and where the linker takes
# one that is not watched, every user of a sync.Map is suspected (encoding/json was).
unwatched = $(foreach p,$(1),-gcflags=$(p)=-race=false)
#
# From a cold cache compiling takes as long as testing. Libraries from GitHub have
# little to do here, so nothing is inlined in them (-l): go-redis, 21,000 functions of
# which the queue calls ten, is compiled in half the time.
RACE := -race -gcflags=github.com/...=-l $(call unwatched,modernc.org/... golang.org/x/crypto/... \
  regexp regexp/syntax go.yaml.in/yaml/v3 github.com/mmcdole/...)

# Judging and drafting take it five times as long, and tests ask for them by the
# thousand, each from one goroutine. It watches them in a second run, of the tests
# in which goroutines share them: a classifier (TestJudgeTogether), a responder
# (TestDraftTogether), the posts and the answers that models learn from
# (TestTrainTogether, TestFit). They are few, and compiled sooner without inlining.
TEXT := $(addprefix goodgraces/,classifier classifier/features classifier/fold classifier/lexicon \
  classifier/model classifier/tokens classifier/train responder responder/check responder/check/sense responder/detail responder/grams \
  responder/grievance responder/grievance/gist responder/length responder/templates responder/templates/form)
TOGETHER := -run 'Together$$|TestFit$$' ./classifier ./classifier/train ./responder ./responder/check/sense

# The longest first, so that none is left to run alone; and one package more than
# there are cores, since tests wait for servers as long as they compute.
LONGEST := ./cmd/graces ./desk ./store
AT_ONCE := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

# make check vets. Nobody debugs these programs; without a debugger's tables they
# are linked a fifth sooner.
TEST := go test -vet=off -ldflags=-w -p $(AT_ONCE) -timeout 30m

# prepare is built with the flags of the tests: they need nearly all that it does.
test:
	@race= apart= lacks=; if [ "$$(go env CGO_ENABLED)" = 1 ]; then race='$(RACE)' apart='$(call unwatched,$(TEXT))'; \
	else lacks='the race detector: no C compiler (apt-get install gcc libc6-dev)'; fi; \
	left=$$(go run $$race $$apart ./internal/servers/prepare) || exit 1; \
	status=0; \
	$(TEST) $$race $$apart $(LONGEST) ./... || status=1; \
	if [ -n "$$race" ]; then $(TEST) $$race $(foreach p,$(TEXT),-gcflags=$(p)=-l) $(TOGETHER) || status=1; fi; \
	if [ -n "$$left$$lacks" ]; then printf '\nLeft out:\n'; printf '%s\n' "$$left" "$$lacks" | grep .; fi; \
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
