package main

import (
	"goodgraces/care"
	"goodgraces/classifier"
)

// stream judges posts in the light of what their authors wrote earlier in the
// input. It knows who began each thread, and which accounts are the brand's,
// from the input itself: nothing needs to be configured.
type stream struct {
	classifier *classifier.Classifier
	profiles   map[string]*care.Profile
	authors    map[string]string // mention key → author key
	owners     map[string]string // mention key → ID of the author of its thread
	brands     map[string]bool   // author keys of the brand's own accounts
}

func newStream(c *classifier.Classifier) *stream {
	return &stream{c, map[string]*care.Profile{}, map[string]string{}, map[string]string{}, map[string]bool{}}
}

// judge returns the line of output for a post.
func (s *stream) judge(m care.Mention) any {
	s.place(&m)
	if m.By == care.ByBrand {
		s.classifier.Assess(&m, s.profile(s.answered(&m)))
		return brandLine{m.ID, care.ByBrand}
	}
	return verdictLine{m.ID, s.classifier.Assess(&m, s.profile(m.AuthorKey()))}
}

// place notes who wrote a post and who began its thread.
func (s *stream) place(m *care.Mention) {
	key := m.AuthorKey()
	s.authors[m.Key()] = key
	if m.By == care.ByBrand && key != "" {
		s.brands[key] = true
	}
	if m.ThreadAuthor == "" && m.InReplyTo != "" {
		m.ThreadAuthor = s.owners[care.Key(m.Platform, m.InReplyTo)]
	}
	owner := m.ThreadAuthor
	if owner == "" {
		owner = m.Author.ID
	}
	s.owners[m.Key()] = owner
	if s.brands[care.Key(m.Platform, owner)] {
		m.ThreadAuthor = care.ByBrand
	}
}

// answered is the key of the author whom a post of the brand's answers.
func (s *stream) answered(m *care.Mention) string {
	if key, ok := s.authors[care.Key(m.Platform, m.InReplyTo)]; ok || m.ThreadAuthor == "" {
		return key
	}
	return care.Key(m.Platform, m.ThreadAuthor)
}

// profile returns what is known of an author. An unknown one is a stranger
// every time.
func (s *stream) profile(key string) *care.Profile {
	p, ok := s.profiles[key]
	if !ok {
		p = &care.Profile{Key: key}
		if key != "" {
			s.profiles[key] = p
		}
	}
	return p
}
