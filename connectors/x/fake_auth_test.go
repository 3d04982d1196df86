package x_test

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// who tells who calls: "user", "app", or "" where the keys are wrong.
func (f *fakeX) who(r *http.Request) string {
	auth := r.Header.Get("Authorization")
	switch {
	case auth == "Bearer "+bearerToken:
		return "app"
	case f.access != "" && auth == "Bearer "+f.access:
		return "user"
	case strings.HasPrefix(auth, "OAuth ") && f.signedRight(r, auth):
		return "user"
	}
	return ""
}

// percent encodes as RFC 5849 does.
func percent(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// signedRight computes the signature of OAuth 1.0a anew (RFC 5849, 3.4).
func (f *fakeX) signedRight(r *http.Request, auth string) bool {
	given := ""
	var pairs []string
	for part := range strings.SplitSeq(strings.TrimPrefix(auth, "OAuth "), ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		value, _ = url.PathUnescape(strings.Trim(value, `"`))
		switch {
		case key == "oauth_signature":
			given = value
			continue
		case key == "oauth_timestamp" && f.off(value):
			return false
		case key == "oauth_consumer_key" && value != apiKey, key == "oauth_token" && value != accessToken:
			return false
		}
		pairs = append(pairs, percent(key)+"="+percent(value))
	}
	for key, values := range r.URL.Query() {
		for _, v := range values {
			pairs = append(pairs, percent(key)+"="+percent(v))
		}
	}
	slices.Sort(pairs)
	text := strings.Join([]string{r.Method, percent("http://" + r.Host + r.URL.EscapedPath()), percent(strings.Join(pairs, "&"))}, "&")
	mac := hmac.New(sha1.New, []byte(percent(apiSecret)+"&"+percent(accessSecret)))
	mac.Write([]byte(text))
	return given == base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// off reports whether a timestamp is further from X's clock than it takes.
func (f *fakeX) off(stamp string) bool {
	at, err := strconv.ParseInt(stamp, 10, 64)
	return err != nil || time.Now().Add(f.ahead).Sub(time.Unix(at, 0)).Abs() > 5*time.Minute
}

// grant gives tokens for a refresh token, which is good once.
func (f *fakeX) grant(w http.ResponseWriter, r *http.Request) {
	id, secret, ok := r.BasicAuth()
	if !ok || id != clientID || secret != clientSecret {
		answer(w, 401, map[string]any{"error": "unauthorized_client"})
		return
	}
	if r.FormValue("grant_type") != "refresh_token" || r.FormValue("refresh_token") != f.refresh {
		answer(w, 400, map[string]any{"error": "invalid_request", "error_description": "Value passed for the token was invalid. " + r.FormValue("refresh_token")})
		return
	}
	f.grants++
	f.access, f.refresh = fmt.Sprint("access-secret-", f.grants), fmt.Sprint("refresh-secret-", f.grants)
	answer(w, 200, map[string]any{"token_type": "bearer", "expires_in": 7200, "access_token": f.access, "refresh_token": f.refresh, "scope": "tweet.read tweet.write users.read dm.read dm.write offline.access"})
}
