package responder

import (
	"goodgraces/responder/grievance"
	"goodgraces/responder/praise"
)

// heard is what is looked for in a post more than once, found when it is first
// asked for. It hangs on the post alone: what a composer understood of it, the
// composer keeps. Its words are not to be changed.
type heard struct {
	language, post string

	ofAsked    once[string]   // see whatIsAsked
	ofPlain    once[[]string] // see plainly and asMeant
	ofTold     once[[]string] // see asked
	ofWords    once[[]string] // see wordsOf
	ofStory    once[int]      // see storyWords
	ofQuestion once[bool]     // see isQuestion
	ofAsks     once[bool]     // see seemsToAsk
	ofBegins   once[bool]     // see beginsToAsk
	ofGoing    once[bool]     // see goesOn
	ofOwn      once[bool]     // see aboutOwn
	ofNumber   once[bool]     // see givesNumber
	ofHanded   once[bool]     // see saysGiven
	ofSubject  once[matter]   // see subject
	ofOrder    once[order]    // see lookup
	ofQuery    once[query]    // see query
	ofInquiry  once[bool]     // see inquiry

	ofRequest once[string]   // see request
	ofTrouble once[[]string] // see openQuestions

	ofSignIn once[[]string] // see atSignIn

	ofPair    once[[2]string] // see both
	ofPraised once[string]    // see whatIsPraised
	ofServes  once[bool]      // see serving
	ofTreat   once[string]    // see enjoyed
	ofSwift   once[string]    // see howSwift
	ofMood    once[string]    // see moodOf
	ofWish    once[string]    // see wished

	ofCourtesy  once[string] // see courtesy
	ofNamed     once[bool]   // see named
	ofCommended once[bool]   // see commended
	ofLoved     once[bool]   // see lovesUs
	ofLiked     once[string] // see liked

	ofMoment once[praise.Told] // see praise.Find
	ofPeople once[string]      // see praise.Who
	ofDeed   once[string]      // see praise.Post.Deed
	ofThing  once[string]      // see praise.Post.Liked
	ofEcho   once[string]      // see praise.Post.Echo
	ofOuting once[string]      // see praise.Post.Outing
}

// once keeps what was found, for one goroutine.
type once[T any] struct {
	is    T
	found bool
}

func (o *once[T]) get(find func() T) T {
	if !o.found {
		o.is, o.found = find(), true
	}
	return o.is
}

// hears is what was found in the post of a request; where the request keeps
// nothing, each call looks anew.
func (q *Request) hears() *heard {
	if q.heard != nil {
		return q.heard
	}
	return &heard{language: language(*q), post: q.Mention.Text}
}

func (h *heard) plain() []string {
	return h.ofPlain.get(func() []string { return asMeant(plainly(h.post)) })
}
func (h *heard) told() []string {
	return h.ofTold.get(func() []string { return asked(h.post) })
}
func (h *heard) asked() string {
	return h.ofAsked.get(func() string { return whatIsAsked(h.language, h.post, h.told()) })
}
func (h *heard) words() []string {
	return h.ofWords.get(func() []string { return wordsOf(h.post) })
}
func (h *heard) story() int {
	return h.ofStory.get(func() int { return storyWords(h.post) })
}
func (h *heard) question() bool {
	return h.ofQuestion.get(func() bool { return isQuestion(h.post) })
}
func (h *heard) asks() bool {
	return h.ofAsks.get(func() bool { return h.seemsToAsk() })
}
func (h *heard) begins() bool {
	return h.ofBegins.get(func() bool { return beginsToAsk(h.post, h.told()) })
}
func (h *heard) goesOn() bool {
	return h.ofGoing.get(func() bool { return goesOn(h.told()) })
}
func (h *heard) aboutOwn() bool {
	return h.ofOwn.get(func() bool { return aboutOwn(h.told()) })
}
func (h *heard) order() order {
	return h.ofOrder.get(func() order { return lookup(h.language, h.post) })
}
func (h *heard) inquiry() bool {
	return h.ofInquiry.get(func() bool { return inquiry(h.post) })
}
func (h *heard) request() string {
	return h.ofRequest.get(func() string { return request(h.language, h.post) })
}
func (h *heard) openQuestions() []string {
	return h.ofTrouble.get(func() []string { return openQuestions(h.language, h.post, h.post) })
}
func (h *heard) openAtSignIn() []string {
	return h.ofSignIn.get(func() []string { return unanswered(atSignIn, h.post, h.told()) })
}
func (h *heard) pair() (first, second string) {
	both := h.ofPair.get(func() (two [2]string) {
		two[0], two[1] = both(h.language, h.post)
		return two
	})
	return both[0], both[1]
}
func (h *heard) praised() string {
	return h.ofPraised.get(func() string { return whatIsPraised(h.language, h.post) })
}
func (h *heard) serves() bool {
	return h.ofServes.get(func() bool { return anyOf(plainly(h.post), serving) })
}
func (h *heard) treat() string {
	return h.ofTreat.get(func() string { return enjoyed(h.language, h.post) })
}
func (h *heard) swift() string {
	return h.ofSwift.get(func() string { return howSwift(h.language, h.post) })
}
func (h *heard) mood() string {
	return h.ofMood.get(func() string { return moodOf(h.post) })
}
func (h *heard) wish() string {
	return h.ofWish.get(func() string { return wished(h.language, h.post) })
}

func (h *heard) courtesy() string {
	return h.ofCourtesy.get(func() string { return courtesy(h.language, h.post) })
}
func (h *heard) named() bool {
	return h.ofNamed.get(func() bool { return named(h.post) })
}
func (h *heard) lovesUs() bool {
	return h.ofLoved.get(func() bool { return lovesUs(h.post) })
}
func (h *heard) moment() praise.Told {
	return h.ofMoment.get(func() praise.Told { return praise.Find(h.language, h.post) })
}
func (h *heard) people() string {
	return h.ofPeople.get(func() string { return stationed(praise.Who(h.language, h.post), h.plain()) })
}
func (h *heard) deed(read *grievance.Post) string {
	return h.ofDeed.get(func() string {
		if h.language != "en" {
			return ""
		}
		return praise.Of(read).Deed()
	})
}
func (h *heard) thing(read *grievance.Post) string {
	return h.ofThing.get(func() string {
		if h.language != "en" {
			return ""
		}
		return praise.Of(read).Liked()
	})
}
func (h *heard) echo(read *grievance.Post) string {
	return h.ofEcho.get(func() string {
		if h.language != "en" {
			return ""
		}
		return praise.Of(read).Echo(h.people())
	})
}
func (h *heard) outing(read *grievance.Post) string {
	return h.ofOuting.get(func() string {
		if h.language != "en" {
			return ""
		}
		return praise.Of(read).Outing()
	})
}
func (h *heard) liked() string {
	return h.ofLiked.get(func() string { return liked(h.language, h.post) })
}

// matter is what a question is about, and whether the post leaves out what the
// answer hangs on.
type matter struct {
	of   string
	open bool
}

func (h *heard) subject() (of string, open bool) {
	m := h.ofSubject.get(func() matter {
		of, open := subject(h.language, h.post, h.told())
		return matter{of, open}
	})
	return m.of, m.open
}

// has reports whether the post has one of the words.
func (h *heard) has(of []string) bool { return hasAny(h.words(), of) }
