package sense

import "strings"

// small are the words that kinds keep: what a sentence is built with, in
// English, Spanish and German.
var small = wordSet(`
a an the this that these those i me my we us our you your it its he him his she her they them their who what which when where why how
be am is are was were been being do does did done have has had having will would can could should shall may might must ought
not no nor never none nothing and or but so if than then because as while until though although unless whether
of to in on at by for from with without about into over under after before between up down out off back through per
all any some each every either neither both few many much more most less least other another same such own only just even still yet
already again also too very really quite rather here there now today tonight tomorrow always usually often once soon well ever
sorry please thank thanks yes ok sure fine good right wrong fair simply actually clearly obviously unfortunately
get got make made let go going come know see say said tell told ask think take give need want look find send sent put keep
one two first last next time way thing something anything everything someone anyone everyone nobody people
el la los las un una lo le les se su sus tu tus te nos nuestro nuestra que no si ya con por para de del en a al y o pero como cuando es son ha he hemos
esta este eso muy mas gracias siento sentimos favor puede podemos vamos
der die das den dem des ein eine einen einem ist sind war hat haben wir uns unser unsere sie ihr ihre ihnen ihren du dir dein ich mir mich
nicht kein keine und oder aber wenn dass weil als auch nur noch schon bitte danke leider tut leid mit von zu im in an auf fur bei nach
wie was wer wo warum hier da kann konnen werden wird wurde hatte ware sollte
`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
