package pipeline

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/queue"
	"goodgraces/store"
)

// Metrics are the pipeline's figures for Prometheus.
type Metrics struct {
	Registry *prometheus.Registry

	mentions *prometheus.CounterVec
	verdicts *prometheus.CounterVec
	drafts   prometheus.Counter
	polished *prometheus.CounterVec
	dead     prometheus.Counter
	batches  prometheus.Histogram
	endToEnd prometheus.Histogram
	queued   *prometheus.GaugeVec
	oldest   prometheus.Gauge
	sends    *prometheus.GaugeVec
	up       *prometheus.GaugeVec
	heard    *prometheus.GaugeVec
	event    *prometheus.GaugeVec
	expires  *prometheus.GaugeVec
	requests *prometheus.GaugeVec
	money    *prometheus.GaugeVec
}

// NewMetrics makes a registry with every figure at zero.
func NewMetrics() *Metrics {
	m := &Metrics{
		Registry: prometheus.NewRegistry(),
		mentions: counters("graces_mentions_total", "Mentions read, by connector.", "connector"),
		verdicts: counters("graces_verdicts_total", "Mentions judged, by action.", "action"),
		drafts:   prometheus.NewCounter(prometheus.CounterOpts{Name: "graces_drafts_total", Help: "Drafts written."}),
		polished: counters("graces_polished_total", "Drafts that the language model was asked to begin, by what came of it.", "result"),
		dead:     prometheus.NewCounter(prometheus.CounterOpts{Name: "graces_dead_letters_total", Help: "Mentions put on the dead-letter list."}),
		batches:  histogram("graces_batch_seconds", "Seconds a batch of mentions took from queue to store."),
		endToEnd: histogram("graces_end_to_end_seconds", "Seconds from the queue having a mention to its case being stored."),
		queued:   gauges("graces_queue_messages", "Messages in the queue, by state.", "state"),
		oldest:   prometheus.NewGauge(prometheus.GaugeOpts{Name: "graces_queue_oldest_seconds", Help: "Age of the oldest message that is not acknowledged."}),
		sends:    gauges("graces_sends", "Approved messages, by state.", "state"),
		up:       gauges("graces_connector_up", "1 while a connector is connected.", "connector"),
		heard:    gauges("graces_connector_heard_timestamp_seconds", "When a platform gave its last sign of life.", "connector"),
		event:    gauges("graces_connector_event_timestamp_seconds", "When the last mention was read.", "connector"),
		expires:  gauges("graces_connector_expires_timestamp_seconds", "When a credential ends; 0 is never.", "connector"),
		requests: gauges("graces_connector_requests_today", "Requests since midnight UTC, by all processes.", "connector"),
		money:    gauges("graces_connector_dollars_today", "US dollars spent since midnight UTC, by all processes.", "connector"),
	}
	m.Registry.MustRegister(m.mentions, m.verdicts, m.drafts, m.polished, m.dead, m.batches, m.endToEnd, m.queued, m.oldest, m.sends, m.up,
		m.heard, m.event, m.expires, m.requests, m.money,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func counters(name, help, label string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, []string{label})
}

func gauges(name, help, label string) *prometheus.GaugeVec {
	return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, []string{label})
}

func histogram(name, help string) prometheus.Histogram {
	return prometheus.NewHistogram(prometheus.HistogramOpts{Name: name, Help: help, Buckets: prometheus.ExponentialBuckets(0.001, 4, 10)})
}

func (m *Metrics) recorded(it *Item, took time.Duration) {
	m.mentions.WithLabelValues(it.Mention.Connector).Inc()
	m.verdicts.WithLabelValues(string(it.Verdict.Action)).Inc()
	if it.ready() {
		m.drafts.Inc()
	}
	m.endToEnd.Observe(max(took, 0).Seconds())
}

func (m *Metrics) lag(l queue.Lag) {
	m.queued.WithLabelValues("ready").Set(float64(l.Ready))
	m.queued.WithLabelValues("leased").Set(float64(l.Leased))
	m.queued.WithLabelValues("dead").Set(float64(l.Dead))
	m.oldest.Set(l.Oldest.Seconds())
}

func (m *Metrics) sendStates(counts map[care.SendState]int) {
	for _, s := range care.SendStates {
		m.sends.WithLabelValues(string(s)).Set(float64(counts[s]))
	}
}

// health shows how a connector does.
func (m *Metrics) health(h care.Health) {
	up := 0.0
	if h.State == connectors.Connected {
		up = 1
	}
	m.up.WithLabelValues(h.Connector).Set(up)
	m.heard.WithLabelValues(h.Connector).Set(unix(h.Heard))
	m.event.WithLabelValues(h.Connector).Set(unix(h.Event))
	ends := time.Time{}
	if h.Expiry != nil {
		ends = h.Expiry.At
	}
	m.expires.WithLabelValues(h.Connector).Set(unix(ends))
}

// forget takes a connector away that there is no longer.
func (m *Metrics) forget(connector string) {
	for _, v := range []*prometheus.GaugeVec{m.up, m.heard, m.event, m.expires} {
		v.DeleteLabelValues(connector)
	}
}

func unix(t time.Time) float64 {
	if t.IsZero() {
		return 0
	}
	return float64(t.Unix())
}

// used shows what the connectors used today.
func (m *Metrics) used(all map[string]store.Usage) {
	for name, u := range all {
		m.requests.WithLabelValues(name).Set(float64(u.Requests))
		m.money.WithLabelValues(name).Set(float64(u.Money) / float64(care.Dollar))
	}
}
