package main

import (
	"maps"
	"testing"

	"goodgraces/classifier/authors"
	"goodgraces/config"
)

// The configuration's defaults are the weights that were tuned.
func TestAuthorsDefaults(t *testing.T) {
	t.Chdir(t.TempDir())
	cfg, err := config.Load(config.Options{})
	must(t, err)
	if !maps.Equal(cfg.Authors.Signals, authors.DefaultWeights()) {
		t.Errorf("authors.signals are %v, the weights are %v", cfg.Authors.Signals, authors.DefaultWeights())
	}
	if cfg.Authors.CloseAt != authors.DefaultCloseAt || cfg.Authors.SilenceAt != authors.DefaultSilenceAt {
		t.Errorf("close_at %v, silence_at %v", cfg.Authors.CloseAt, cfg.Authors.SilenceAt)
	}
}
