package classifier

import "goodgraces/classifier/lexicon"

// labels are the sections of the lexicon that the classifier reads by itself.
type labels struct {
	legal, safety, idiom lexicon.Label
	advice, vulnerable   lexicon.Label
	own, poses           lexicon.Label
	mishap, delight      lexicon.Label
	spared, jest         lexicon.Label
	irony, generic       lexicon.Label
	reports, trade       lexicon.Label
	job, news, spam      lexicon.Label
	foreign              map[string]foreign
}

func newLabels(x *lexicon.Lexicon) labels {
	l := labels{
		legal: x.Label("legal"), safety: x.Label("safety"), idiom: x.Label("idiom"),
		advice: x.Label("advice"), vulnerable: x.Label("vulnerable"), own: x.Label("own"), poses: x.Label("poses"),
		mishap: x.Label("mishap"), delight: x.Label("delight"),
		spared: x.Label("spared"), jest: x.Label("jest"), irony: x.Label("irony"),
		generic: x.Label("generic"), reports: x.Label("reports"), trade: x.Label("trade"),
		job: x.Label("job"), news: x.Label("news"), spam: x.Label("spam"),
		foreign: map[string]foreign{},
	}
	for _, lang := range []string{"es", "de"} {
		l.foreign[lang] = foreign{
			complaint: x.Label(lang + "-complaint"),
			praise:    x.Label(lang + "-praise"),
			question:  x.Label(lang + "-question"),
			irony:     x.Label("irony"),
		}
	}
	return l
}
