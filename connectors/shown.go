package connectors

import (
	"fmt"
	"strings"

	"goodgraces/care"
)

// Shown is a decoded value as it may be shown: a secret masked, and of addresses
// all that may be one.
func (set Setting) Shown(v any) string {
	if set.Secret {
		return "***"
	}
	list, isList := v.([]string)
	if !isList {
		return care.MaskAddresses(fmt.Sprint(v))
	}
	shown := make([]string, len(list))
	for i, one := range list {
		shown[i] = care.MaskAddresses(one)
	}
	return strings.Join(shown, ", ")
}
