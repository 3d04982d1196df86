package connectors

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// masked stands for what is not shown.
const masked = "***"

// Shown is a decoded value as it may be shown: a secret masked, and of addresses
// who signs in there and what their parameters are.
func (set Setting) Shown(v any) string {
	if set.Secret {
		return masked
	}
	list, isList := v.([]string)
	if !isList {
		return maskAddresses(fmt.Sprint(v))
	}
	shown := make([]string, len(list))
	for i, one := range list {
		shown[i] = maskAddresses(one)
	}
	return strings.Join(shown, ", ")
}

var addresses = regexp.MustCompile(`[A-Za-z][A-Za-z0-9+.-]*://\S*`)

func maskAddresses(text string) string { return addresses.ReplaceAllStringFunc(text, maskAddress) }

// maskAddress keeps the names of the parameters: they tell one address from
// another. What stands alone may be a key itself.
func maskAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return masked
	}
	if u.User == nil && u.RawQuery == "" && u.Fragment == "" {
		return address
	}
	shown := u.Scheme + "://"
	if u.User != nil {
		shown += masked + "@"
	}
	shown += u.Host + u.EscapedPath()
	if u.RawQuery == "" {
		return shown
	}
	pairs := strings.Split(u.RawQuery, "&")
	for i, pair := range pairs {
		key, _, named := strings.Cut(pair, "=")
		if pairs[i] = masked; named {
			pairs[i] = key + "=" + masked
		}
	}
	return shown + "?" + strings.Join(pairs, "&")
}
