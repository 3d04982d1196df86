package x

import (
	"context"
	"net/http"

	"github.com/dghubble/oauth1"

	"goodgraces/connectors"
)

// identity is one that X knows: the account, or the app.
type identity struct {
	client *http.Client
	// token is what goes into the Authorization header; "" where the client
	// signs by itself.
	token func(context.Context) (string, error)
	// renew replaces a token that X refused; nil where it cannot be.
	renew func(ctx context.Context, refused string) (string, error)
	// tokens are those that must not be told; nil where they are settings.
	tokens func() []string
	// files hold tokens that stay good when the connector is gone.
	files []string
}

// signed is an account by OAuth 1.0a.
func signed(s connectors.Settings, env connectors.Env) *identity {
	config := oauth1.NewConfig(s.String("api_key"), s.String("api_secret"))
	ctx := context.WithValue(oauth1.NoContext, oauth1.HTTPClient, env.Client)
	signing := *env.Client
	signing.Transport = config.Client(ctx, oauth1.NewToken(s.String("access_token"), s.String("access_secret"))).Transport
	return &identity{client: &signing, token: fixed("")}
}

// bearer is the app.
func bearer(token string, env connectors.Env) *identity {
	return &identity{client: env.Client, token: fixed(token)}
}

func fixed(token string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return token, nil }
}
