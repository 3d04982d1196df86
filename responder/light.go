package responder

import (
	"strings"

	"goodgraces/care"
	"goodgraces/responder/grievance"
)

// noHarm begin what is told of a post and is no harm done: to be sorry for it
// would be an apology for a wish, a choice or a call for help, or grant what may not be so.
var noHarm = []string{"you need help with ", "you need to talk to ", "you miss ", "you don't use ", "you don't need ", "you don't want ", "you don't like ", "we don't have "}

// lighter is a grievance without what is no harm; what it is about stays.
func lighter(g grievance.Grievance) grievance.Grievance {
	for _, begins := range noHarm {
		if strings.HasPrefix(g.Issue, begins) {
			g.Issue, g.Also, g.Kind, g.Often = "", "", grievance.KindNone, ""
		}
	}
	return g
}

// furious is how angry a wish may be told and be none any more.
const furious = 0.75

// wishes reports a post that would have something brought or brought back, and
// reproaches nobody: it is answered as a question, where nobody is sorry.
func wishes(q Request) bool {
	v := &q.Verdict
	if v.Severity >= care.Disapproval || v.Anger >= furious || v.Hostility >= hostile || v.Sarcasm >= sarcastic || q.hears().has(troubles) {
		return false
	}
	code := language(q)
	misses := strings.HasPrefix(reading(q).Grievance(code).Issue, "you miss ")
	return misses || q.hears().asked() == "wish" && grieved(q).Issue == ""
}
