package main

import (
	"context"
	"net/http"
	"time"

	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/responder/llm"
	"goodgraces/store"
)

// withModel gives a responder the configured language model, if there is one.
// book takes one call from the day's budget of so many; nil has no budget.
func withModel(r *responder.Responder, m config.LLM, book func(ctx context.Context, perDay int) (bool, error)) *responder.Responder {
	if m.URL == "" {
		return r
	}
	o := llm.Options{URL: m.URL, Key: m.Key, Model: m.Model, Timeout: m.Timeout, Client: http.DefaultClient}
	if book != nil && m.PerDay > 0 {
		o.Spend = func(ctx context.Context) (bool, error) { return book(ctx, m.PerDay) }
	}
	return r.WithModel(llm.New(o))
}

// modelCalls is what the calls of the language model are booked under; no
// connector can be called so.
const modelCalls = "responder.llm"

// bookCall takes one call from the day's budget of all processes.
func bookCall(st *store.Store) func(context.Context, int) (bool, error) {
	return func(ctx context.Context, perDay int) (bool, error) {
		return st.Book(ctx, store.Booking{
			Connector: modelCalls, At: time.Now(), Usage: store.Usage{Requests: 1}, Budget: store.Usage{Requests: perDay},
		})
	}
}
