package replay

import (
	"context"
	"fmt"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Reply appends a public answer to the outbox.
func (r *Replay) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	return r.append(ctx, s, care.SendPublic)
}

// Message appends a private message to the outbox, unless refuse_messages.
func (r *Replay) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	if r.set.Bool("refuse_messages") {
		return care.Receipt{}, fmt.Errorf("replay: %w (the setting refuse_messages)", connectors.ErrCannotMessage)
	}
	return r.append(ctx, s, care.SendPrivate)
}

func (r *Replay) append(ctx context.Context, s care.Send, kind care.SendKind) (care.Receipt, error) {
	to := s.Mention.Author.Handle
	if to == "" {
		to = s.Mention.Author.ID
	}
	at, err := r.outbox.Append(ctx, Entry{
		Key: s.ID, Kind: kind, Platform: s.Mention.Platform, InReplyTo: s.Mention.ID,
		Author: to, Text: s.Text, At: r.env.Now().UTC(),
	})
	if err != nil {
		return care.Receipt{}, fmt.Errorf("replay: %w", err)
	}
	return care.Receipt{ID: s.ID, At: at}, nil
}

// Find looks the send up in the outbox file.
func (r *Replay) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	at, err := r.outbox.Find(ctx, s.ID)
	if err != nil {
		return care.Receipt{}, fmt.Errorf("replay: %w", err)
	}
	return care.Receipt{ID: s.ID, At: at}, nil
}
