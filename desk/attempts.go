package desk

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// rates is how often something may be tried: for one name, and from one
// address, where a whole office may sit.
type rates struct {
	nameEvery time.Duration
	nameBurst int
	addrEvery time.Duration
	addrBurst int
}

var (
	signInRates = rates{30 * time.Second, 10, 5 * time.Second, 30}
	// A form's name is its link. Behind a proxy all customers have one address.
	formRates = rates{10 * time.Second, 20, 200 * time.Millisecond, 300}
)

const maxAttemptKeys = 10_000

// attempts limits attempts by name and by address.
type attempts struct {
	rates
	mu   sync.Mutex
	keys map[string]*rate.Limiter
}

func newAttempts(r rates) *attempts { return &attempts{rates: r, keys: map[string]*rate.Limiter{}} }

// allow takes one attempt and reports whether there was one left.
func (a *attempts) allow(name, remote string, now time.Time) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.keys) > maxAttemptKeys {
		a.prune(now)
	}
	byAddr := a.limiter("addr "+network(remote), a.addrEvery, a.addrBurst).AllowN(now, 1)
	byName := a.limiter("name "+name, a.nameEvery, a.nameBurst).AllowN(now, 1)
	return byAddr && byName
}

func (a *attempts) limiter(key string, every time.Duration, burst int) *rate.Limiter {
	l, ok := a.keys[key]
	if !ok {
		l = rate.NewLimiter(rate.Every(every), burst)
		a.keys[key] = l
	}
	return l
}

// prune forgets keys that have recovered; if an attack keeps all of them busy,
// it forgets everything rather than grow.
func (a *attempts) prune(now time.Time) {
	for key, l := range a.keys {
		if l.TokensAt(now) >= float64(l.Burst()) {
			delete(a.keys, key)
		}
	}
	if len(a.keys) > maxAttemptKeys {
		clear(a.keys)
	}
}

// network is the address that counts: one IPv4 address, or an IPv6 /64, which
// one household has.
func network(remote string) string {
	ap, err := netip.ParseAddrPort(remote)
	if err != nil {
		return remote
	}
	addr := ap.Addr().Unmap().WithZone("")
	if addr.Is4() {
		return addr.String()
	}
	prefix, err := addr.Prefix(64)
	if err != nil {
		return addr.String()
	}
	return prefix.String()
}
