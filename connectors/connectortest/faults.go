package connectortest

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Fault is what happens to a write, or to a read.
type Fault string

// The faults.
const (
	DropBefore Fault = "dropped before it was taken"
	DropAfter  Fault = "dropped after it was taken"
	Slow       Fault = "taken, and answered too late"
	TooMany    Fault = "429"
	TooManyTil Fault = "429 until a date"
	TooManyAt  Fault = "429 until a second of the platform's clock"
	Denied     Fault = "401"
	Expired    Fault = "the token has ended"
	BadRequest Fault = "400"
	Broken     Fault = "500"
	BrokenLate Fault = "taken, and answered with 500"
	Malformed  Fault = "taken, and answered with nonsense"
	Truncated  Fault = "taken, and the answer broke off"
	Huge       Fault = "taken, and answered with 10 MB of nonsense"
	Endless    Fault = "answered without an end" // reads only
	Empty      Fault = "answered with {}"        // Find only
	Null       Fault = "answered with null"      // Find only
)

// Read is a kind of calls by which Read learns of posts.
type Read struct {
	Name string
	Is   func(*http.Request) bool
	// Break makes Read make such a call; nil where it does by itself.
	Break func()
	// Optional says that Read goes on without: over a refusal, Read says that
	// it is degraded, and does not end.
	Optional bool
}

// Faults puts faults in front of a platform's handler. Its answers repeat the
// call's headers and body, as careless servers do: the connector must not pass
// the secrets in them on.
type Faults struct {
	// IsWrite recognises the calls that publish something.
	IsWrite func(*http.Request) bool
	// Reads are the calls by which Read learns of posts: each kind meets every
	// fault. Without any, reading is left alone.
	Reads []Read
	// Expire ends the token that the connector holds, so that the platform
	// refuses it in its own words; the connector can get another by itself. nil
	// where tokens do not end.
	Expire func()

	mu      sync.Mutex
	next    Fault          // of a write
	read    Fault          // of a read
	kind    string         // of the read that meets it
	asked   map[string]int // reads that were answered, by kind
	given   int            // faults that reads have met
	refused bool           // the write that met Expired was
	found   Fault          // of the calls that Find makes
	sound   int            // calls that Find may make before

	news  chan struct{} // tells of each read
	taken chan struct{} // tells of each call that is taken and not answered yet
	sent  chan struct{} // tells that Endless has sent what it has
	end   chan struct{} // closed when the platform ends: releases slow answers
}

// Wrap returns h with the faults in front.
func (f *Faults) Wrap(h http.Handler) http.Handler {
	f.taken, f.news, f.sent, f.end = make(chan struct{}, 1), make(chan struct{}, 1), make(chan struct{}), make(chan struct{})
	f.asked = map[string]int{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if fault := f.takeFind(); fault != "" {
			f.answerFind(fault, w, r)
			return
		}
		if f.IsWrite != nil && f.IsWrite(r) {
			f.write(f.takeWrite(), h, w, r)
			return
		}
		for _, kind := range f.Reads {
			if kind.Is(r) {
				f.serveRead(kind.Name, h, w, r)
				return
			}
		}
		h.ServeHTTP(w, r)
	})
}

// Release lets slow answers go; a platform calls it when it ends.
func (f *Faults) Release() { close(f.end) }

func (f *Faults) set(fault Fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.next = fault
}

func (f *Faults) takeWrite() Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	fault := f.next
	f.next = ""
	return fault
}

func (f *Faults) setRead(kind string, fault Fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.kind, f.read = kind, fault
}

func (f *Faults) takeRead(kind string) Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	if kind != f.kind {
		return ""
	}
	fault := f.read
	f.kind, f.read = "", ""
	return fault
}

func (f *Faults) serveRead(kind string, h http.Handler, w http.ResponseWriter, r *http.Request) {
	switch fault := f.takeRead(kind); fault {
	case "":
		h.ServeHTTP(w, r)
		f.answered(kind, 0)
	case Expired: // what follows may be a stream
		f.Expire()
		f.answered(kind, 1)
		h.ServeHTTP(w, r)
	default:
		defer f.answered(kind, 1)
		f.applyRead(fault, h, w, r)
	}
}

// answered counts a read, and the fault that it met.
func (f *Faults) answered(kind string, given int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked[kind]++
	f.given += given
	select {
	case f.news <- struct{}{}:
	default:
	}
}

func (f *Faults) count(kind string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.asked[kind]
}

// refusedIt reports whether the write that met Expired was refused.
func (f *Faults) refusedIt() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.refused
}

func (f *Faults) met() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.given
}

// applyRead answers a read.
func (f *Faults) applyRead(fault Fault, h http.Handler, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case Slow:
		_, _ = io.Copy(io.Discard, r.Body) // else the caller's leaving is not seen
		f.hold(r)
	case Malformed:
		fmt.Fprint(w, `{"id": <nonsense`)
	case Huge:
		huge(w)
	case Endless:
		_ = Flood(w) // the caller may leave
		select {
		case f.sent <- struct{}{}:
			f.hold(r)
		case <-f.end:
		}
	case Truncated:
		half(h, w, r)
	default:
		f.apply(fault, h, w, r)
	}
}

// hold keeps an answer back until the caller leaves or the platform ends.
func (f *Faults) hold(r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-f.end:
	}
}

// half answers with the first half of what there is to say.
func half(h http.Handler, w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") != "" {
		panic(http.ErrAbortHandler) // a stream has no half
	}
	whole := httptest.NewRecorder()
	h.ServeHTTP(whole, r)
	w.Header().Set("Content-Type", whole.Header().Get("Content-Type"))
	w.Header().Set("Content-Length", strconv.Itoa(whole.Body.Len()+1))
	w.WriteHeader(whole.Code)
	_, _ = w.Write(whole.Body.Bytes()[:whole.Body.Len()/2])
}

// pauses is how long the faults with 429 ask to wait, by fault: of a write long
// enough to be told apart from nothing, of a read short.
const (
	readPause  = time.Second
	writePause = 7 * time.Second
)

// apply gives what a write and a read can meet alike.
func (f *Faults) apply(fault Fault, h http.Handler, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case "":
		h.ServeHTTP(w, r)
	case DropBefore:
		_, _ = io.Copy(io.Discard, r.Body)
		panic(http.ErrAbortHandler)
	case TooMany:
		w.Header().Set("Retry-After", strconv.Itoa(int(readPause.Seconds())))
		refuse(w, r, http.StatusTooManyRequests)
	case Denied:
		refuse(w, r, http.StatusUnauthorized)
	case Broken:
		refuse(w, r, http.StatusInternalServerError)
	}
}

func (f *Faults) write(fault Fault, h http.Handler, w http.ResponseWriter, r *http.Request) {
	until := time.Now().Add(writePause)
	switch fault {
	case TooMany:
		w.Header().Set("Retry-After", strconv.Itoa(int(writePause.Seconds())))
		refuse(w, r, http.StatusTooManyRequests)
	case TooManyTil:
		w.Header().Set("Retry-After", until.UTC().Format(http.TimeFormat))
		refuse(w, r, http.StatusTooManyRequests)
	case TooManyAt: // X has the name with the dash
		for _, name := range []string{"X-RateLimit-Reset", "X-Rate-Limit-Reset"} {
			w.Header().Set(name, strconv.FormatInt(until.Unix(), 10))
		}
		refuse(w, r, http.StatusTooManyRequests)
	case BadRequest:
		refuse(w, r, http.StatusBadRequest)
	case Expired:
		noted := &status{ResponseWriter: w}
		f.Expire()
		h.ServeHTTP(noted, r)
		f.mu.Lock()
		f.refused = noted.code >= 400
		f.mu.Unlock()
	case "", DropBefore, Denied, Broken:
		f.apply(fault, h, w, r)
	default:
		h.ServeHTTP(httptest.NewRecorder(), r)
		f.answerTaken(fault, w, r)
	}
}

// status notes that of an answer.
type status struct {
	http.ResponseWriter
	code int
}

func (s *status) WriteHeader(code int) {
	s.code = cmp.Or(s.code, code)
	s.ResponseWriter.WriteHeader(code)
}

// answerTaken answers a call that the platform has taken.
func (f *Faults) answerTaken(fault Fault, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case DropAfter:
		panic(http.ErrAbortHandler)
	case Slow:
		f.taken <- struct{}{}
		f.hold(r)
	case BrokenLate:
		refuse(w, r, http.StatusBadGateway)
	case Malformed:
		fmt.Fprint(w, `{"id": nonsense`)
	case Huge:
		huge(w)
	case Truncated:
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, `{"id":"`)
	}
}

func huge(w io.Writer) {
	nonsense := strings.Repeat("\x00nonsense <&[{", 1<<16)
	for range 12 { // 10.8 MB
		fmt.Fprint(w, nonsense)
	}
}

// refuse answers with everything that the call held.
func refuse(w http.ResponseWriter, r *http.Request, status int) {
	body, _ := io.ReadAll(r.Body)
	echo := strings.ReplaceAll(fmt.Sprintf("%s %s", r.Header, body), `"`, `'`)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"error":"Fault","message":"%s","code":"fault"}`, strings.ReplaceAll(echo, `\`, `/`))
}
