package responder_test

import "testing"

// Praise of another's people, and good wishes to somebody who is not us, are not thanked
// for as if they were ours.
func TestPraiseForOthersIsNotThanked(t *testing.T) {
	r := newResponder(t)
	for post, thanked := range map[string]bool{
		"my driver from Uber was lovely, thank you":              false,
		"@acme the courier from DPD was so kind to my gran":      false,
		"The engineer from Openreach was brilliant, what a star": false,
		"Happy birthday Tom":                                     false,
		"happy 30th birthday to my mate Dave!":                   false,
		"Happy anniversary Ann and Joe":                          false,
		"my driver from your depot was lovely, thank you":        true,
		"our waiter from Naples was wonderful, thank you":        true,
		"the engineer from Acme was brilliant, thank you":        true,
		"bin men are legends, sang happy birthday to my nan":     true,
		"The lad from Costa Mesa branch was wonderful":           true,
		"our fitter from Sky Lane came, so kind":                 true,
		"Happy 10th anniversary Acme, best bakery in town":       true,
		"Happy birthday @acme, here's to ten more":               true,
		"Happy birthday to my wife, thanks for the lovely cake":  true,
	} {
		if d := r.Draft(praises(post)); (d.Text != "") != thanked {
			t.Errorf("%q: %q %s", post, d.Text, d.Reason)
		}
	}
	q := praises("Happy 10th anniversary Bramble, best bakery in town")
	if q.Brand = ""; r.Draft(q).Text == "" {
		t.Errorf("%q is not thanked where no brand is known", q.Mention.Text)
	}
}
