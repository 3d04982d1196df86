package responder

import (
	"slices"
	"strings"
)

// farewell is what the end of an answer to praise may speak of, one of
// templates.Praised: the evening on which it was written, the trip or the meal
// that was praised, or that those who are praised will hear of it; "" for
// nothing, or where the sentence before says as much.
func (c *composer) farewell(before string) string {
	if until := c.until(before); until != "" {
		return until
	}
	echo := c.slots["echo"]
	if echo == "" && c.slots["outing"] == "" || wishesWell(before) || strings.Contains(before, "I'll ") {
		return ""
	}
	words := strings.Fields(echo + " " + c.slots["outing"])
	switch i := slices.IndexFunc(words, func(w string) bool { return partings[w] != "" }); {
	case strings.HasPrefix(echo, "our ") || strings.HasPrefix(echo, "the team "):
		return "told"
	case i >= 0:
		return partings[words[i]]
	}
	return ""
}

// until is the time for which a post is wished well: "evening" for one that
// tells of tonight; "" for none, for whoever mourns, or where the sentence before
// wishes something.
func (c *composer) until(before string) string {
	if c.t.Language != "en" || wishesWell(before) {
		return ""
	}
	words := c.heard.plain()
	if mourns(words) {
		return ""
	}
	for i, word := range words {
		switch {
		case word == "tonight" || word == "tonight's" || word == "evening" && i > 0 && words[i-1] == "this":
			return "evening"
		case word == "weekend" && i > 0 && words[i-1] == "this":
			return "weekend"
		}
	}
	return ""
}

// wishesWell reports a sentence that wishes something or says goodbye.
func wishesWell(sentence string) bool {
	return slices.ContainsFunc(goodbyes, func(g string) bool { return strings.Contains(sentence, g) })
}

var goodbyes = []string{"njoy", "ee you", "ave a ", "ravels", " next ", "Here's to", "Happy ", "ongratulations", "ear it ", "Come ", "ome back", "eet up", "weet dreams", "leep ", "elcome to"}

// mourns reports a post that tells of a death, or of one that is near.
func mourns(words []string) bool { return anyOf(words, mourning) || lastDays.standIn(words) }

// mourning are words of a death, beside which nobody is wished a good time.
var mourning = wordSet("funeral funerals died hospice palliative bereaved bereavement condolences widow widowed ashes cremated burial buried grieving miscarriage stillborn")

// lastDays are those of somebody who dies.
var lastDays = openingsOf(phrases("his last days", "her last days", "their last days", "his final days", "her final days", "their final days", "final hours", "passed away"))

// partings is how an answer ends that tells of these.
var partings = partingsOf(map[string]string{
	"travels": "flight flights journey trip ride crossing plane train seats seat legroom cabin lounge landing ferry bus coach boarding",
	"table":   "meal lunch dinner brunch breakfast food pizza burger coffee steak curry soup menu dessert restaurant",
	"stay":    "stay visit room rooms hotel bed beds pool spa view gardens museum exhibition evening",
	"keeps":   "sofa chair table desk mattress lamp rug jacket coat dress shoes boots trainers bag laptop phone watch camera headphones tablet tv fridge kettle car bike guitar tent",
})

func partingsOf(rows map[string]string) map[string]string {
	all := map[string]string{}
	for parting, words := range rows {
		for word := range strings.FieldsSeq(words) {
			all[word] = parting
		}
	}
	return all
}
