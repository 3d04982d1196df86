package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors/replay/posts"
)

// record is one line of a filter's input: a value, or what is wrong with it.
type record[T any] struct {
	value T
	err   *posts.LineError
}

// job is a record on its way through a filter.
type job[T any] struct {
	record[T]
	out chan []byte // one line
}

// lineFault stands in the output in place of a bad line.
type lineFault struct {
	Line  int    `json:"line"`
	Error string `json:"error"`
}

// filter reads records until io.EOF, maps them on all cores and writes one line
// of JSON each, in the order of the input, as soon as it is ready. It ends with
// errSaid when a line was bad: the line's place in the output says why.
func filter[T any](next func() (T, error), out io.Writer, f func(T) any) error {
	return pump(next, out, runtime.GOMAXPROCS(0), f)
}

// inOrder is filter for an f that must see the records one after the other.
func inOrder[T any](next func() (T, error), out io.Writer, f func(T) any) error {
	return pump(next, out, 1, f)
}

func pump[T any](next func() (T, error), out io.Writer, workers int, f func(T) any) error {
	jobs := make(chan *job[T], 4*workers)
	ordered := make(chan *job[T], 256)
	stop := make(chan struct{}) // closed when writing failed
	var wg sync.WaitGroup
	var readErr error
	wg.Go(func() {
		defer close(ordered)
		defer close(jobs)
		readErr = feed(next, jobs, ordered, stop)
	})
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.out <- answer(j.record, f)
			}
		})
	}
	bad, writeErr := drain(ordered, out)
	close(stop)
	for range ordered { // let feed finish
	}
	wg.Wait()
	switch {
	case writeErr != nil:
		return fmt.Errorf("output: %w", writeErr)
	case readErr != nil:
		return fmt.Errorf("input: %w", readErr)
	case bad:
		return errSaid
	}
	return nil
}

// feed hands records to the workers and, in the same order, to the writer.
func feed[T any](next func() (T, error), jobs, ordered chan<- *job[T], stop <-chan struct{}) error {
	for {
		v, err := next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		j := &job[T]{record: record[T]{value: v}, out: make(chan []byte, 1)}
		if err != nil && !errors.As(err, &j.err) {
			return err
		}
		select {
		case <-stop:
			return nil
		case ordered <- j:
			jobs <- j
		}
	}
}

// answer is the output line of one record.
func answer[T any](r record[T], f func(T) any) []byte {
	var v any
	if r.err != nil {
		v = lineFault{r.err.Line, r.err.Reason()}
	} else {
		v = f(r.value)
	}
	line, err := plainJSON(v)
	if err != nil {
		line, _ = plainJSON(lineFault{Error: err.Error()})
	}
	return line
}

// plainJSON is v as one line of JSON in which < > & stand as they are, for
// those who search it.
func plainJSON(v any) ([]byte, error) {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return line.Bytes(), err
}

// drain writes the answers in order, flushing whenever none is waiting.
func drain[T any](ordered <-chan *job[T], out io.Writer) (bad bool, err error) {
	w := bufio.NewWriterSize(out, 64<<10)
	for j := range ordered {
		bad = bad || j.err != nil
		if _, err := w.Write(<-j.out); err != nil {
			return bad, err
		}
		if len(ordered) == 0 {
			if err := w.Flush(); err != nil {
				return bad, err
			}
		}
	}
	return bad, w.Flush()
}

// mentions reads mentions in a format ("jsonl" or "csv").
func mentions(in io.Reader, format string) (func() (care.Mention, error), error) {
	switch f := posts.Format(format); f {
	case posts.JSONL, posts.CSV:
		return posts.NewReader(in, f).Next, nil
	}
	return nil, &usageError{fmt.Errorf("--format %q: must be jsonl or csv", format)}
}

// counted calls say with a growing count at most twice a second, for progress
// on a terminal.
func counted[T any](next func() (T, error), say func(n int)) func() (T, error) {
	if say == nil {
		return next
	}
	n, last := 0, time.Now()
	return func() (T, error) {
		v, err := next()
		if n++; time.Since(last) > 500*time.Millisecond || err != nil {
			say(n)
			last = time.Now()
		}
		return v, err
	}
}
