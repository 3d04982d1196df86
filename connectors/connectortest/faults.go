package connectortest

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
)

// Fault is what happens to a write, or to a read.
type Fault string

// The faults.
const (
	DropBefore Fault = "dropped before it was taken"
	DropAfter  Fault = "dropped after it was taken"
	Slow       Fault = "taken, and answered too late"
	TooMany    Fault = "429"
	Denied     Fault = "401"
	BadRequest Fault = "400"
	Broken     Fault = "500"
	BrokenLate Fault = "taken, and answered with 500"
	Malformed  Fault = "taken, and answered with nonsense"
	Truncated  Fault = "taken, and the answer broke off"
	Huge       Fault = "answered with 10 MB of nonsense" // reads only
)

// Faults puts faults in front of a platform's handler. Its answers repeat the
// call's headers and body, as careless servers do: the connector must not pass
// the secrets in them on.
type Faults struct {
	// IsWrite recognises the calls that publish something.
	IsWrite func(*http.Request) bool
	// IsRead recognises the calls by which Read learns of posts: a poll, or the
	// dial of a stream. nil leaves reading alone.
	IsRead func(*http.Request) bool

	mu    sync.Mutex
	next  Fault         // of a write
	read  Fault         // of a read
	hit   chan struct{} // tells of each read that met its fault
	taken chan struct{} // tells of each call that is taken and not answered yet
	end   chan struct{} // closed when the platform ends: releases slow answers
}

// Wrap returns h with the faults in front.
func (f *Faults) Wrap(h http.Handler) http.Handler {
	f.taken, f.hit, f.end = make(chan struct{}, 1), make(chan struct{}, 1), make(chan struct{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case f.IsWrite != nil && f.IsWrite(r):
			f.apply(f.take(&f.next), h, w, r)
		case f.IsRead != nil && f.IsRead(r):
			f.applyRead(f.take(&f.read), h, w, r)
		default:
			h.ServeHTTP(w, r)
		}
	})
}

// Release lets slow answers go; a platform calls it when it ends.
func (f *Faults) Release() { close(f.end) }

func (f *Faults) set(fault Fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.next = fault
}

func (f *Faults) setRead(fault Fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.read = fault
}

func (f *Faults) take(from *Fault) Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	fault := *from
	*from = ""
	return fault
}

// readFaults are the faults that a read can meet; refused ones come back with
// the error that says so.
var readFaults = []Fault{DropBefore, TooMany, Denied, Broken, Malformed, Huge, Truncated, Slow}

// applyRead answers a read. The fault is told of once it has been given.
func (f *Faults) applyRead(fault Fault, h http.Handler, w http.ResponseWriter, r *http.Request) {
	if fault != "" {
		defer func() { f.hit <- struct{}{} }()
	}
	switch fault {
	case Slow:
		_, _ = io.Copy(io.Discard, r.Body) // else the caller's leaving is not seen
		select {
		case <-r.Context().Done():
		case <-f.end:
		}
	case TooMany:
		w.Header().Set("Retry-After", "1")
		refuse(w, r, http.StatusTooManyRequests)
	case Malformed:
		fmt.Fprint(w, `{"id": <nonsense`)
	case Huge:
		nonsense := strings.Repeat("\x00nonsense <&[{", 1<<16)
		for range 10 {
			fmt.Fprint(w, nonsense)
		}
	case Truncated:
		half(h, w, r)
	default:
		f.apply(fault, h, w, r)
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

func (f *Faults) apply(fault Fault, h http.Handler, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case "":
		h.ServeHTTP(w, r)
	case DropBefore:
		_, _ = io.Copy(io.Discard, r.Body)
		panic(http.ErrAbortHandler)
	case TooMany:
		w.Header().Set("Retry-After", "7")
		refuse(w, r, http.StatusTooManyRequests)
	case Denied:
		refuse(w, r, http.StatusUnauthorized)
	case BadRequest:
		refuse(w, r, http.StatusBadRequest)
	case Broken:
		refuse(w, r, http.StatusInternalServerError)
	default:
		h.ServeHTTP(httptest.NewRecorder(), r)
		f.answerTaken(fault, w, r)
	}
}

// answerTaken answers a call that the platform has taken.
func (f *Faults) answerTaken(fault Fault, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case DropAfter:
		panic(http.ErrAbortHandler)
	case Slow:
		f.taken <- struct{}{}
		select {
		case <-r.Context().Done():
		case <-f.end:
		}
	case BrokenLate:
		refuse(w, r, http.StatusBadGateway)
	case Malformed:
		fmt.Fprint(w, `{"id": nonsense`)
	case Truncated:
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, `{"id":"`)
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
