package connectors

import (
	"testing"
	"time"
)

func TestShown(t *testing.T) {
	for name, tt := range map[string]struct {
		set  Setting
		v    any
		want string
	}{
		"a secret":     {Setting{Secret: true}, "hush", "***"},
		"plain":        {Setting{}, "https://host.example/a/@b", "https://host.example/a/@b"},
		"a sign-in":    {Setting{}, "https://me:hush@host.example/feed", "https://***@host.example/feed"},
		"a path":       {Setting{}, "https://host.example/hooks/hush", "https://host.example/hooks/***"},
		"parameters":   {Setting{}, "wss://host.example/s?key=hush&hush2&of=", "wss://host.example/s?key=***&***&of=***"},
		"a fragment":   {Setting{}, "https://host.example/#hush", "https://host.example/"},
		"no address":   {Setting{}, "https://me:hush%zz@host.example", "***"},
		"within text":  {Setting{}, "see http://a.example?k=hush now", "see http://a.example?k=*** now"},
		"each of many": {Setting{}, []string{"https://a.example/?k=hush", "b"}, "https://a.example/?k=***, b"},
		"a duration":   {Setting{}, time.Minute, "1m0s"},
	} {
		if got := tt.set.Shown(tt.v); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}
