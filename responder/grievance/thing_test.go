package grievance

import "testing"

// Of the nouns of a post the one in trouble is told, with its kind and whose it is;
// none that is only where the trouble is, what it is measured by or part of a name.
func TestThingOfAPost(t *testing.T) {
	for _, tt := range []struct{ class, post, want string }{
		{"feature_broken", "the comments icon does nothing", "the comments icon"},
		{"feature_broken", "your outage reporting page is blank in every browser", "our outage reporting page"},
		{"feature_broken", "my wireless printer is asleep and won't wake", "your wireless printer"},
		{"feature_broken", "fast charging isn't any faster", "fast charging"},
		{"feature_broken", "dots all over my screen in Photoshop", "Photoshop"},
		{"feature_broken", "problem with my new router", "your router"},
		{"feature_broken", "I read it on my phone", ""},
		{"feature_broken", "no notifications at all", ""},
		{"feature_broken", "better than my old phone", ""},
		{"service_bad", "this internet service", "your internet"},
		{"service_bad", "my sister's internet", ""},
		{"net_down", "slightly over the top internet safety, we have had none since eight", "your internet"},
		{"new_faulty", "new coffee machine arrived today, dead", "your coffee machine"},
		{"new_faulty", "printer won't print", "your printer"},
		{"new_faulty", "have to phone a shop", ""},
		{"new_faulty", "my phone case", ""},
		{"poor_quality", "towels I got in the sale you can read a paper through", "your towels"},
		{"poor_quality", "towels I had before were better", ""},
		{"too_dear", "$9 for a plain tee", "your tee"},
		{"too_dear", "11 pounds for 4 wings", "your wings"},
		{"food_bad", "the only redeeming thing was the gravy", ""},
		{"rude", "the driver, a joke of a man", "our driver"},
		{"rude", "your pilot was grand", ""},
		{"keeps_happening", "same lift, ninth time", "the lift"},
		{"repair_failed", "twice at the garage with my exhaust", "your exhaust"},
		{"wont_start", "need a printer", ""},
		{"order_late", "sixteen days with my hair in a hat", ""},
		{"order_late", "ordered a free t-shirt", "your T-shirt"},
		{"order_late", "where is my baby's cot", ""},
	} {
		n, found := Cut(tt.post).thingOf(clauses()[tt.class], Grievance{})
		if got := n.String(); got != tt.want || found != (tt.want != "") {
			t.Errorf("%s: %q: got %q, want %q", tt.class, tt.post, got, tt.want)
		}
	}
}

// A verb agrees with the noun that is its subject, and with no other.
func TestThingAgrees(t *testing.T) {
	shoes, bus := named{noun: "shoes", whose: "your", plural: true}, named{noun: "bus", whose: "the"}
	for clause, want := range map[string]string{
		"{the thing} isn't working": "your shoes aren't working", "your {thing} has a flaw": "your shoes have a flaw",
		"the zip on your {thing} doesn't close": "the zip on your shoes doesn't close", "you pay for it": "you pay for it",
	} {
		if got := shoes.told(clause); got != want {
			t.Errorf("%q: got %q, want %q", clause, got, want)
		}
	}
	if got := bus.told("{the thing} hasn't come"); got != "the bus hasn't come" {
		t.Errorf("got %q", got)
	}
	var p enParser
	for _, word := range []string{"bus", "series", "gps", "footwear", "furniture", "luggage", "iphone", "dress", "xbox", "ps4", "ps5"} {
		if p.pluralThing(word) {
			t.Errorf("%s is no plural", word)
		}
	}
	for _, word := range []string{"powerbeats", "powerbeats3", "fries"} {
		if !p.pluralThing(word) {
			t.Errorf("%s is a plural", word)
		}
	}
}
