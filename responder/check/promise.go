package check

func promisesOutcome(r *reading) string {
	return broken(promises.findUnless(r.reply, promiseExceptions), "promise what you will do, not how it will end")
}

var promises = compile(`
	guarantee|guaranteed|guarantees
	will|shall never|not ever? happen|occur again|to
	never happen again
	does|to not|never happen|occur again
	make|making|ensure|ensuring|sure ..5 never|not|does|wo ..3 happen|occur again
	i|we promise|swear|assure ..6 will|never|get|be|have|fixed|resolved|sorted
	will|shall ..2 be|get ..2 resolved|fixed|sorted|back|delivered|refunded|restored|working|there|shipped|replaced|solved|returned|found|repaired|up|with|credited|reimbursed ..3 today|tomorrow|tonight|by|within|in|shortly|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|immediately|straight|now|you|definitely|this
	will definitely|certainly|absolutely|surely ..1 be|get|fix|find|have|resolve|arrive|solve|receive|win|sort
	you will|should definitely|certainly|absolutely|soon|shortly? get|receive|have ..3 refund|money|bag|bags|luggage|order|package|parcel|back|tomorrow|today|full|replacement|it|resolution
	your ..3 will|should ..1 arrive|be ..4 today|tomorrow|tonight|by|within|on|back|soon|shortly|hour|hours
	hundred|100 percent|certain
	#percent certain|sure|guaranteed
	i|we will fix|resolve|solve ..3 today|tomorrow|now|immediately|right|within|by|tonight|straight
	fixed|resolved|solved|sorted within|by|in ..1 #number|the|an|one|two|minutes|hours|today|tomorrow|tonight
	will have ..4 fixed|resolved|sorted|back|working|delivered ..3 today|tomorrow|by|within|tonight|soon|hour|hours
	no matter what
	wird nie|nicht|niemals wieder|mehr|noch
	garantier*
	versprechen|versprechenen ..4 wird|werden
	kommt nicht|nie wieder|mehr vor
	garantizamos|garantizo
	no volvera|vuelva a
	nunca mas
	le prometemos|prometo ..4
`)

var promiseExceptions = compile(`
	will be in|with touch|you|contact|back ..2
	will be looking|working|checking|back
	can|will|could not|never promise|guarantee
	will get back to
	sorry|apolog*
	promise to|we|i ..1 look|listen|read|reply|keep|stay|check|follow|try|will ..1 look|listen|read|reply|keep|stay|check|follow|try|get
`)
