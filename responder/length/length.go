// Package length counts a text as a platform counts it.
package length

// Of returns the length of a text on a platform and the platform's limit. An
// unknown platform counts runes up to 500.
func Of(platform, text string) (n, limit int) { panic("skeleton") }
