package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// kindsOf are the kinds of trouble with which an item helps; with any other it has
// nothing to do. A row that is not here helps with all.
var kindsOf = kindsByItem(map[string][]grievance.Kind{
	"computer headphones phone device serial printer car": {grievance.KindFaulty, grievance.KindDamaged},
	"game platform stream site app":                       {grievance.KindFaulty, grievance.KindDown, grievance.KindLockedOut},
	"code":                                                {grievance.KindFaulty, grievance.KindCharged, grievance.KindWrong},
	"repair":                                              {grievance.KindLate, grievance.KindCancelled, grievance.KindWrong},
	"refund":                                              {grievance.KindLate, grievance.KindUnanswered, grievance.KindFaulty, grievance.KindWrong, grievance.KindCancelled, grievance.KindService},
	"time": {
		grievance.KindSpoiled, grievance.KindFaulty, grievance.KindWrong, grievance.KindLate, grievance.KindRude, grievance.KindDamaged, grievance.KindService, grievance.KindUnanswered,
	},
	"food place spot": {
		grievance.KindSpoiled, grievance.KindWrong, grievance.KindLate, grievance.KindRude, grievance.KindDamaged, grievance.KindService, grievance.KindUnanswered,
	},
	"ticket booking order parcel": {
		grievance.KindLate, grievance.KindLost, grievance.KindDamaged, grievance.KindWrong, grievance.KindCancelled, grievance.KindCharged, grievance.KindUnanswered, grievance.KindFaulty, grievance.KindService,
	},
	"product":  {grievance.KindFaulty, grievance.KindDamaged, grievance.KindSpoiled, grievance.KindWrong},
	"stock":    {grievance.KindNoStock},
	"power":    {grievance.KindDown, grievance.KindFaulty, grievance.KindLate},
	"internet": {grievance.KindDown, grievance.KindFaulty, grievance.KindLate},
	"mobile":   {grievance.KindDown, grievance.KindFaulty},
	"luggage":  {grievance.KindLost, grievance.KindLate, grievance.KindDamaged, grievance.KindWrong, grievance.KindUnanswered},
})

func kindsByItem(rows map[string][]grievance.Kind) map[string][]grievance.Kind {
	by := map[string][]grievance.Kind{}
	for names, kinds := range rows {
		for item := range strings.FieldsSeq(names) {
			by[item] = kinds
		}
	}
	return by
}

// helps reports an item that has to do with the trouble, as far as that is known.
func helps(item string, kind grievance.Kind) bool {
	kinds, bound := kindsOf[item]
	return !bound || kind == grievance.KindNone || slices.Contains(kinds, kind)
}
