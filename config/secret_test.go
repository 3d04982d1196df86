package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func secretFile(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const dsn = "postgres://graces:hunter2@db.example/graces"

func TestSecretsFromFiles(t *testing.T) {
	file := secretFile(t, dsn+"\n")
	cases := map[string]struct {
		yaml string
		env  []string
	}{
		"named in the file":                      {"store: {url_file: " + file + "}", nil},
		"named in the environment":               {"log: {level: info}", []string{"GRACES_STORE_URL_FILE=" + file}},
		"environment over the file's":            {"store: {url: postgres://other/x}", []string{"GRACES_STORE_URL_FILE=" + file}},
		"environment over the file's file":       {"store: {url_file: /none}", []string{"GRACES_STORE_URL_FILE=" + file}},
		"plain environment over the file's file": {"store: {url_file: /none}", []string{"GRACES_STORE_URL=" + dsn}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			cfg, err := Load(Options{File: write(t, c.yaml), Env: c.env})
			if err != nil || cfg.Store.URL != dsn {
				t.Errorf("got %+v, %v", cfg, err)
			}
		})
	}
	cfg, err := Load(Options{File: write(t, "log: {level: info}"), Env: []string{"GRACES_STORE_URL_FILE=/none"}, Flags: map[string]any{"store.url": dsn}})
	if err != nil || cfg.Store.URL != dsn {
		t.Errorf("a flag over the environment's file: %+v, %v", cfg, err)
	}
}

func TestSecretsThatCannotBe(t *testing.T) {
	file := secretFile(t, dsn)
	cases := map[string]struct {
		yaml string
		env  []string
		has  string
	}{
		"twice in the file":        {"store: {url: x, url_file: y}", nil, "store.url: given twice: keep either store.url or store.url_file"},
		"twice in the environment": {"data: x", []string{"GRACES_STORE_URL=x", "GRACES_STORE_URL_FILE=y"}, "keep either GRACES_STORE_URL or GRACES_STORE_URL_FILE"},
		"no such file":             {"data: x", []string{"GRACES_STORE_URL_FILE=/none/such"}, "store.url_file: from GRACES_STORE_URL_FILE: /none/such: there is no such file"},
		"a folder":                 {"store: {url_file: /}", nil, "/: this is a folder"},
		"an empty file":            {"store: {url_file: " + secretFile(t, "\n") + "}", nil, "the file is empty"},
		"a binary":                 {"store: {url_file: " + secretFile(t, "\xff\x00") + "}", nil, "holds no text"},
		"a wrong secret":           {"queue: {url_file: " + file + "}", nil, "queue.url_file: must be empty (a table in SQLite) or redis://"},
		"file of no secret":        {"desk: {addr_file: x}", nil, "desk.addr_file: unknown key. Allowed here: addr"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := Load(Options{File: write(t, c.yaml), Env: c.env})
			if err == nil || !strings.Contains(err.Error(), c.has) {
				t.Errorf("got %v\nwant … %s", err, c.has)
			}
			if err != nil && strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the secret is shown: %v", err)
			}
		})
	}
}

func isToken(_, key string) bool { return key == "token" }

const twoConnectors = `connectors:
  - name: x
    type: t
    settings:
      path: here
      token: from the file
  - name: x-eu
    type: t
    settings: {path_file: a name}
`

func TestConnectorsFromTheEnvironment(t *testing.T) {
	cfg, err := Load(Options{
		File:     write(t, twoConnectors),
		Env:      []string{"GRACES_CONNECTORS_X_PATH=there", "GRACES_CONNECTORS_X_EU_TOKEN=eu", "GRACES_CONNECTORS_X_TOKEN_FILE=" + secretFile(t, "hunter2\r\n")},
		IsSecret: isToken,
	})
	if err != nil {
		t.Fatal(err)
	}
	x, eu := cfg.Connectors[0].Settings, cfg.Connectors[1].Settings
	if len(x) != 2 || x["path"] != "there" || x["token"] != "hunter2" {
		t.Errorf("x: %v", x)
	}
	if len(eu) != 2 || eu["token"] != "eu" || eu["path_file"] != "a name" {
		t.Errorf("x-eu: %v", eu)
	}
}

func TestAMissingSecretFileSaysWhatBelongsThere(t *testing.T) {
	path := write(t, "connectors: [{name: a, type: t, settings: {token_file: /none}}]")
	help := func(_, key string) string { return "The " + key + " (step 2)." }
	_, err := Load(Options{File: path, IsSecret: isToken, SettingHelp: help})
	if err == nil || !strings.Contains(err.Error(), "/none: there is no such file; what belongs there: The token (step 2); 'graces connectors describe t'") {
		t.Errorf("got %v", err)
	}
}

func TestConnectorProblemsHaveTheirPlace(t *testing.T) {
	path := write(t, `connectors:
  - name: a
    type: t
    settings:
      token_file: /none
      Stream: x
  - {name: b, type: u, settings: {token: x, token_file: y}}
`)
	check := func(c Connector, _ Brand) []Problem {
		if c.Type == "u" {
			return []Problem{{Message: "no such type"}}
		}
		return []Problem{{Key: "stream", Message: "must be an address"}, {Key: "must", Message: "is required"}, {Key: "token", Message: "too short"}}
	}
	_, err := Load(Options{File: path, CheckConnector: check, IsSecret: isToken, Env: []string{"GRACES_CONNECTORS_A_MUST=x"}})
	want := []string{
		"connectors[0].settings.must: from GRACES_CONNECTORS_A_MUST: is required",
		path + ":5: connectors[0].settings.token_file: /none: there is no such file; 'graces connectors describe t' says where the token comes from",
		path + ":5: connectors[0].settings.token_file: too short",
		path + ":6: connectors[0].settings.stream: must be an address",
		path + ":7: connectors[1].settings.token: given twice: keep either connectors[1].settings.token or connectors[1].settings.token_file",
		path + ":7: connectors[1].type: no such type",
	}
	got := problems(t, err)
	if len(got) != len(want) {
		t.Fatalf("got %v", err)
	}
	for i := range want {
		if got[i].Error() != want[i] {
			t.Errorf("got %v\nwant %s", got[i], want[i])
		}
	}
}
