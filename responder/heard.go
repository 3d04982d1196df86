package responder

import "sync"

// heard is what is looked for in a post each time that wordings are weighed,
// found when it is first asked for.
type heard struct {
	asked    func() string   // see whatIsAsked
	words    func() []string // see wordsOf
	story    func() int      // see storyWords
	question func() bool     // see isQuestion
	asks     func() bool     // see seemsToAsk
	begins   func() bool     // see beginsToAsk
	about    func() matter   // see subject
	order    func() order    // see lookup

	// of praise
	praised func() string // see whatIsPraised
	who     func() string // see whoIsPraised
	treat   func() string // see enjoyed
	swift   func() string // see howSwift
	mood    func() string // see moodOf
	wish    func() string // see greetedBack
}

func hear(language, post string) heard {
	return heard{
		asked:    sync.OnceValue(func() string { return whatIsAsked(language, post) }),
		words:    sync.OnceValue(func() []string { return wordsOf(post) }),
		story:    sync.OnceValue(func() int { return storyWords(post) }),
		question: sync.OnceValue(func() bool { return isQuestion(post) }),
		begins:   sync.OnceValue(func() bool { return beginsToAsk(post) }),
		asks:     sync.OnceValue(func() bool { return seemsToAsk(post) }),
		about: sync.OnceValue(func() matter {
			of, open := subject(language, post)
			return matter{of, open}
		}),
		order:   sync.OnceValue(func() order { return lookup(language, post) }),
		praised: sync.OnceValue(func() string { return whatIsPraised(language, post) }),
		who:     sync.OnceValue(func() string { return whoIsPraised(language, post) }),
		treat:   sync.OnceValue(func() string { return enjoyed(language, post) }),
		swift:   sync.OnceValue(func() string { return howSwift(language, post) }),
		mood:    sync.OnceValue(func() string { return moodOf(post) }),
		wish:    sync.OnceValue(func() string { return greetedBack(language, post) }),
	}
}

// matter is what a question is about, and whether the post leaves out what the
// answer hangs on.
type matter struct {
	of   string
	open bool
}

// has reports whether the post has one of the words.
func (h *heard) has(of []string) bool { return hasAny(h.words(), of) }

func (h *heard) subject() (of string, open bool) { m := h.about(); return m.of, m.open }
