package desk

import (
	"strings"
)

// said is how a place of a template is called, and what it is for.
type said struct{ title, text string }

// templateGroups are the sections of the form. A place belongs to the group
// with the longest prefix that its path has; the last takes what is left.
var templateGroups = []struct {
	key      string
	title    string
	text     string
	prefixes []string
}{
	{"about", "What it is", "", []string{"name", "language", "tone", "description", "priority"}},
	{"applies", "When it applies", "What is left empty does not matter. Of the templates that apply, the one with the highest priority is taken.", []string{"applies."}},
	{"voice", "Voice", "", []string{"parts.greeting", "sign_off", "words.", "avoid", "order"}},
	{"feeling", "The feeling", "The first thing they read: their feeling, at the strength they have it.", []string{"parts.feeling.", "parts.together."}},
	{"problem", "Their problem in our words", "Shows that the post was read. What is known best is said: the issue, else a detail, else the thing, else the topic.", []string{"parts.paraphrase."}},
	{"mirror", "The detail that hurts", "One short sentence that takes up what makes it worse for this person: how long, whom it hits, on which day.", []string{"parts.mirror."}},
	{"promise", "Ownership and one commitment", "We stand by it, and say the one thing that happens now.", []string{"parts.commended", "parts.ownership", "parts.ownership_of.", "parts.commitment", "parts.commitment_of."}},
	{"route", "The way into private", "Which of them is said depends on what really happened to the private message.", []string{"parts.route."}},
	{"private", "The private message", "Leaves before the public answer. It recaps, so that nothing need be told twice, and asks for exactly what is needed.", []string{"parts.private."}},
	{"thanks", "Praise", "Thanks like a person, for the thing they liked.", []string{"parts.thanks."}},
	{"answer", "Questions", "A question goes to a person who knows; this says so.", []string{"parts.answer."}},
	{"close", "The last word to a baiter", "Courteous, final, and nothing to bite on.", []string{"parts.close."}},
	{"statement", "One statement to many", "Said once where many accounts gather or say the same. All of it, or none.", []string{"parts.statement."}},
	{"after", "When it is solved", "The public closing line, and the one question how it went.", []string{"parts.resolved", "parts.follow_up."}},
	{"rest", "More", "", nil},
}

// templateWords names the places. What is missing here is named by its path.
var templateWords = map[string]said{
	"name":        {"Name", "Drafts carry it. It stays as it is; to rename, make a copy."},
	"language":    {"Language", "Two letters: en, es, de."},
	"tone":        {"Tone", "One word, such as warm, plain or formal."},
	"description": {"Description", "For your colleagues: whose voice this is."},
	"priority":    {"Priority", "Higher wins where several templates apply."},

	"applies.actions":      {"What is to be done", ""},
	"applies.topics":       {"Topics", ""},
	"applies.severity.min": {"Reproach, from", ""},
	"applies.severity.max": {"to", ""},
	"applies.platforms":    {"Platforms", ""},
	"applies.stance":       {"How we meet the author", ""},
	"applies.brands":       {"Brands", "One a line."},
	"applies.hours":        {"Hours", "In force only then: Mon-Fri 09:00-17:00."},
	"applies.zone":         {"Time zone of the hours", "Such as Europe/London; empty is UTC."},

	"sign_off":    {"Sign-off", "Signs the answer with the initials of whoever approves it."},
	"words.use":   {"Words we like", "Wordings with one of them are preferred."},
	"words.avoid": {"Words we avoid", "No wording may hold one of them."},
	"avoid":       {"Words we avoid", "No wording may hold one of them."},
	"order":       {"Order of the parts", "One order a line, with commas, before the way into private: feeling, paraphrase, ownership, commitment. “together” is feeling and paraphrase in one. Empty is all four as they stand here."},

	"parts.greeting":             {"Greeting by name, in public", "Every second answer to somebody whose first name is plain begins so."},
	"parts.feeling.calm":         {"They are calm", ""},
	"parts.feeling.upset":        {"They are upset", ""},
	"parts.feeling.angry":        {"They are angry", ""},
	"parts.feeling.worried":      {"They are worried", "Where the post says so itself."},
	"parts.feeling.disappointed": {"They are disappointed", "Where the post says so itself."},
	"parts.feeling.weary":        {"They are worn out", "It has gone on too long, or happened too often."},
	"parts.feeling.sad":          {"They are sad", "Where the post says so itself."},
	"parts.feeling.confused":     {"They are confused", "Where the post says so itself."},
	"parts.together.calm":        {"Feeling and issue in one, calm", ""},
	"parts.together.upset":       {"Feeling and issue in one, upset", ""},
	"parts.together.angry":       {"Feeling and issue in one, angry", ""},

	"parts.paraphrase.issue":      {"We know what happened", "{issue} is a clause: “your bag was lost”. {Issue} begins a sentence with it."},
	"parts.paraphrase.detail":     {"We know a detail", "{detail} is how long or how often: “three hours on hold”."},
	"parts.paraphrase.thing":      {"We know what it is about", "{thing} is the thing: “your parcel”."},
	"parts.paraphrase.topics":     {"We know the topic alone", ""},
	"parts.paraphrase.unknown":    {"We do not know what it is", "Honest: we want to hear it."},
	"parts.paraphrase.told":       {"They tell a story that we could not put into words", ""},
	"parts.paraphrase.open":       {"They tell something and reproach nobody", "Says what we do, too."},
	"parts.paraphrase.open_thing": {"The same, where we know what it is about", ""},
	"parts.paraphrase.asked":      {"They only ask", ""},
	"parts.paraphrase.price":      {"They complain of what it costs", "It is heard; nothing is granted."},
	"parts.paraphrase.more":       {"There is more in the post than was said", ""},

	"parts.mirror.of":    {"For a kind of detail", "{what} is the detail: “ten days”, “your nan”, “on your birthday”."},
	"parts.mirror.sorry": {"An apology beside it", "Where nothing else is known of what happened."},
	"parts.mirror.quiet": {"What we do after a loss", "Few words, no cheer."},

	"parts.commended":              {"A good word for somebody of ours", "Stands first where a complaint has one; it is passed on."},
	"parts.ownership":              {"Ownership", "No excuses, no company policy."},
	"parts.ownership_of.kinds":     {"Ownership, for a kind of trouble", "Taken before the general ones."},
	"parts.ownership_of.topics":    {"Ownership, for a topic", "Taken where no kind of trouble is known."},
	"parts.commitment":             {"Commitment", "One thing that is true and that we do. Never an outcome, never money."},
	"parts.commitment_of.troubles": {"Commitment, for a trouble known nearly", "Who can do something about it, or what there is to do: “I'm raising it with the hotel today”."},
	"parts.commitment_of.kinds":    {"Commitment, for a kind of trouble", "“I'm finding out where your parcel is” beats “I'm looking into it”."},
	"parts.commitment_of.topics":   {"Commitment, for a topic", "Taken where no kind of trouble is known."},
	"parts.diagnose":               {"A question about what does not work", "By what it asks; said in public, in place of a commitment. Nothing personal."},

	"parts.route.delivered":        {"Our private message arrived", ""},
	"parts.route.delivered_known":  {"Our private message arrived, and they have given us what we need", "Nothing is asked for again."},
	"parts.route.besides":          {"Our private message arrived, and the answer asks something", "It may be answered there, or in public."},
	"parts.route.delivered_asking": {"Our private message asks for something", "{asking} is what it asks for: “which order it is”."},
	"parts.route.asking":           {"What our message asks for", "Fills {asking}, by topic. Nothing is asked in public."},
	"parts.route.delivered_for":    {"Our private message asks for one thing", "{item} is that thing: “the tracking number”."},
	"parts.route.items":            {"The one thing it asks for", "Fills {item}, by what the trouble is with. It is named in public, and asked for in the message alone."},
	"parts.route.otherwise":        {"It could not be delivered", "{route} is the quickest way that is open: “call us on …”."},
	"parts.route.otherwise_wait":   {"The same, where the wait is known", "{wait} is how long people wait there now."},
	"parts.route.author_first":     {"They must write to us first", ""},

	"parts.private.greeting":    {"Greeting by name", ""},
	"parts.private.nameless":    {"Greeting without a name", ""},
	"parts.private.recap":       {"Recap of what happened", ""},
	"parts.private.recap_open":  {"We do not know what happened", ""},
	"parts.private.recap_told":  {"The post tells it, but not in words of ours", ""},
	"parts.private.needs":       {"What we need to know", "Fills {needs}, by topic. “other” is asked for where no topic fits."},
	"parts.private.ask":         {"Asking for it", ""},
	"parts.private.ask_known":   {"The post has it already", "Empty: the next one is said."},
	"parts.private.ask_sent":    {"The post says that we have been given it", "Empty: the one before is said."},
	"parts.private.ask_nothing": {"Nothing that they could send helps", "A rule of ours, an advert, a price. Empty: it is asked for as ever."},
	"parts.private.form":        {"A form of their own", "{link} leads to it; it works once."},
	"parts.private.promise":     {"Who answers, and by when", ""},
	"parts.private.closing":     {"Closing", ""},

	"parts.thanks.thing":         {"We know what they liked", ""},
	"parts.thanks.who":           {"We know whom they praise", "{who} is people of ours: “our crew”."},
	"parts.thanks.treat":         {"We know what they enjoyed", "{treat} is food or drink: “a good coffee”."},
	"parts.thanks.echo":          {"They say how something was", "{echo} is that: “the sofa is so comfy”."},
	"parts.thanks.outing":        {"They had a good time of it", "{outing} is what they had: “such a good flight”."},
	"parts.thanks.pair":          {"They praise two things", "{first} and {second} are those: “the crew”, “the coffee”."},
	"parts.thanks.swift":         {"They praise how quick it was", "{swift} is how long it took: “ten minutes”."},
	"parts.thanks.moments":       {"Take up what they tell", "A toy found, a first flight with the baby: what is said to that is ours, and comes first."},
	"parts.thanks.kind":          {"Before what somebody did", "Where nothing else that they tell is taken up."},
	"parts.thanks.deed":          {"We know what somebody did for them", "{doing} is what it was, {who} whoever did it: “carrying your bags”, “our driver”."},
	"parts.thanks.pass_on":       {"Passing it on", "Behind what they tell; {who} is people of ours: “our crew”."},
	"parts.thanks.of":            {"For a kind of praise", ""},
	"parts.thanks.general":       {"We do not know what they liked", ""},
	"parts.thanks.plain":         {"Thanks in plain words", "Added where no other sentence thanks them or is glad."},
	"parts.thanks.closing":       {"Closing", ""},
	"parts.answer.opening":       {"Opening", ""},
	"parts.answer.asks":          {"Opening that tells their question again", "{asked} is what they ask: “how to change your seat”."},
	"parts.answer.checking":      {"We know what it is about, not the question", "{matter} is what it is about."},
	"parts.answer.matters":       {"What it is about", "Fills {matter}, by subject: “the opening hours”."},
	"parts.answer.needs":         {"The answer hangs on more", "The whole answer; {asking} is what it hangs on."},
	"parts.answer.ask":           {"Asking what the answer hangs on", "{asking} is that: “which branch you mean”."},
	"parts.answer.asking":        {"What the answer hangs on", "Fills {asking}, by subject. Said in public: nothing private."},
	"parts.answer.about":         {"Opening that names what they ask about", ""},
	"parts.answer.promise":       {"Promise of an answer", ""},
	"parts.answer.soon":          {"By when", "Behind a promise that does not say so."},
	"parts.answer.known_opening": {"Before a known answer", "Without these, the opening stands there."},
	"parts.answer.known_closing": {"Behind a known answer", ""},
	"parts.answer.noted":         {"Opening where they ask nothing", ""},
	"parts.answer.promise_of":    {"Promise, by what they ask", "how, why, when, where, whether or price."},
	"parts.close.opening":        {"Opening", ""},
	"parts.close.ending":         {"Ending", ""},

	"parts.statement.matters": {"What it is about", "Fills {matter}, by topic: “the delays”."},
	"parts.statement.seen":    {"We have seen it", ""},
	"parts.statement.general": {"The same, where no topic stands out", ""},
	"parts.statement.promise": {"What we do now", ""},
	"parts.statement.route":   {"For those with a problem of their own", ""},
	"parts.statement.message": {"The same, where no way is open", ""},

	"parts.resolved":        {"Public closing line", "No private detail."},
	"parts.follow_up.ask":   {"How did it go?", "Private, once, never to people who were folded."},
	"parts.follow_up.score": {"How did it go, with a score", "{link} leads to where they may give one."},
}

// slotWords says what a slot is filled with.
var slotWords = map[string]string{
	"brand": "the brand's name", "issue": "what happened: your bag was lost", "Issue": sameAtStart,
	"detail": "how long, how often: three hours on hold", "Detail": sameAtStart, "thing": "what it is about: your parcel", "Thing": sameAtStart,
	"what": "the detail that hurts: ten days", "What": sameAtStart, "whom": "whom it hits: your mum",
	"route": "the open way to reach us: call us on …", "wait": "how long people wait there", "name": "their name", "needs": "what we need to know",
	"asking": "what we ask for: which order it is", "item": "the one thing that our message asks for: the tracking number", "who": "people of ours: our crew",
	"doing": "what they did: carrying your bags", "treat": "what they enjoyed: a good coffee", "Treat": sameAtStart, "echo": "what they say of it: the sofa is so comfy", "outing": "what they had: such a good flight", "swift": "how little time it took: ten minutes", "Swift": sameAtStart,
	"first": "one of two things that they praise: the crew", "First": sameAtStart, "second": "the other: the coffee",
	"asked":  "what they ask: how to change your seat",
	"matter": "what they write about: the delays", "link": "an address of their own", "initials": "of whoever approves the answer",
}

const sameAtStart = "the same, at the start of a sentence"

// placeWords names a place; key is its topic or kind, "" for a place without.
func placeWords(path, key string) said {
	w, ok := templateWords[path]
	if !ok {
		w = said{title: capital(words(path[strings.LastIndex(path, ".")+1:]))}
	}
	if key != "" {
		w = said{title: capital(words(key))}
	}
	return w
}

// groupOfPlace is the index of the section in which a place stands.
func groupOfPlace(path string) int {
	best, longest := len(templateGroups)-1, 0
	for i, g := range templateGroups {
		for _, p := range g.prefixes {
			if len(p) > longest && (path == p || strings.HasSuffix(p, ".") && strings.HasPrefix(path, p)) {
				best, longest = i, len(p)
			}
		}
	}
	return best
}
