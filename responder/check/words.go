package check

import "strings"

// classes are words of one kind, which patterns name in braces. They are folded
// like every text: lower case, without accents.
var classes = map[string]string{
	"staff":  "colleague|colleagues|agent|agents|driver|drivers|courier|couriers|rep|reps|representative|staff|employee|employees|crew|attendant|attendants|steward|stewardess|manager|operator|cashier|waiter|waiters|waitress|intern|technician|technicians|engineer|engineers|pilot|clerk|guy|person|people|team|advisor|adviser|assistant|worker|workers|department|partner|partners|supplier|suppliers|contractor|contractors|store|branch|warehouse|receptionist|chef|trainer|mechanic|handler|handlers|conductor|cook|nurse|teller|moderator|mod|picker|packer|trainee|temp|franchise|agency|depot|kitchen|carrier|lady|gentleman|lad|girl|man|woman|desk|office|shop|phones|billing|centre|center|firm|company|gate|counter|front|pharmacist|instructor|host|hostess|dispatcher|salesperson|salesman|saleswoman|installer|plumber|electrician|housekeeping|cleaner|cleaners|security|guard|bouncer|baggage|typist|fitter|fitters|barista|baristas|hairdresser|stylist|barber|florist|baker|groomer|secretary|tutor",
	"human":  "colleague|colleagues|agent|agents|driver|drivers|courier|couriers|rep|reps|representative|staff|employee|employees|attendant|attendants|steward|stewardess|manager|operator|cashier|waiter|waiters|waitress|intern|technician|technicians|pilot|clerk|guy|person|advisor|adviser|assistant|worker|workers|receptionist|chef|trainer|mechanic|conductor|cook|nurse|teller|moderator|mod|picker|packer|trainee|temp|lady|gentleman|lad|girl|man|woman|pharmacist|instructor|host|hostess|dispatcher|salesperson|salesman|saleswoman|installer|plumber|electrician|cleaner|guard|bouncer|typist|fitter|barista|hairdresser|stylist|barber|florist|groomer|secretary|tutor|supervisor|server|baker|chap|fellow|he|she|they",
	"fault":  "forgot|misspoke|misquoted|messed|screwed|mucked|lied|blew|misinformed|misled|neglected|botched|mishandled|misplaced|slipped|misread|mispacked|mislabelled|mixed|bungled|skipped",
	"proof":  "records|record|system|systems|data|logs|log|tracking|files|file|notes|history|side|screen|scan|scans|scanner|tracker|gps|cameras|camera|footage|recording|recordings|receipt|receipts|figures|statistics|stats|database|paperwork|timestamp|timestamps|sensors|register|documentation|account|ticket|app|ledger",
	"shows":  "show|shows|indicate|indicates|say|says|suggest|suggests|confirm|confirms|prove|proves|state|states|tell|tells|clearly|has|have|see|record|recorded|reveal|reveals|disagree|disagrees",
	"money":  "refund|refunds|voucher|vouchers|discount|discounts|compensation|reimbursement|rebate|goodwill|refunded|cashback|coupon|coupons|gift|freebie|#money|#percent",
	"mean":   "will|are|am|have|would|could|shall|can|want|wish|decided|like|love|glad|happy|to",
	"boon":   "refund|refunds|reimbursement|compensation|voucher|vouchers|coupon|coupons|discount|goodwill|rebate|cashback|complimentary|free|freebie|cheque|credit|gift|points|miles",
	"reader": "you|your|everybody|everyone",
	"drop":   "drop|dropping|dropped|wipe|wiping|wiped|scrap|scrapping|scrapped|cancel|cancelling|cancelled|canceled|remove|removing|removed|waive|waiving|waived|reverse|reversing|reversed|lift|lifting|lifted",
	"cash":   "money|tenner|fiver|#money|difference|amount|fare|fee|deposit",
	"give":   "offer|offering|give|giving|gave|send|sending|sent|issue|issuing|issued|apply|applying|applied|process|processing|processed|arrange|arranging|arranged|authorise|authorize|authorised|authorized|approve|approved|provide|providing|add|adding|added|grant|granted|credit|credited|crediting|put|putting|pop|popped|popping|transfer|transferred|pay|paying|paid|drop|dropped|deposit|deposited|owe|treat|throw|sort",
	"thing":  "order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|invoice|loyalty|meter|bank|sort|contract|user|login|cell|client|parcel|subscription|mpan|patient|claim",
	"nr":     "number|numbers|no|nr|id|reference|ref|code|details|num|info|information|name|address|email",
	"datum":  "email|postcode|zip|zipcode|dob|pnr|password|passcode|pin|iban|surname|surnames|birthday|passport|locator|birthdate|cvv|dni|imei|iccid|username|lastname",
	"ask":    "send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention|pop|pass|state|submit|enter|remind|advise|want|list|note",
	"docs":   "booklet|manual|leaflet|instructions|label|description|listing|confirmation|terms|guide|faq|notice|sign|signs|brochure|contract|small|itinerary|menu|website|receipt",
	"treat":  "meal|meals|lunch|dinner|breakfast|brunch|dessert|pudding|drink|drinks|coffee|coffees|tea|pint|pints|beer|round|one|pizza|burger|cake|ice|cream|snack|night|nights|stay|ride|rides|trip|journey|month|months|week|weeks|delivery|postage|shipping|parking|ticket|tickets|wash|repair|replacement|service|taxi|cab|fare|fares|flight|session|class|order|box|pair|bag|cost|bill|return|returns|collection|upgrade|visit|battery|fix|popcorn|course|starter|haircut|lesson|copy",
	"sorry":  "sorry|apolog*|regret|apologies",
	"people": "people|customers|passengers|guests|visitors|families|parents|users|members|patients|tenants|travellers|travelers|buyers|shoppers|drivers|riders|players|those|anyone|residents|owners|folk|folks",
	"month":  "today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|soon|shortly|immediately|straight|now|instantly|overnight|weekend|week|hour|hours|minutes|morning|afternoon|evening|noon|midnight|christmas|days|#number",
}

// expand puts the words of classes in the place of their names.
func expand(lines string) string {
	if !strings.Contains(lines, "{") {
		return lines
	}
	var pairs []string
	for name, words := range classes {
		pairs = append(pairs, "{"+name+"}", words)
	}
	return strings.NewReplacer(pairs...).Replace(lines)
}
