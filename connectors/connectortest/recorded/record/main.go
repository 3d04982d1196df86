// Command record stands between graces and a real server on this machine, and
// writes a recording for the tests of a connector:
//
//	go run ./connectors/connectortest/recorded/record -to http://localhost:8085 \
//	  -server GoToSocial -version 0.20.0 -hide TOKEN=hidden > recorded.jsonl
//
// Give its address to the connector as base_url. Record invented posts alone.
package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"goodgraces/connectors/connectortest/recorded"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

func run() error {
	var hide []string
	to := flag.String("to", "", "address of the server")
	server := flag.String("server", "", "what the server is")
	version := flag.String("version", "", "its version")
	addr := flag.String("addr", "127.0.0.1:0", "where to listen")
	flag.Func("hide", "OLD=NEW: what to replace in the recording", func(s string) error {
		old, replacement, ok := strings.Cut(s, "=")
		if !ok {
			return fmt.Errorf("%q is not OLD=NEW", s)
		}
		hide = append(hide, old, replacement)
		return nil
	})
	flag.Parse()
	from := recorded.Server{Server: *server, Version: *version, Date: time.Now().UTC().Format(time.DateOnly)}
	r, err := recorded.NewRecorder(os.Stdout, from, strings.TrimRight(*to, "/"), hide...)
	if err != nil {
		return err
	}
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", *addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "recording %s at http://%s\n", *to, l.Addr())
	return (&http.Server{Handler: r, ReadHeaderTimeout: time.Minute}).Serve(l)
}
