package connectors

const keyTokenExpires = "token_expires"

// TokenExpires is the setting by which people tell when a credential ends, where
// the platform's API does not.
func TokenExpires() Setting {
	return Setting{Key: keyTokenExpires, Kind: KindDate, Rare: true, Help: "The day on which the token ends (UTC), where somebody gave it an end that the platform does not tell: you are warned a week ahead. Such as 2027-03-31."}
}

// ExpiresAsSet says when a connector's token ends as far as the setting
// TokenExpires tells. Every connector whose credential is a token calls it in its New.
func (e Env) ExpiresAsSet(s Settings) {
	if at := s.Date(keyTokenExpires); !at.IsZero() {
		e.Expires("the token (setting "+keyTokenExpires+")", at)
	}
}
