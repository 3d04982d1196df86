package connectors_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

var spec = connectors.Spec{Type: "test", Settings: []connectors.Setting{
	{Key: "name", Kind: connectors.KindString, Required: true, Help: "What it is called."},
	{Key: "mode", Kind: connectors.KindString, OneOf: []string{"fast", "slow"}, Default: "slow"},
	{Key: "list", Kind: connectors.KindStrings},
	{Key: "on", Kind: connectors.KindBool},
	{Key: "count", Kind: connectors.KindInt, Default: 3},
	{Key: "wait", Kind: connectors.KindDuration},
	{Key: "address", Kind: connectors.KindURL},
	{Key: "day", Kind: connectors.KindDate},
}}

func TestDecode(t *testing.T) {
	got, err := spec.Decode(map[string]any{
		"name": 7, "list": "a, b,,c ", "on": "true", "wait": "90s", "address": "https://host/path/", "mode": nil, "day": time.Date(2027, 3, 31, 0, 0, 0, 0, time.UTC),
	})
	want := connectors.Settings{
		"name": "7", "mode": "slow", "list": []string{"a", "b", "c"}, "on": true, "count": 3,
		"wait": 90 * time.Second, "address": "https://host/path", "day": "2027-03-31",
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v\nwant %v", got, err, want)
	}
	if got.String("name") != "7" || got.Strings("list")[2] != "c" || !got.Bool("on") || got.Int("count") != 3 ||
		got.Duration("wait") != 90*time.Second || got.String("nothing") != "" || got.Date("day").Day() != 31 || !got.Date("nothing").IsZero() {
		t.Errorf("the getters disagree with %v", got)
	}
}

// Every problem is reported at once, each with its key and what is allowed.
func TestDecodeReportsEveryProblem(t *testing.T) {
	_, err := spec.Decode(map[string]any{
		"mode": "idle", "list": 5, "on": "perhaps", "count": "1.5", "wait": "-1s", "address": "ftp://host", "nmae": "x", "day": "31.3.2027",
	})
	want := []string{
		"address: must start with http, https, ws or wss",
		"count: must be a whole number",
		"day: must be a day such as 2027-03-31",
		"list: must be a list of texts",
		"mode: must be one of fast, slow",
		"name: is required: What it is called.",
		"nmae: unknown setting; test knows name, mode, list, on, count, wait, address, day",
		"on: must be true or false",
		"wait: must be a duration such as 30s or 5m",
	}
	if err == nil || err.Error() != strings.Join(want, "\n") || !errors.Is(err, connectors.ErrMisconfigured) {
		t.Errorf("got\n%v", err)
	}
	for _, raw := range []any{"host/path", "", []any{}} {
		if _, err := spec.Decode(map[string]any{"name": "x", "address": raw}); err == nil {
			t.Errorf("address %v was taken", raw)
		}
	}
}

// What everybody gives is explained where it is wrong: its help names the step of
// the setup.
func TestARequiredSettingIsExplained(t *testing.T) {
	s := connectors.Spec{Settings: []connectors.Setting{{Key: "base_url", Kind: connectors.KindURL, Required: true, Help: "The server (step 4)."}}}
	_, err := s.Decode(map[string]any{"base_url": "host"})
	if err == nil || !strings.HasPrefix(err.Error(), "base_url: must be an address") || !strings.HasSuffix(err.Error(), ": The server (step 4).") {
		t.Errorf("got %v", err)
	}
}

func TestEnvOwns(t *testing.T) {
	env := connectors.Env{Handles: []string{"@AcmeAir", "42", ""}}
	for author, want := range map[care.Author]bool{
		{Handle: "acmeair"}: true, {ID: "42"}: true, {Handle: "acme"}: false, {}: false,
	} {
		if got := env.Owns(author); got != want {
			t.Errorf("Owns(%+v) = %t", author, got)
		}
	}
}

func TestRateLimitErrorSaysHowLong(t *testing.T) {
	for after, want := range map[time.Duration]string{0: "rate limited by the platform", time.Minute: "rate limited by the platform for 1m0s"} {
		if got := (&connectors.RateLimitError{After: after}).Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
